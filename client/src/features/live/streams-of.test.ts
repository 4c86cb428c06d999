import { expect, test } from 'vitest';
import type { Session } from '../session/session.ts';
import { streamsOf } from './streams-of.ts';

const table = (id: string, parent: string | null) => ({ id, parent: parent && { id: parent } });
const tables = [
  table('national', null),
  table('province', 'national'),
  table('west', 'province'),
  table('twente', 'province'),
  table('zwolle', 'west'),
];

const followedBy = (...memberships: string[]): string[] =>
  streamsOf({
    viewer: { memberships: memberships.map((id) => ({ table: { id } })) },
    tables,
  } as unknown as Session).flatMap((stream) => (stream.kind === 'table' ? [stream.tableId] : [stream.kind]));

test('a member follows the own table and every table below it', () => {
  expect(followedBy('province')).toEqual(['province', 'west', 'twente', 'zwolle', 'knowledge', 'inbox']);
  expect(followedBy('zwolle')).toEqual(['zwolle', 'knowledge', 'inbox']);
});

test('who sits at no table still follows notes and the own inbox', () => {
  expect(followedBy()).toEqual(['knowledge', 'inbox']);
});
