import { mayAct } from '@versnellingstafel/shared/bottlenecks/permissions';
import { Forbidden } from '../../platform/commands/breach.ts';
import { globalId, uuidOf } from '../../platform/graphql/global-id.ts';
import { notFoundProblem, refuse } from '../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';
import { visibleNotes } from '../knowledge/knowledge.module.ts';
import type { Viewer } from '../people/people.module.ts';
import { recordEvent } from './bottleneck.events.ts';
import { visibleBottlenecks } from './bottleneck.policy.ts';
import { type LinkedNote, sharedSubjects } from './note-links.ts';
import { openBottleneck } from './open-bottleneck.ts';

export interface RemoveApplication {
  readonly applicationId: string;
}

interface LinkRow extends LinkedNote {
  bottleneckId: string;
  result: string;
}

/** Takes a note off a case. @throws Forbidden (no right on the case), Refusal (not there or not theirs). */
export async function removeApplication(
  tx: Transaction,
  viewer: Viewer,
  input: RemoveApplication,
): Promise<{ noteId: string; bottleneckId: string }> {
  const id = uuidOf('Application', input.applicationId);
  const place = id === null ? null : await visibleLink(tx, viewer, id);
  if (!place) refuse(notFoundProblem(['input', 'applicationId']));
  const open = await openBottleneck(tx, viewer, globalId('Bottleneck', place.bottleneckId));
  const decision = mayAct('LINK_NOTE', open.facts);
  if (!decision.allowed) throw new Forbidden(decision.reason);

  const gone = await tx.em.execute<object[]>('delete from application where id = ? returning id', [id]);
  if (gone.length === 0) refuse(notFoundProblem(['input', 'applicationId']));
  recordEvent(open, 'APPLICATION_REMOVED', {
    changes: [{ field: 'result', before: place.result, after: null }],
    subjects: sharedSubjects([place], open.row),
  });
  return { noteId: place.id, bottleneckId: place.bottleneckId };
}

/** The link, as far as the viewer may see both ends. */
async function visibleLink(tx: Transaction, viewer: Viewer, id: string): Promise<LinkRow | null> {
  const notes = visibleNotes(viewer, 'n');
  const bottlenecks = visibleBottlenecks(viewer, 'b');
  const [row] = await tx.em.execute<LinkRow[]>(
    `select n.id, n.confidentiality, n.region_id as "regionId", a.bottleneck_id as "bottleneckId", a.result
     from application a join knowledge_note n on n.id = a.note_id join bottleneck b on b.id = a.bottleneck_id
     where a.id = ? and ${notes.sql} and ${bottlenecks.sql}`,
    [id, ...notes.params, ...bottlenecks.params],
  );
  return row ?? null;
}
