import { tableId } from './demo-people.ts';
import type { MutationCase } from './mutation-case.ts';

type One = <T>(sql: string, params: unknown[]) => Promise<T>;

/** Patterns at the table of the west: one is made, changed, resolved and brought back, and dissolved at the end. */
export function patternCases(one: One): readonly MutationCase[] {
  const plain = (mutation: string, fields: () => Promise<object>): MutationCase => ({
    mutation,
    by: 'secretary-west',
    variables: async () => ({ input: await fields(), idempotencyKey: crypto.randomUUID() }),
  });
  /** Open cases of the west that are in no pattern yet. */
  const free = async (count: number) => {
    const { ids } = await one<{ ids: string[] }>(
      `select json_agg('Bottleneck_' || id) as ids from (select b.id from bottleneck b
         where b.held_by_id = ?::uuid and b.state in ('IN_PROGRESS', 'ON_HOLD', 'TRIAGE') and b.confidentiality <> 'CONFIDENTIAL'
           and not exists (select from pattern_member pm where pm.bottleneck_id = b.id and pm.active)
         order by b.number limit ${count}) chosen`,
      [tableId('west').slice('AccelerationTable_'.length)],
    );
    return ids;
  };
  const last = async () => {
    const row = await one<{ id: string; version: number }>(
      'select id, version from pattern order by changed_at desc, id desc limit 1',
      [],
    );
    return { patternId: `Pattern_${row.id}`, expectedVersion: row.version };
  };
  const member = async () => {
    const { id } = await one<{ id: string }>(
      `select bottleneck_id as id from pattern_member where pattern_id = ?::uuid order by bottleneck_id limit 1`,
      [(await last()).patternId.slice('Pattern_'.length)],
    );
    return [`Bottleneck_${id}`];
  };
  return [
    plain('makePattern', async () => ({
      tableId: tableId('west'),
      title: 'Een probleem voor meer projecten',
      problem: 'Steeds hetzelfde.',
      bottleneckIds: await free(2),
    })),
    plain('editPattern', async () => ({
      ...(await last()),
      title: 'Een ander woord',
      problem: 'Steeds hetzelfde, weer.',
    })),
    plain('addToPattern', async () => ({ ...(await last()), bottleneckIds: await free(1) })),
    plain('removeFromPattern', async () => ({ ...(await last()), bottleneckIds: await member() })),
    plain('resolvePattern', async () => ({
      ...(await last()),
      resolution: 'Een uitspraak voor alle.',
      noteId: null,
      newNote: { title: 'Een uitspraak', summary: 'Zo gaat het.', themeCodes: ['STIKSTOF'] },
      leaveOutIds: await member(),
      allowedOnly: true,
    })),
    plain('undoResolvePattern', last),
    plain('dissolvePattern', async () => ({ ...(await last()), reason: 'Toch twee problemen.' })),
  ];
}
