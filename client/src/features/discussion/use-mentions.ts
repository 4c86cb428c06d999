import { useState } from 'react';
import { useViewer } from '../session/session.ts';
import { readKept, useKept } from '../../lib/kept.ts';

/** Somebody who is named in a text. */
export interface Named {
  id: string;
  name: string;
}
interface Draft {
  text: string;
  named: readonly Named[];
}

/** A text with the people whom it names, kept on this device until the server has it. */
export interface MentionText extends Draft {
  setText: (text: string) => void;
  /** Puts a name in the text, in the place of an `@` that waits at its end. */
  name: (person: Named) => void;
  /** The ids of those whose name still stands in the text. */
  mentionIds: () => string[];
  /** It is with the server: what was kept goes, and the field is empty again. */
  sent: () => void;
}

const withName = (text: string, name: string): string =>
  `${text.endsWith('@') ? text.slice(0, -1) : text && !/\s$/.test(text) ? `${text} ` : text}@${name} `;

/** @param key what the text is about; a person has one such text on a device. */
export function useMentions(key: string, first: Draft = { text: '', named: [] }): MentionText {
  const { person } = useViewer();
  const kept = `${key} ${person.id}`;
  const [draft, setDraft] = useState<Draft>(() => readKept<Draft>(kept) ?? first);
  const { forget } = useKept(kept, draft.text === first.text ? null : draft);
  return {
    ...draft,
    setText: (text) => setDraft((before) => ({ ...before, text })),
    name: (one) =>
      setDraft(({ text, named }) => ({
        text: withName(text, one.name),
        named: [...named.filter(({ id }) => id !== one.id), one],
      })),
    mentionIds: () => draft.named.filter(({ name }) => draft.text.includes(`@${name}`)).map(({ id }) => id),
    sent: () => {
      forget();
      setDraft(first);
    },
  };
}
