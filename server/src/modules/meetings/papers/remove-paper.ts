import { notFoundProblem, refuse } from '../../../platform/graphql/problem-data.ts';
import { releaseFile } from '../../../platform/files/stored-files.ts';
import { uuidOf } from '../../../platform/graphql/global-id.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { subjectsOf } from '../agenda.ts';
import { meetingEvent } from '../meeting-events.ts';
import { itemForPapers } from './item-for-papers.ts';
import { Paper } from './paper.entity.ts';

/**
 * Takes a paper away from its item, and so from all that go on with it. For a day it can be put back with addPaper.
 * @throws Refusal (UNKNOWN_PAPER, over), Forbidden (LEADERS_OR_PRESENTER_ONLY).
 */
export async function removePaper(
  tx: Transaction,
  viewer: Viewer,
  input: { paperId: string },
): Promise<{ meetingId: string; itemId: string }> {
  const id = uuidOf('Paper', input.paperId);
  const unknown = notFoundProblem(['input', 'paperId'], 'UNKNOWN_PAPER');
  const [place] = await tx.em.execute<{ itemId: string }[]>(
    'select agenda_item_id as "itemId" from paper where id = ? and removed_at is null',
    [id],
  );
  if (!place) return refuse(unknown);
  const { meeting, item } = await itemForPapers(tx, viewer, place.itemId, 'paperId');
  const [row] = await tx.em.execute<object[]>('select * from paper where id = ? and removed_at is null for update', [
    id,
  ]);
  if (!row) return refuse(unknown);

  const paper = tx.em.map(Paper, row);
  paper.remove(tx.now);
  if (paper.fileId !== null) await releaseFile(tx.em, paper.fileId, tx.now);
  meeting.changePapers();
  await tx.em.flush();
  tx.record(
    meetingEvent('PAPER_REMOVED', meeting, [{ field: 'paper', before: paper.title, after: null }], {
      id: item.id,
      closedPart: item.closedPart,
      subjects: await subjectsOf(tx, item.id),
    }),
  );
  return { meetingId: meeting.id, itemId: item.id };
}
