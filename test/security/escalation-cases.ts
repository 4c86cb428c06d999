import { tableId } from './demo-people.ts';
import type { MutationCase } from './mutation-case.ts';

type One = <T>(sql: string, params: unknown[]) => Promise<T>;

/** The handshake between two tables, about a case of Deventer that waits for its alderman and one that lies at the province. */
export function escalationCases(one: One): readonly MutationCase[] {
  const plain = (mutation: string, by: string, fields: () => Promise<object>, variant?: string): MutationCase => ({
    mutation,
    ...(variant !== undefined && { variant }),
    by,
    variables: async () => ({ input: await fields(), idempotencyKey: crypto.randomUUID() }),
  });
  const underWay = async (number: string) => {
    const row = await one<{ id: string; version: number }>(
      `select e.id, e.version from escalation e join bottleneck b on b.id = e.bottleneck_id where b.number = ? and e.ended_at is null`,
      [number],
    );
    return { escalationId: `Escalation_${row.id}`, expectedVersion: row.version };
  };
  const waiting = () => underWay('KP-2026-034');
  const reason = 'Eerst nog dit.';
  return [
    plain('changeEscalationRules', 'secretary-west', async () => ({
      tableId: tableId('west'),
      needsAgreement: true,
      answerTermDays: 21,
    })),
    plain('declineEscalation', 'alderman-deventer', async () => ({ ...(await waiting()), reason })),
    plain('editEscalation', 'secretary-west', async () => ({
      ...(await waiting()),
      memo: {
        question: 'Wie beheert de kade?',
        situation: 'De kade is waterkering.',
        tried: 'Drie gesprekken.',
        consequence: 'De bouw wacht.',
        proposal: 'Beheer bij het waterschap.',
        decisionBy: '2099-01-15',
      },
      sharesDossier: true,
      sharesFiles: true,
    })),
    plain('agreeToEscalation', 'alderman-deventer', waiting),
    plain('sendEscalation', 'secretary-west', waiting),
    plain('undoEscalationStep', 'secretary-west', waiting),
    plain('sendEscalation', 'secretary-west', waiting, 'again'),
    plain('acceptEscalation', 'coordinator', async () => ({
      ...(await waiting()),
      answerBy: null,
      meetingId: null,
      remark: 'Wij kijken ernaar.',
    })),
    plain('answerEscalation', 'coordinator', async () => ({
      ...(await waiting()),
      answer: 'Het waterschap beheert de kade.',
      resolves: false,
    })),
    plain('withdrawEscalation', 'secretary-zwolle', async () => ({ ...(await underWay('KP-2026-033')), reason })),
  ];
}
