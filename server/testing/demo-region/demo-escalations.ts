import { acceptEscalation } from '../../src/modules/bottlenecks/escalation/accept-escalation.ts';
import { agreeToEscalation } from '../../src/modules/bottlenecks/escalation/agree-to-escalation.ts';
import { escalateBottleneck } from '../../src/modules/bottlenecks/escalation/escalate-bottleneck.ts';
import { returnEscalation } from '../../src/modules/bottlenecks/escalation/return-escalation.ts';
import { sendEscalation } from '../../src/modules/bottlenecks/escalation/send-escalation.ts';
import type { AppPlatform } from '../../src/modules/people/people.module.ts';
import { globalId, uuidOf } from '../../src/platform/graphql/global-id.ts';
import type { Transaction } from '../../src/platform/streams/transaction.ts';
import type { DemoCalendar } from './demo-calendar.ts';
import type { DemoEscalation } from './demo-data.ts';
import type { Way } from './demo-way.ts';

interface Escalated {
  escalationId: string;
  expectedVersion: number;
}

async function underWay(tx: Transaction, bottleneckId: string): Promise<Escalated> {
  const [row] = await tx.em.execute<{ id: string; version: number }[]>(
    'select id, version from escalation where bottleneck_id = ? and ended_at is null',
    [uuidOf('Bottleneck', bottleneckId)],
  );
  if (!row) throw new Error('Nothing is under way about this case of the demo region.');
  return { escalationId: globalId('Escalation', row.id), expectedVersion: row.version };
}

/** No agenda is touched here, so the platform that knows of agendas is not asked for. */
const noPlatform = {} as AppPlatform;

/** The handshake about a case, as far as it has come. */
export function escalate(way: Way, demo: DemoEscalation, calendar: DemoCalendar, secretary: string): void {
  const { reason, agreed, sent, accepted, returned, sharesDossier = false } = demo;
  way.next('escalate', demo.drafted, '15:12', secretary, (tx, viewer, input) =>
    escalateBottleneck(tx, viewer, { ...input, reason, sharesDossier }),
  );
  if (agreed) {
    way.next('escalation-agreed', agreed.on, '08:41', agreed.by, async (tx, viewer, { bottleneckId }) =>
      agreeToEscalation(tx, viewer, await underWay(tx, bottleneckId)),
    );
  }
  if (sent !== undefined) {
    way.next('escalation-sent', sent, '09:20', secretary, async (tx, viewer, { bottleneckId }) =>
      sendEscalation(tx, viewer, await underWay(tx, bottleneckId)),
    );
  }
  if (accepted) {
    const answerBy = calendar.date(accepted.answerBy);
    way.next('escalation-accepted', accepted.on, '11:05', accepted.by, async (tx, viewer, { bottleneckId }) =>
      acceptEscalation(
        tx,
        viewer,
        { ...(await underWay(tx, bottleneckId)), answerBy, remark: accepted.remark },
        noPlatform,
      ),
    );
  }
  if (returned) {
    way.next('escalation-returned', returned.on, '16:30', returned.by, (tx, viewer, input) =>
      returnEscalation(tx, viewer, { ...input, reason: returned.reason }),
    );
  }
}
