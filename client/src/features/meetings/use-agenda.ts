import { useLingui } from '@lingui/react/macro';
import { useToast } from '../../ui/Toast.tsx';
import { useCommand } from '../commands/use-command.ts';
import { sentOf, type AgendaChange, type Choices, type ClashField, type Sent } from './agenda-change.ts';
import {
  editAgendaItemMutation,
  moveAgendaItemMutation,
  publishAgendaMutation,
  recordOutcomeMutation,
  removeAgendaItemMutation,
  type Agenda,
  type AgendaItem,
} from './agenda-documents.ts';
import { mergedOrder, moved, movesBetween } from './agenda-order.ts';
import { clashingText, inputOf, textChanges, type ItemText } from './item-text.ts';
import { useAgendaQueue, type AgendaQuestion } from './use-agenda-queue.ts';
import { newItemOf, usePlaceItem, type NewItem } from './use-place-item.ts';
import { useItemTextLabels } from './use-item-text-labels.ts';

export interface AgendaEditing {
  /** The agenda with the changes that are still on their way. */
  agenda: Agenda;
  busy: boolean;
  /** Somebody was faster and touched the same. */
  question: AgendaQuestion | null;
  move: (id: string, toIndex: number) => void;
  setMinutes: (item: AgendaItem, minutes: number) => void;
  /** Takes it off, with ten seconds to put it back. */
  remove: (item: AgendaItem) => void;
  /** To another meeting of the table, with ten seconds to take it back. */
  postpone: (item: AgendaItem, to: { id: string; words: string }) => void;
  add: (item: NewItem) => Promise<Sent>;
  /** @param before what stood there when the writing began */
  edit: (itemId: string, before: ItemText, text: ItemText) => Promise<Sent>;
  record: (base: AgendaItem, outcome: string) => Promise<Sent>;
  publish: (message?: string) => Promise<Sent>;
  /** Any other change of this agenda, in the line behind those that are on their way. */
  run: (change: AgendaChange) => Promise<Sent>;
}

const idsOf = (items: readonly { id: string }[]): string[] => items.map(({ id }) => id);
const without = (items: readonly AgendaItem[], id: string): AgendaItem[] => items.filter((item) => item.id !== id);
const find = (agenda: Agenda, id: string): AgendaItem | undefined => agenda.items.find((item) => item.id === id);

/** Everything that chair and secretary do with an agenda: shown at once, rolled back in words when the server refuses. */
export function useAgenda(agenda: Agenda, tableId: string): AgendaEditing {
  const { t } = useLingui();
  const toast = useToast();
  const queue = useAgendaQueue(agenda);
  const place = usePlaceItem();
  const moveCommand = useCommand(moveAgendaItemMutation);
  const editCommand = useCommand(editAgendaItemMutation);
  const removeCommand = useCommand(removeAgendaItemMutation);
  const recordCommand = useCommand(recordOutcomeMutation);
  const publishCommand = useCommand(publishAgendaMutation);
  const labels = useItemTextLabels();
  const { shown } = queue;

  function tell(sent: Sent): Sent {
    if (sent.kind === 'problems')
      toast({
        kind: 'error',
        text: sent.problems[0]?.message ?? t`Dat lukte niet. De agenda staat weer zoals hij was.`,
      });
    return sent;
  }

  /** Several moves in a row, each on the version that the one before made. */
  async function reorder(moves: readonly { id: string; position: number }[], version: number): Promise<Sent> {
    let sent: Sent = { kind: 'done', agenda: null, itemId: null };
    let expectedVersion = version;
    for (const { id: itemId, position } of moves) {
      // One after the other: each place counts on the move before it.
      sent = sentOf(await moveCommand.run({ input: { itemId, expectedVersion, position } }));
      if (sent.kind !== 'done') return sent;
      expectedVersion = sent.agenda?.version ?? expectedVersion;
    }
    return sent;
  }

  function move(id: string, toIndex: number): void {
    let base = idsOf(shown.items);
    const mine = idsOf(moved(shown.items, id, toIndex));
    const titles = new Map(shown.items.map((item) => [item.id, item.title]));
    const inWords = (order: readonly string[], theirs: Agenda): string =>
      order.map((one, index) => `${index + 1} ${find(theirs, one)?.title ?? titles.get(one) ?? ''}`).join('\n');
    void queue
      .run({
        overlay: (items) => moved(items, id, toIndex),
        send: (expectedVersion) => reorder([{ id, position: toIndex + 1 }], expectedVersion),
        overlap: (theirs) => {
          const now = idsOf(theirs.items);
          const stayed = mergedOrder(base, now);
          const same = stayed.join() === now.join();
          base = now;
          return same
            ? []
            : [
                {
                  id: 'order',
                  label: t`Volgorde`,
                  mine: inWords(mergedOrder(mine, now), theirs),
                  theirs: inWords(now, theirs),
                },
              ];
        },
        again: (theirs, choices) =>
          choices['order'] === 'theirs'
            ? null
            : (version) => reorder(movesBetween(idsOf(theirs.items), mergedOrder(mine, idsOf(theirs.items))), version),
      })
      .then(tell);
  }

  /** A change of one item's own field: both stand, unless they changed the same field to something else. */
  function fieldChange(
    base: AgendaItem,
    mine: Partial<AgendaItem>,
    send: (expectedVersion: number) => Promise<Sent>,
    fields: (theirs: AgendaItem) => ClashField[],
  ): Promise<Sent> {
    return queue.run({
      overlay: (items) => items.map((item) => (item.id === base.id ? { ...item, ...mine } : item)),
      send,
      overlap: (theirs) => {
        const item = find(theirs, base.id);
        return item ? fields(item) : [];
      },
      again: (theirs, choices) => (choices['field'] === 'theirs' || !find(theirs, base.id) ? null : send),
    });
  }

  const editing =
    (itemId: string, changes: Partial<ItemText>) =>
    async (expectedVersion: number): Promise<Sent> =>
      sentOf(await editCommand.run({ input: { itemId, expectedVersion, ...inputOf(changes) } }));

  async function putBack(item: AgendaItem): Promise<void> {
    const sent = tell(await place({ id: agenda.id, tableId }, newItemOf(item)));
    if (sent.kind === 'done') toast({ text: t`${item.title} staat weer op de agenda` });
  }

  async function remove(item: AgendaItem): Promise<Sent> {
    const send = async (expectedVersion: number): Promise<Sent> =>
      sentOf(await removeCommand.run({ input: { itemId: item.id, expectedVersion } }));
    return queue.run({
      overlay: (items) => without(items, item.id),
      send,
      overlap: (theirs) => {
        const now = find(theirs, item.id);
        return now && now.outcome !== item.outcome
          ? [{ id: 'item', label: item.title, mine: t`Van de agenda`, theirs: now.outcome }]
          : [];
      },
      again: (theirs, choices) => (choices['item'] === 'theirs' || !find(theirs, item.id) ? null : send),
    });
  }

  async function removeAndTell(item: AgendaItem): Promise<void> {
    if (tell(await remove(item)).kind === 'done')
      toast({ text: t`${item.title} van de agenda gehaald`, onUndo: () => putBack(item) });
  }

  async function postpone(item: AgendaItem, to: { id: string; words: string }): Promise<void> {
    // First there, then off here: a case is on an agenda all the while and stays scheduled.
    const there = tell(await place({ id: to.id, tableId }, { ...newItemOf(item), position: null, outcome: '' }));
    if (there.kind !== 'done') return;
    if (tell(await remove(item)).kind !== 'done') return;
    toast({
      text: t`${item.title} verplaatst naar ${to.words}`,
      onUndo: async () => {
        await putBack(item);
        if (there.itemId && there.agenda)
          tell(
            sentOf(await removeCommand.run({ input: { itemId: there.itemId, expectedVersion: there.agenda.version } })),
          );
      },
    });
  }

  return {
    agenda: shown,
    busy: queue.busy,
    question: queue.question,
    move,
    setMinutes: (item, minutes) => {
      if (minutes === item.minutes || !Number.isFinite(minutes)) return;
      void fieldChange(item, { minutes }, editing(item.id, { minutes }), (theirs) =>
        theirs.minutes === item.minutes || theirs.minutes === minutes
          ? []
          : [
              {
                id: 'field',
                label: t`Minuten voor ${item.title}`,
                mine: String(minutes),
                theirs: String(theirs.minutes),
              },
            ],
      ).then(tell);
    },
    remove: (item) => void removeAndTell(item),
    postpone: (item, to) => void postpone(item, to),
    add: (item) =>
      queue.run({ send: () => place({ id: agenda.id, tableId }, item), overlap: () => [], again: () => null }),
    edit: (itemId, before, text) => {
      const changes = textChanges(before, text);
      return queue.run({
        send: editing(itemId, changes),
        overlap: (theirs) => {
          const now = find(theirs, itemId);
          return now ? clashingText(before, changes, now, labels) : [];
        },
        again: (theirs, choices: Choices) => {
          const kept = Object.fromEntries(Object.entries(changes).filter(([field]) => choices[field] !== 'theirs'));
          return find(theirs, itemId) && Object.keys(kept).length > 0 ? editing(itemId, kept) : null;
        },
      });
    },
    record: (base, outcome) =>
      fieldChange(
        base,
        {},
        async (expectedVersion) =>
          sentOf(await recordCommand.run({ input: { itemId: base.id, expectedVersion, outcome } })),
        (theirs) =>
          theirs.outcome === base.outcome || theirs.outcome === outcome
            ? []
            : [{ id: 'field', label: t`Wat is afgesproken`, mine: outcome, theirs: theirs.outcome }],
      ),
    publish: (message = '') =>
      queue.run({
        send: async (expectedVersion) =>
          sentOf(
            await publishCommand.run({
              input: { meetingId: agenda.id, expectedVersion, ...(message && { message }) },
            }),
          ),
        // Publishing shows all what stands there: somebody who saw another agenda looks again first.
        overlap: () => [],
        again: () => null,
      }),
    run: queue.run,
  };
}
