import type { Confidentiality } from '@versnellingstafel/shared/bottlenecks/states';
import { bottleneckLimits } from '@versnellingstafel/shared/bottlenecks/limits';
import type { LogBottleneckInput } from '../../generated/graphql.ts';

/** What somebody has typed of a new bottleneck. Dates are ISO days. */
export interface NewBottleneck {
  title: string;
  project: { id: string; name: string } | null;
  themeCode: string | null;
  /** A theme that the person chose themselves is not replaced by a proposed one. */
  themeChosen: boolean;
  homesBlocked: number | null;
  constructionStart: string | null;
  ask: string;
  decisionBy: string | null;
  description: string;
  triedSoFar: string;
  confidentiality: Confidentiality | null;
  /** Notes to link at once. */
  notes: { id: string; title: string }[];
}

export const emptyBottleneck: NewBottleneck = {
  title: '',
  project: null,
  themeCode: null,
  themeChosen: false,
  homesBlocked: null,
  constructionStart: null,
  ask: '',
  decisionBy: null,
  description: '',
  triedSoFar: '',
  confidentiality: null,
  notes: [],
};

const keyOf = (personId: string): string => `draft:new-bottleneck:${personId}`;

/** What this person typed before on this device and has not sent; null when there is nothing. */
export function readTyped(personId: string): NewBottleneck | null {
  try {
    const kept = localStorage.getItem(keyOf(personId));
    return kept ? { ...emptyBottleneck, ...(JSON.parse(kept) as Partial<NewBottleneck>) } : null;
  } catch {
    return null;
  }
}

/** Keeps what is typed on this device, for this person only. @returns whether it was kept */
export function keepTyped(personId: string, typed: NewBottleneck): boolean {
  try {
    localStorage.setItem(keyOf(personId), JSON.stringify(typed));
    return true;
  } catch {
    return false;
  }
}

/** Forgets what was typed, once the server has it or the person throws it away. */
export function forgetTyped(personId: string): void {
  try {
    localStorage.removeItem(keyOf(personId));
  } catch {
    // Storage is blocked: there was nothing kept either.
  }
}

/** Is there anything to keep? @param from what stood there when the form opened */
export const isTouched = (typed: NewBottleneck, from: NewBottleneck = emptyBottleneck): boolean =>
  JSON.stringify(typed) !== JSON.stringify(from);

/** The fields that must be filled before sending. */
export type RequiredField = 'title' | 'projects' | 'themeCodes';

/** Which required fields are still missing or too short. */
export function missing(typed: NewBottleneck): RequiredField[] {
  const fields: RequiredField[] = [];
  if (typed.title.trim().length < bottleneckLimits.titleMin) fields.push('title');
  if (!typed.project) fields.push('projects');
  if (!typed.themeCode) fields.push('themeCodes');
  return fields;
}

/** The input of the mutation. Only what was filled in goes along. */
export function inputOf(typed: NewBottleneck, draft: boolean): LogBottleneckInput {
  return {
    title: typed.title.trim(),
    draft,
    projects: typed.project
      ? [{ projectId: typed.project.id, ...(typed.homesBlocked !== null && { homesBlocked: typed.homesBlocked }) }]
      : [],
    themeCodes: typed.themeCode ? [typed.themeCode] : [],
    ...(typed.constructionStart && { constructionStart: typed.constructionStart }),
    ...(typed.ask.trim() && { ask: typed.ask.trim() }),
    ...(typed.decisionBy && { decisionBy: typed.decisionBy }),
    ...(typed.description.trim() && { description: typed.description.trim() }),
    ...(typed.triedSoFar.trim() && { triedSoFar: typed.triedSoFar.trim() }),
    ...(typed.confidentiality && { confidentiality: typed.confidentiality }),
    ...(typed.notes.length > 0 && { noteIds: typed.notes.map(({ id }) => id) }),
  };
}
