import type { AttachmentVerb } from '@versnellingstafel/shared/discussion/permissions';
import { InputCheck } from '../../../platform/commands/input-check.ts';
import { attachFile, releaseFile } from '../../../platform/files/stored-files.ts';
import { uuidOf } from '../../../platform/graphql/global-id.ts';
import { fieldProblem, notFoundProblem, refuse } from '../../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import { Attachment } from '../../discussion/discussion.module.ts';
import type { Viewer } from '../../people/people.module.ts';
import { Bottleneck } from '../bottleneck.entity.ts';
import { bottleneckKind } from '../bottleneck.events.ts';
import { checkRoom } from './add-attachment.ts';
import { attachmentKind, recordDiscussion } from './discussion-events.ts';
import { permitOnSaid, saidFacts } from './said-facts.ts';
import { visibleAttachments } from './visible-discussion.ts';

interface Changed {
  [key: string]: string;
  bottleneckId: string;
  attachmentId: string;
}

async function attachmentForChange(
  tx: Transaction,
  viewer: Viewer,
  verb: AttachmentVerb,
  input: { attachmentId: string },
): Promise<{ attachment: Attachment; row: Bottleneck }> {
  const unknown = notFoundProblem(['input', 'attachmentId'], 'UNKNOWN_ATTACHMENT');
  const id = uuidOf('Attachment', input.attachmentId) ?? refuse(unknown);
  const visible = visibleAttachments(viewer);
  const [caseRow] = await tx.em.execute<object[]>(
    `select b.* from attachment a join bottleneck b on b.id = a.subject_id and a.subject_kind = '${bottleneckKind}'
     where a.id = ? and ${visible.sql} for update of b`,
    [id, ...visible.params],
  );
  const [found] = caseRow ? await tx.em.execute<object[]>('select * from attachment where id = ?', [id]) : [];
  if (!caseRow || !found) return refuse(unknown);
  const row = tx.em.map(Bottleneck, caseRow);
  const attachment = tx.em.map(Attachment, found);
  const said = { byId: attachment.addedById, removed: attachment.removedAt !== null };
  permitOnSaid(verb, saidFacts(viewer, said, row.heldById), 'attachmentId');
  return { attachment, row };
}

/** Takes a file or a link away; for a day it can be put back. For who added it and the secretary. @throws Refusal, Forbidden. */
export async function removeAttachment(
  tx: Transaction,
  viewer: Viewer,
  input: { attachmentId: string },
): Promise<Changed> {
  const { attachment, row } = await attachmentForChange(tx, viewer, 'REMOVE', input);
  attachment.remove(tx.now);
  if (attachment.fileId !== null) await releaseFile(tx.em, attachment.fileId, tx.now);
  await tx.em.flush();
  const changes = [{ field: 'attachment', before: attachment.title, after: null }];
  recordDiscussion(tx, row, 'ATTACHMENT_REMOVED', { kind: attachmentKind, id: attachment.id }, { changes });
  return { bottleneckId: row.id, attachmentId: attachment.id };
}

/** Puts back what was taken away. For who added it and the secretary. @throws Refusal (FILE_GONE, no room), Forbidden. */
export async function restoreAttachment(
  tx: Transaction,
  viewer: Viewer,
  input: { attachmentId: string },
): Promise<Changed> {
  const { attachment, row } = await attachmentForChange(tx, viewer, 'RESTORE', input);
  if (attachment.url === null && !(await isKept(tx, attachment.fileId)))
    refuse(fieldProblem('FILE_GONE', ['input', 'attachmentId']));
  const check = new InputCheck();
  await checkRoom(tx, check, row.id);
  check.done();
  attachment.restore();
  if (attachment.fileId !== null) await attachFile(tx.em, attachment.fileId);
  await tx.em.flush();
  const changes = [{ field: 'attachment', before: null, after: attachment.title }];
  recordDiscussion(tx, row, 'ATTACHMENT_RESTORED', { kind: attachmentKind, id: attachment.id }, { changes });
  return { bottleneckId: row.id, attachmentId: attachment.id };
}

/** Is the file still there? Then the broom waits for this transaction. */
async function isKept(tx: Transaction, fileId: string | null): Promise<boolean> {
  const rows = await tx.em.execute<object[]>('select from stored_file where id = ? for update', [fileId]);
  return rows.length > 0;
}
