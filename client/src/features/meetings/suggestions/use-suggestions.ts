import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useToast } from '../../../ui/Toast.tsx';
import { useCommand } from '../../commands/use-command.ts';
import { sentOf, type Sent } from '../agenda-change.ts';
import { removeAgendaItemMutation } from '../agenda-documents.ts';
import type { AgendaEditing } from '../use-agenda.ts';
import {
  acceptSuggestionsMutation,
  dropSuggestionsMutation,
  restoreSuggestionsMutation,
  type Suggestion,
} from './suggestion-documents.ts';

export interface SuggestionSteps {
  /** On its way: not offered again until the answer is there. */
  onItsWay: ReadonlySet<string>;
  /** Puts them on the agenda in this order, with ten seconds to take them off. */
  accept: (suggestions: readonly Suggestion[]) => Promise<void>;
  /** Not this time, with ten seconds to change one's mind. */
  drop: (suggestion: Suggestion) => Promise<void>;
  restore: (suggestion: Suggestion) => Promise<void>;
  /** On a later agenda at once. */
  acceptElsewhere: (suggestion: Suggestion, meeting: { id: string; version: number; words: string }) => Promise<void>;
}

/** What is done with what the agenda proposes for itself. */
export function useSuggestions(editing: AgendaEditing): SuggestionSteps {
  const { t } = useLingui();
  const toast = useToast();
  const accepting = useCommand(acceptSuggestionsMutation);
  const dropping = useCommand(dropSuggestionsMutation);
  const restoring = useCommand(restoreSuggestionsMutation);
  const removing = useCommand(removeAgendaItemMutation);
  const [onItsWay, setOnItsWay] = useState<ReadonlySet<string>>(new Set());
  const { agenda } = editing;

  /** What one accepts or drops undoes nothing of what a colleague did meanwhile: it is sent again on their version. */
  async function send(
    suggestions: readonly Suggestion[],
    change: (expectedVersion: number, keys: string[]) => Promise<Sent>,
  ): Promise<Sent> {
    const keys = suggestions.map(({ key }) => key);
    setOnItsWay((before) => new Set([...before, ...keys]));
    const sendOn = (expectedVersion: number): Promise<Sent> => change(expectedVersion, keys);
    const sent = await editing.run({ send: sendOn, overlap: () => [], again: () => sendOn });
    setOnItsWay((before) => new Set([...before].filter((key) => !keys.includes(key))));
    if (sent.kind === 'problems') toast({ kind: 'error', text: sent.problems[0]?.message ?? t`Dat lukte niet.` });
    return sent;
  }

  const restore = async (suggestion: Suggestion): Promise<void> => {
    await send([suggestion], async (expectedVersion, keys) =>
      sentOf(await restoring.run({ input: { meetingId: agenda.id, expectedVersion, keys } })),
    );
  };

  async function takeOff(itemIds: readonly string[], version: number): Promise<void> {
    let expectedVersion = version;
    for (const itemId of itemIds) {
      // One after the other: each is taken off the version that the one before made.
      const sent = sentOf(await removing.run({ input: { itemId, expectedVersion } }));
      if (sent.kind === 'problems') toast({ kind: 'error', text: sent.problems[0]?.message ?? t`Dat lukte niet.` });
      if (sent.kind !== 'done') return;
      expectedVersion = sent.agenda?.version ?? expectedVersion;
    }
  }

  return {
    onItsWay,
    restore,
    accept: async (suggestions) => {
      const before = new Set(agenda.items.map(({ id }) => id));
      const sent = await send(suggestions, async (expectedVersion, keys) =>
        sentOf(await accepting.run({ input: { meetingId: agenda.id, expectedVersion, keys } })),
      );
      if (sent.kind !== 'done') return;
      const now = sent.agenda;
      const added = now?.items.filter(({ id }) => !before.has(id)) ?? [];
      const [only] = suggestions;
      toast({
        text:
          suggestions.length === 1 && only
            ? t`${only.title} staat op de agenda`
            : t`${plural(suggestions.length, { one: '# punt staat', other: '# punten staan' })} op de agenda`,
        onUndo:
          now && added.length > 0
            ? () =>
                takeOff(
                  added.map(({ id }) => id),
                  now.version,
                )
            : undefined,
      });
    },
    drop: async (suggestion) => {
      const sent = await send([suggestion], async (expectedVersion, keys) =>
        sentOf(await dropping.run({ input: { meetingId: agenda.id, expectedVersion, keys } })),
      );
      if (sent.kind === 'done') toast({ text: t`${suggestion.title} komt nu niet`, onUndo: () => restore(suggestion) });
    },
    acceptElsewhere: async (suggestion, { id, version, words }) => {
      const sent = sentOf(
        await accepting.run({ input: { meetingId: id, expectedVersion: version, keys: [suggestion.key] } }),
      );
      if (sent.kind === 'problems') toast({ kind: 'error', text: sent.problems[0]?.message ?? t`Dat lukte niet.` });
      if (sent.kind !== 'done') return;
      const { itemId, agenda: there } = sent;
      toast({
        text: t`${suggestion.title} staat op de agenda van ${words}`,
        onUndo: itemId && there ? () => takeOff([itemId], there.version) : undefined,
      });
    },
  };
}
