import type { MutationCase } from './mutation-case.ts';

type One = <T>(sql: string, params: unknown[]) => Promise<T>;

/** Looking after search: words that mean the same, questions that led nowhere, and the index. */
export function searchCases(one: One): readonly MutationCase[] {
  const plain = (mutation: string, by: string, fields: () => Promise<object>): MutationCase => ({
    mutation,
    by,
    variables: async () => ({ input: await fields(), idempotencyKey: crypto.randomUUID() }),
  });
  const group = async () => {
    const row = await one<{ id: string; version: number }>(
      `(select id, version from synonym_group where removed_at is null order by created_at desc, id desc limit 1)
       union all select gen_random_uuid(), 1 limit 1`,
      [],
    );
    return { synonymGroupId: `SynonymGroup_${row.id}`, expectedVersion: row.version };
  };
  const words = {
    terms: ['netcongestie', 'stroomfile'],
    oneWay: ['stekkerfile'],
    themeCode: 'NETCONGESTIE',
    validFrom: '2026-01-01',
    validUntil: '2030-12-31',
    remark: 'Zo heet het hier',
  };
  return [
    plain('addSynonyms', 'knowledge-editor', () => Promise.resolve(words)),
    plain('editSynonyms', 'administrator', async () => ({ ...(await group()), ...words, remark: 'Anders gezegd' })),
    plain('removeSynonyms', 'knowledge-editor', async () => {
      const { synonymGroupId } = await group();
      return { synonymGroupId };
    }),
    {
      mutation: 'recordSearch',
      by: 'developer',
      variables: () => Promise.resolve({ input: { query: 'zwaluwkwestie' } }),
    },
    plain('settleSearchGap', 'knowledge-editor', async () => {
      const { id } = await one<{ id: string }>(
        '(select id from search_gap order by last_on desc, id desc limit 1) union all select gen_random_uuid() limit 1',
        [],
      );
      return { searchGapId: `SearchGap_${id}`, state: 'NOTE_ASKED' };
    }),
    plain('saveSearch', 'developer', () => Promise.resolve({ query: 'stikstof status:opgelost' })),
    plain('forgetSearch', 'developer', async () => {
      const { id } = await one<{ id: string }>(
        '(select id from saved_search order by created_at desc, id desc limit 1) union all select gen_random_uuid() limit 1',
        [],
      );
      return { savedSearchId: `SavedSearch_${id}` };
    }),
    {
      mutation: 'rebuildSearchIndex',
      by: 'administrator',
      variables: () => Promise.resolve({ idempotencyKey: crypto.randomUUID() }),
    },
  ];
}
