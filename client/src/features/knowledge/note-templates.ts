import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { NoteDraft } from './note-draft.ts';

/** The fields that a template begins. The title, the summary and the sources are always one's own. */
export const templateFields = ['applies', 'appliesNot', 'steps', 'body', 'caveat'] as const;
export type TemplateField = (typeof templateFields)[number];
export type TemplateTexts = Readonly<Partial<Record<TemplateField, string>>>;

/** A way to begin a note: what kind it is, and what stands in its fields at first. */
export interface NoteTemplate {
  id: string;
  name: MessageDescriptor;
  about: MessageDescriptor;
  texts: Readonly<Partial<Record<TemplateField, MessageDescriptor>>>;
}

export const noteTemplates: readonly NoteTemplate[] = [
  {
    id: 'steps',
    name: msg`Zo doe je het`,
    about: msg`Stappen die een ander kan volgen.`,
    texts: {
      applies: msg`Als je …`,
      steps: msg`Vraag …\nReken …\nLeg vast …`,
      body: msg`Wat je vooraf nodig hebt\n\n…\n\nHoelang het duurt en wat het vraagt\n\n…\n\nWie je erbij betrekt\n\n…`,
    },
  },
  {
    id: 'ruling',
    name: msg`Uitspraak en wat ze betekent`,
    about: msg`Wat is er beslist, en wat moet je nu anders doen?`,
    texts: {
      applies: msg`Plannen die …`,
      appliesNot: msg`Plannen die al …`,
      steps: msg`Ga na of je plan …\nPas aan …`,
      body: msg`Wat er speelde\n\n…\n\nWat er is beslist\n\n…\n\nWat dit betekent voor lopende plannen\n\n…\n\nWat nog onzeker is\n\n…`,
    },
  },
  {
    id: 'routes',
    name: msg`Twee routes vergeleken`,
    about: msg`Wanneer kies je de ene, wanneer de andere?`,
    texts: {
      applies: msg`Kies de eerste route als …`,
      appliesNot: msg`Kies de tweede route als …`,
      body: msg`De eerste route\n\nTijd: …\nKosten: …\nRisico: …\n\nDe tweede route\n\nTijd: …\nKosten: …\nRisico: …\n\nWat de doorslag geeft\n\n…`,
    },
  },
  {
    id: 'experience',
    name: msg`Ervaring, ook als het mislukte`,
    about: msg`Wat je probeerde, hoe het liep en wat je nu anders zou doen.`,
    texts: {
      appliesNot: msg`Het werkte niet waar …`,
      body: msg`Wat we wilden\n\n…\n\nWat we deden\n\n…\n\nHoe het liep, en waarom\n\n…\n\nWat we nu anders zouden doen\n\n…`,
      caveat: msg`Let op …`,
    },
  },
];

/** The texts of a template in the reader's language. */
export function textsOf({ texts }: NoteTemplate, words: (message: MessageDescriptor) => string): TemplateTexts {
  return Object.fromEntries(Object.entries(texts).map(([field, message]) => [field, words(message)]));
}

const isOwn = (value: string, field: TemplateField, all: readonly TemplateTexts[]): boolean =>
  value.trim() !== '' && !all.some((texts) => texts[field] === value);

/** The fields in which a template would take the place of something that somebody typed. @param all the texts of every template */
export function typedFields(draft: NoteDraft, texts: TemplateTexts, all: readonly TemplateTexts[]): TemplateField[] {
  return templateFields.filter((field) => texts[field] !== undefined && isOwn(draft[field], field, all));
}

/** A draft that begins with a template. What was typed stays, unless it is `replaced`; what an earlier template put there goes. */
export function begunWith(
  draft: NoteDraft,
  texts: TemplateTexts,
  all: readonly TemplateTexts[],
  { replaced = false } = {},
): NoteDraft {
  const changed = templateFields.flatMap((field) => {
    const keeps = isOwn(draft[field], field, all) && !(replaced && texts[field] !== undefined);
    return keeps ? [] : [[field, texts[field] ?? '']];
  });
  return { ...draft, ...Object.fromEntries(changed) };
}

/** A draft without what a template just put there; what was typed since stays. */
export function undone(draft: NoteDraft, { before, after }: { before: NoteDraft; after: NoteDraft }): NoteDraft {
  const same = templateFields.filter((field) => draft[field] === after[field]);
  return { ...draft, ...Object.fromEntries(same.map((field) => [field, before[field]])) };
}

/** The draft as it is sent: a field in which nothing but the template stands says nothing. */
export function withoutTemplate(draft: NoteDraft, all: readonly TemplateTexts[]): NoteDraft {
  const bare = templateFields.filter((field) => draft[field] !== '' && !isOwn(draft[field], field, all));
  return { ...draft, ...Object.fromEntries(bare.map((field) => [field, ''])) };
}
