import { personId } from './demo-people.ts';
import type { MutationCase } from './mutation-case.ts';

type One = <T>(sql: string, params: unknown[]) => Promise<T>;

/** What is said about a case and put with it; each of them about the one that was made last. */
export function discussionCases(one: One, bottleneckId: () => Promise<string>): readonly MutationCase[] {
  const plain = (mutation: string, fields: () => Promise<object>): MutationCase => ({
    mutation,
    by: 'secretary-west',
    variables: async () => ({ input: await fields(), idempotencyKey: crypto.randomUUID() }),
  });
  /** The latest one that is there, or was taken away. */
  const comment = async (removed: boolean) => {
    const row = await one<{ id: string; version: number }>(
      `(select id, version from comment where (removed_at is not null) = ? order by written_at desc, id desc limit 1)
       union all select gen_random_uuid(), 1 limit 1`,
      [removed],
    );
    return { commentId: `Comment_${row.id}`, expectedVersion: row.version };
  };
  const attachment = async (removed: boolean) => {
    const row = await one<{ id: string }>(
      `(select id from attachment where (removed_at is not null) = ? and added_by_id = ?::uuid order by added_at desc, id desc limit 1)
       union all select gen_random_uuid() limit 1`,
      [removed, personId('secretary-west').slice('Person_'.length)],
    );
    return { attachmentId: `Attachment_${row.id}` };
  };
  const mentionIds = [personId('lead-raalte'), personId('chair-west')];
  return [
    plain('addComment', async () => ({ bottleneckId: await bottleneckId(), text: 'Weet jij dit?', mentionIds })),
    plain('editComment', async () => ({ ...(await comment(false)), text: 'Weten jullie dit?', mentionIds })),
    plain('removeComment', () => comment(false)),
    plain('restoreComment', () => comment(true)),
    plain('addAttachment', async () => ({
      bottleneckId: await bottleneckId(),
      title: 'De kaart',
      url: 'https://example.org/kaart',
    })),
    plain('removeAttachment', () => attachment(false)),
    plain('restoreAttachment', () => attachment(true)),
  ];
}
