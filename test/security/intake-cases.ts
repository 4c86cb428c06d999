import { personId, projectId } from './demo-people.ts';
import type { MutationCase } from './mutation-case.ts';

type One = <T>(sql: string, params: unknown[]) => Promise<T>;

/** Filing a case together: the parties to a case of the west, joining it, and what comes back of a referral. */
export function intakeCases(one: One): readonly MutationCase[] {
  const plain = (mutation: string, by: string, fields: () => Promise<object>, variant?: string): MutationCase => ({
    mutation,
    ...(variant !== undefined && { variant }),
    by,
    variables: async () => ({ input: await fields(), idempotencyKey: crypto.randomUUID() }),
  });
  const caseIn = async (number: string) => {
    const row = await one<{ id: string; version: number }>('select id, version from bottleneck where number = ?', [
      number,
    ]);
    return { bottleneckId: `Bottleneck_${row.id}`, expectedVersion: row.version };
  };
  const bottleneckId = async () => (await caseIn('KP-2026-013')).bottleneckId;
  const asked = async () => {
    const row = await one<{ id: string }>(
      `select id from co_signer where state = 'ASKED' order by asked_at desc limit 1`,
      [],
    );
    return { coSignerId: `CoSigner_${row.id}` };
  };
  const ask = (variant: string) =>
    plain(
      'askCoSigner',
      'secretary-west',
      async () => ({ bottleneckId: await bottleneckId(), personId: personId('developer') }),
      variant,
    );
  return [
    plain(
      'askCoSigner',
      'secretary-west',
      async () => ({
        bottleneckId: await bottleneckId(),
        externalName: 'Jo de Bouwer',
        externalOrganisation: 'Stichting Wonen',
      }),
      'without an account',
    ),
    ask('who declines'),
    plain('declineCoSign', 'developer', async () => ({ ...(await asked()), reason: 'Niet ons plan.' })),
    ask('whose question is taken back'),
    plain('withdrawCoSigner', 'secretary-west', asked),
    ask('who signs'),
    plain('coSign', 'developer', asked),
    plain('joinBottleneck', 'secretary-west', async () => ({
      bottleneckId: await bottleneckId(),
      projectId: projectId('D21'),
      homesBlocked: 30,
      remark: 'Hier ook.',
      draftId: null,
    })),
    plain('undoJoin', 'secretary-west', () => caseIn('KP-2026-013')),
  ];
}
