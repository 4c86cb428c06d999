import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agendaChanges, type AgendaSnapshot, changesFor, type SnapshotItem } from './agenda-changes.ts';

const item = (id: string, more: Partial<SnapshotItem> = {}): SnapshotItem => ({
  id,
  title: `Punt ${id}`,
  purpose: 'DISCUSS',
  minutes: 15,
  presenter: '',
  proposedDecision: '',
  closedPart: false,
  caseIds: [],
  papers: [],
  ...more,
});
const meeting = (items: readonly SnapshotItem[], more: Partial<AgendaSnapshot> = {}): AgendaSnapshot => ({
  startsAt: '2026-12-10T12:30:00.000Z',
  endsAt: '2026-12-10T15:00:00.000Z',
  location: 'Zwolle',
  cancelled: false,
  items,
  ...more,
});
const told = (before: AgendaSnapshot, after: AgendaSnapshot) =>
  agendaChanges(before, after).map((change) => [change.kind, change.title, change.before, change.after]);
const [a, b, c] = [item('a'), item('b'), item('c')];

describe('what is told of two moments', () => {
  test('nothing when nothing differs', () => {
    expect(told(meeting([a, b]), meeting([a, b]))).toEqual([]);
  });
  test('when, where and whether', () => {
    const later = { startsAt: '2026-12-11T12:30:00.000Z', endsAt: '2026-12-11T15:00:00.000Z', location: 'Deventer' };
    expect(told(meeting([]), meeting([], { ...later, cancelled: true }))).toEqual([
      ['CANCELLED', '', null, null],
      ['RESCHEDULED', '', '2026-12-10T12:30:00.000Z', '2026-12-11T12:30:00.000Z'],
      ['PLACE', '', 'Zwolle', 'Deventer'],
    ]);
    expect(told(meeting([], { cancelled: true }), meeting([]))).toEqual([['RESTORED', '', null, null]]);
    expect(told(meeting([]), meeting([], { endsAt: '2026-12-10T16:00:00.000Z' }))).toEqual([
      ['RESCHEDULED', '', '2026-12-10T15:00:00.000Z', '2026-12-10T16:00:00.000Z'],
    ]);
  });
  test('what came and what went', () => {
    expect(told(meeting([a, b]), meeting([b, c]))).toEqual([
      ['REMOVED', 'Punt a', null, null],
      ['ADDED', 'Punt c', null, null],
    ]);
  });
  test('the one that moved, and not the others that made room', () => {
    expect(told(meeting([a, b, c]), meeting([c, a, b]))).toEqual([['MOVED', 'Punt c', '3', '1']]);
    expect(told(meeting([a, b]), meeting([c, a, b]))).toEqual([['ADDED', 'Punt c', null, null]]);
  });
  test('each thing of an item that reads otherwise', () => {
    const edited = item('a', {
      title: 'Stikstof',
      minutes: 30,
      purpose: 'DECIDE',
      presenter: 'Piet',
      proposedDecision: 'Instemmen',
    });
    expect(told(meeting([a]), meeting([edited]))).toEqual([
      ['EDITED', 'Stikstof', 'Punt a', 'Stikstof'],
      ['EDITED', 'Stikstof', null, 'Instemmen'],
      ['EDITED', 'Stikstof', null, 'Piet'],
      ['EDITED', 'Stikstof', '15 min', '30 min'],
      ['EDITED', 'Stikstof', null, null],
    ]);
  });
  test('papers that came and went', () => {
    const before = item('a', {
      papers: [
        { id: '1', title: 'Oud' },
        { id: '2', title: 'Blijft' },
      ],
    });
    const after = item('a', {
      papers: [
        { id: '2', title: 'Blijft' },
        { id: '3', title: 'Nieuw' },
      ],
    });
    expect(told(meeting([before]), meeting([after]))).toEqual([
      ['PAPER_ADDED', 'Punt a', null, 'Nieuw'],
      ['PAPER_REMOVED', 'Punt a', 'Oud', null],
    ]);
  });
  test('as few moves as explain any new order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 8 }), (order) => {
        const items = order.map((n) => item(String(n)));
        const moves = agendaChanges(meeting(items.toSorted((x, y) => x.id.localeCompare(y.id))), meeting(items));
        expect(moves.every(({ kind }) => kind === 'MOVED')).toBe(true);
        const moved = new Set(moves.map(({ title }) => title));
        const stayed = items.filter(({ title }) => !moved.has(title)).map(({ id }) => Number(id));
        expect(stayed).toEqual(stayed.toSorted((x, y) => x - y));
      }),
    );
  });
});

describe('what somebody may hear', () => {
  const changes = agendaChanges(
    meeting([a, item('b', { closedPart: true, title: 'Prijs' }), item('c', { caseIds: ['x'] })]),
    meeting([
      item('a', { title: 'Anders' }),
      item('b', { closedPart: false, title: 'Prijs', minutes: 20, papers: [{ id: '1', title: 'Geheim' }] }),
      item('c', { caseIds: [], title: 'Zonder' }),
    ]),
  );
  test('all of it', () => {
    expect(changesFor(changes, () => 'SHOWN', 'Besloten deel')).toEqual(changes);
  });
  test('of what was or became closed, or is about hidden cases, only that something changed', () => {
    const heard = changesFor(
      changes,
      ({ closedPart, caseIds }) => (closedPart || caseIds.includes('x') ? 'MASKED' : 'SHOWN'),
      'Besloten deel',
    );
    expect(heard.map(({ kind, title, before, after }) => [kind, title, before, after])).toEqual([
      ['EDITED', 'Anders', 'Punt a', 'Anders'],
      ['EDITED', 'Besloten deel', null, null],
    ]);
    expect(JSON.stringify(heard.map(({ kind, title, before, after }) => [kind, title, before, after]))).not.toMatch(
      /Prijs|Geheim|Zonder/,
    );
  });
  test('nothing of what is not there for them', () => {
    const ownOnly = changesFor(changes, ({ itemId }) => (itemId === 'c' ? 'SHOWN' : 'ABSENT'), '');
    expect(ownOnly.map(({ title }) => title)).toEqual(['Zonder']);
  });
});
