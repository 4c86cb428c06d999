import { fileLimits } from '@versnellingstafel/shared/files/file-limits';
import { agendaLimits } from '@versnellingstafel/shared/meetings/agenda';
import { InputCheck } from '../../../platform/commands/input-check.ts';
import { checkLink, checkUpload } from '../../../platform/files/check-upload.ts';
import { attachFile } from '../../../platform/files/stored-files.ts';
import { uuidOf } from '../../../platform/graphql/global-id.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { subjectsOf } from '../agenda.ts';
import type { AgendaItem } from '../agenda-item.entity.ts';
import { meetingEvent } from '../meeting-events.ts';
import { itemForPapers } from './item-for-papers.ts';
import { Paper } from './paper.entity.ts';

export interface AddPaper {
  itemId: string;
  title: string;
  fileId?: string | null | undefined;
  url?: string | null | undefined;
}

interface Outcome {
  [key: string]: string;
  meetingId: string;
  itemId: string;
  paperId: string;
}

/**
 * Adds a paper to an item: a file that the viewer uploaded, a link, or again a paper of this item that was taken away. It shows at
 * once to whoever may see the item, and the next publication tells it.
 * @throws Refusal (every field problem), Forbidden (LEADERS_OR_PRESENTER_ONLY).
 */
export async function addPaper(tx: Transaction, viewer: Viewer, input: AddPaper): Promise<Outcome> {
  const { meeting, item } = await itemForPapers(tx, viewer, uuidOf('AgendaItem', input.itemId), 'itemId');

  const check = new InputCheck();
  const title = check.text('title', input.title, { min: 1, max: agendaLimits.titleMax, singleLine: true });
  const url = checkLink(check, input);
  const back = input.fileId == null ? null : await takenAway(tx, item, uuidOf('Paper', input.fileId));
  const fileId = back ? back.fileId : await checkUpload(tx, viewer.personId, check, input);
  const [count] = await tx.em.execute<{ count: number }[]>(
    'select count(*)::int as count from paper where agenda_item_id = ? and removed_at is null',
    [item.id],
  );
  if ((count?.count ?? 0) >= fileLimits.papersMax) check.refuse('itemId', 'TOO_MANY', { max: fileLimits.papersMax });
  check.done();

  const paper =
    back ??
    tx.em.create(Paper, {
      id: tx.newId(),
      meetingId: meeting.id,
      agendaItemId: item.id,
      title,
      fileId,
      url,
      addedById: viewer.personId,
      addedAt: tx.now,
      removedAt: null,
    });
  back?.putBack();
  if (fileId !== null) await attachFile(tx.em, fileId);
  meeting.changePapers();
  await tx.em.flush();
  tx.record(
    meetingEvent('PAPER_ADDED', meeting, [{ field: 'paper', before: null, after: paper.title }], {
      id: item.id,
      closedPart: item.closedPart,
      subjects: await subjectsOf(tx, item.id),
    }),
  );
  return { meetingId: meeting.id, itemId: item.id, paperId: paper.id };
}

/** A paper of this very item that was taken away and whose file is still there. */
async function takenAway(tx: Transaction, item: AgendaItem, id: string | null): Promise<Paper | null> {
  if (id === null) return null;
  const [row] = await tx.em.execute<object[]>(
    'select * from paper where id = ? and agenda_item_id = ? and removed_at is not null for update',
    [id, item.id],
  );
  return row ? tx.em.map(Paper, row) : null;
}
