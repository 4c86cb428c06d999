import { mayAct } from '@versnellingstafel/shared/bottlenecks/permissions';
import { discussionLimits } from '@versnellingstafel/shared/discussion/permissions';
import { InputCheck } from '../../../platform/commands/input-check.ts';
import { checkLink, checkUpload, type FileOrLink } from '../../../platform/files/check-upload.ts';
import { attachFile } from '../../../platform/files/stored-files.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import { Attachment } from '../../discussion/discussion.module.ts';
import type { Viewer } from '../../people/people.module.ts';
import { bottleneckKind } from '../bottleneck.events.ts';
import { openBottleneck } from '../open-bottleneck.ts';
import { attachmentKind, recordDiscussion } from './discussion-events.ts';
import { permitAct } from './permit-act.ts';

export interface AddAttachment extends FileOrLink {
  readonly bottleneckId: string;
  /** What it is called; left out: the name of the file, or the address. */
  readonly title?: string | null | undefined;
}

/**
 * Puts a file or a link with a case. The case itself does not change. For its people and who sits at its table.
 * @throws Refusal with every field problem, Forbidden (CASE_OR_TABLE_ONLY).
 */
export async function addAttachment(
  tx: Transaction,
  viewer: Viewer,
  input: AddAttachment,
): Promise<{ bottleneckId: string; attachmentId: string }> {
  const { row, facts } = await openBottleneck(tx, viewer, input.bottleneckId);
  permitAct(mayAct('ATTACH', facts));
  const check = new InputCheck();
  const given =
    input.title == null
      ? null
      : check.text('title', input.title, { min: 1, max: discussionLimits.titleMax, singleLine: true });
  const url = checkLink(check, input);
  const fileId = await checkUpload(tx, viewer.personId, check, input);
  await checkRoom(tx, check, row.id);
  check.done();

  const title = given ?? (await nameOf(tx, fileId, url));
  const attachment = tx.em.create(Attachment, {
    id: tx.newId(),
    subjectKind: bottleneckKind,
    subjectId: row.id,
    title,
    fileId,
    url,
    inConfidence: row.confidentiality === 'CONFIDENTIAL',
    addedById: viewer.personId,
    addedAt: tx.now,
    removedAt: null,
  });
  if (fileId !== null) await attachFile(tx.em, fileId);
  await tx.em.flush();
  const changes = [{ field: 'attachment', before: null, after: title }];
  recordDiscussion(tx, row, 'ATTACHMENT_ADDED', { kind: attachmentKind, id: attachment.id }, { changes });
  return { bottleneckId: row.id, attachmentId: attachment.id };
}

/** Is there room for one more with this case? */
export async function checkRoom(tx: Transaction, check: InputCheck, bottleneckId: string): Promise<void> {
  const [row] = await tx.em.execute<{ count: number }[]>(
    'select count(*)::int as count from attachment where subject_kind = ? and subject_id = ? and removed_at is null',
    [bottleneckKind, bottleneckId],
  );
  const max = discussionLimits.attachmentsMax;
  if ((row?.count ?? 0) >= max) check.refuse('bottleneckId', 'TOO_MANY', { max });
}

async function nameOf(tx: Transaction, fileId: string | null, url: string | null): Promise<string> {
  if (url !== null) return new URL(url).hostname;
  const [file] = await tx.em.execute<{ name: string }[]>('select name from stored_file where id = ?', [fileId]);
  return (file?.name ?? '').slice(0, discussionLimits.titleMax);
}
