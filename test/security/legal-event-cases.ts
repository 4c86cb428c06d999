import type { MutationCase } from './mutation-case.ts';

type One = <T>(sql: string, params: unknown[]) => Promise<T>;

/** What changed in the law: recorded by an editor, and each verdict by who has the right to it. */
export function legalEventCases(one: One): readonly MutationCase[] {
  const plain = (mutation: string, by: string, fields: () => Promise<object>, variant?: string): MutationCase => ({
    mutation,
    ...(variant !== undefined && { variant }),
    by,
    variables: async () => ({ input: await fields(), idempotencyKey: crypto.randomUUID() }),
  });
  const note = async (title: string) => {
    const row = await one<{ id: string; version: number }>(
      'select id, version from knowledge_note where title like ?',
      [`${title}%`],
    );
    return { noteId: `KnowledgeNote_${row.id}`, expectedVersion: row.version };
  };
  const latest = async () => {
    const row = await one<{ id: string }>(
      'select id from legal_event where withdrawn_at is null order by recorded_at desc, id desc limit 1',
      [],
    );
    return { legalEventId: `LegalEvent_${row.id}` };
  };
  const record = (variant: string, titles: readonly string[]) =>
    plain(
      'recordLegalEvent',
      'knowledge-editor',
      async () => ({
        kind: 'LAW',
        title: 'Een wet die ingaat',
        summary: 'Wat er verandert, in een paar woorden',
        legalReferences: ['Ow art. 5.1'],
        effectiveOn: '2026-11-01',
        noteIds: await Promise.all(titles.map(async (title) => (await note(title)).noteId)),
      }),
      variant,
    );
  const verdict = (by: string, title: string, more: object) =>
    plain(
      'settleReview',
      by,
      async () => ({ ...(await latest()), ...(await note(title)), remark: 'Bekeken', ...more }),
      JSON.stringify(more),
    );
  const texts = {
    body: 'Uitgelegd na de wet',
    applies: 'Wanneer wel',
    appliesNot: 'Wanneer niet',
    steps: 'Eerst dit',
    caveat: 'Let op',
    summary: 'Samengevat na de wet',
    tags: ['wet'],
    legalReferences: ['Ow art. 5.1'],
    validAsOf: '2026-11-20',
    reviewBy: '2027-03-01',
    confidentiality: 'PUBLIC',
  };
  return [
    record('taken back', ['Kostenverhaal']),
    plain('withdrawLegalEvent', 'knowledge-editor', latest),
    record('judged', ['Soortenmanagementplan', 'Water en bodem sturend', 'Flexpool en aanjaagteam']),
    verdict('validator', 'Soortenmanagementplan', { verdict: 'CONFIRM', reviewBy: '2027-06-01' }),
    verdict('knowledge-editor', 'Water en bodem sturend', { verdict: 'ADAPT', ...texts }),
    verdict('knowledge-editor', 'Flexpool en aanjaagteam', { verdict: 'ARCHIVE' }),
  ];
}
