import type { AgendaPurpose } from './agenda.ts';

export const agendaChangeKinds = [
  'ADDED',
  'REMOVED',
  'MOVED',
  'EDITED',
  'RESCHEDULED',
  'PLACE',
  'CANCELLED',
  'RESTORED',
  'PAPER_ADDED',
  'PAPER_REMOVED',
] as const;
export type AgendaChangeKind = (typeof agendaChangeKinds)[number];

/** An item as it was told. */
export interface SnapshotItem {
  readonly id: string;
  readonly title: string;
  readonly purpose: AgendaPurpose;
  readonly minutes: number;
  /** Who presents it, by name; empty when nobody does. */
  readonly presenter: string;
  readonly proposedDecision: string;
  readonly closedPart: boolean;
  /** The cases it is about: who sees none of them does not see the item. */
  readonly caseIds: readonly string[];
  readonly papers: readonly { readonly id: string; readonly title: string }[];
}

/** A meeting with its agenda as it was told at one moment; moments as ISO texts. */
export interface AgendaSnapshot {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly location: string;
  readonly cancelled: boolean;
  readonly items: readonly SnapshotItem[];
}

/** From what it follows who may hear of it. */
export interface ChangeSecrets {
  /** The item; null for a change of the meeting itself. */
  readonly itemId: string | null;
  readonly closedPart: boolean;
  readonly caseIds: readonly string[];
}

/** One thing that changed. */
export interface AgendaChange extends ChangeSecrets {
  readonly kind: AgendaChangeKind;
  /** The item; empty for a change of the meeting itself. */
  readonly title: string;
  readonly before: string | null;
  readonly after: string | null;
}

const open: ChangeSecrets = { itemId: null, closedPart: false, caseIds: [] };

/** What differs between two moments, in the order in which people want to hear it: the meeting, then its items as they stand now. */
export function agendaChanges(before: AgendaSnapshot, after: AgendaSnapshot): AgendaChange[] {
  return [
    ...meetingChanges(before, after),
    ...goneItems(before, after),
    ...movedItems(before, after),
    ...after.items.flatMap((item) => itemChanges(before, item)),
  ];
}

function meetingChanges(before: AgendaSnapshot, after: AgendaSnapshot): AgendaChange[] {
  const changes: AgendaChange[] = [];
  const tell = (kind: AgendaChangeKind, was: string | null, is: string | null) =>
    changes.push({ ...open, kind, title: '', before: was, after: is });
  if (!before.cancelled && after.cancelled) tell('CANCELLED', null, null);
  if (before.cancelled && !after.cancelled) tell('RESTORED', null, null);
  const moved = before.startsAt !== after.startsAt;
  if (moved) tell('RESCHEDULED', before.startsAt, after.startsAt);
  else if (before.endsAt !== after.endsAt) tell('RESCHEDULED', before.endsAt, after.endsAt);
  if (before.location !== after.location) tell('PLACE', before.location, after.location);
  return changes;
}

function goneItems(before: AgendaSnapshot, after: AgendaSnapshot): AgendaChange[] {
  const kept = new Set(after.items.map((item) => item.id));
  return before.items
    .filter((item) => !kept.has(item.id))
    .map((item) => ({ ...secretsOf(item), kind: 'REMOVED' as const, title: item.title, before: null, after: null }));
}

/** Items that stand elsewhere among those that were there already. The fewest that explain the new order count as moved. */
function movedItems(before: AgendaSnapshot, after: AgendaSnapshot): AgendaChange[] {
  const places = new Map(before.items.map((item, index) => [item.id, index]));
  const kept = after.items.flatMap((item, index) => {
    const was = places.get(item.id);
    return was === undefined ? [] : [{ item, was, is: index }];
  });
  const stayed = longestRising(kept.map(({ was }) => was));
  return kept
    .filter(({ was }) => !stayed.has(was))
    .map(({ item, was, is }) => ({
      ...secretsOf(item, before.items[was]),
      kind: 'MOVED' as const,
      title: item.title,
      before: String(was + 1),
      after: String(is + 1),
    }));
}

/** The numbers of a longest rising part of a list. */
function longestRising(numbers: readonly number[]): ReadonlySet<number> {
  const best: number[][] = [];
  for (const [index, number] of numbers.entries()) {
    let longest: number[] = [];
    for (let earlier = 0; earlier < index; earlier += 1) {
      const candidate = best[earlier] ?? [];
      if ((candidate.at(-1) ?? 0) < number && candidate.length > longest.length) longest = candidate;
    }
    best.push([...longest, number]);
  }
  return new Set(best.toSorted((one, other) => other.length - one.length)[0]);
}

const texts = ['title', 'proposedDecision', 'presenter'] as const;

function itemChanges(before: AgendaSnapshot, item: SnapshotItem): AgendaChange[] {
  const was = before.items.find((one) => one.id === item.id);
  const secrets = secretsOf(item, was);
  const change = (kind: AgendaChangeKind, from: string | null, to: string | null) => ({
    ...secrets,
    kind,
    title: item.title,
    before: from,
    after: to,
  });
  if (!was) return [change('ADDED', null, null)];
  const changes = texts
    .filter((field) => was[field] !== item[field])
    .map((field) => change('EDITED', was[field] || null, item[field] || null));
  if (was.minutes !== item.minutes) changes.push(change('EDITED', `${was.minutes} min`, `${item.minutes} min`));
  if (was.purpose !== item.purpose || was.closedPart !== item.closedPart) changes.push(change('EDITED', null, null));
  const paperIds = new Set(was.papers.map((paper) => paper.id));
  const kept = new Set(item.papers.map((paper) => paper.id));
  return [
    ...changes,
    ...item.papers.filter(({ id }) => !paperIds.has(id)).map(({ title }) => change('PAPER_ADDED', null, title)),
    ...was.papers.filter(({ id }) => !kept.has(id)).map(({ title }) => change('PAPER_REMOVED', title, null)),
  ];
}

/** What was closed before stays closed in what is told of it, and the other way round. */
export function secretsOf(item: SnapshotItem, was: SnapshotItem = item): ChangeSecrets {
  return {
    itemId: item.id,
    closedPart: item.closedPart || was.closedPart,
    caseIds: [...new Set([...item.caseIds, ...was.caseIds])],
  };
}

/** How much of an item somebody gets: all of it, only that it is there, or nothing. */
export type ItemView = 'SHOWN' | 'MASKED' | 'ABSENT';

/**
 * The changes as somebody may hear them: of what is masked only that something in it changed, once for each kind.
 * @param viewOf how much they get of what has these secrets.
 * @param mask what stands in place of its title.
 */
export function changesFor(
  changes: readonly AgendaChange[],
  viewOf: (secrets: ChangeSecrets) => ItemView,
  mask: string,
): AgendaChange[] {
  const kinds = new Set<AgendaChangeKind>();
  return changes.flatMap((change) => {
    const view = viewOf(change);
    if (view !== 'MASKED') return view === 'SHOWN' ? [change] : [];
    const kind = change.kind.startsWith('PAPER') ? 'EDITED' : change.kind;
    if (kinds.has(kind)) return [];
    kinds.add(kind);
    return [{ ...change, kind, title: mask, before: null, after: null }];
  });
}
