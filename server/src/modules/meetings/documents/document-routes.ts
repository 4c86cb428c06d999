import { messageFor } from '@versnellingstafel/shared/errors/messages';
import { type DocumentModel, formatFacts } from '../../../platform/documents/document-model.ts';
import { DocumentWriter, WriterBusy } from '../../../platform/documents/document-writer.ts';
import { putFileHeaders } from '../../../platform/files/send-file.ts';
import type { HttpCall } from '../../../platform/http/http-routes.ts';
import { sendError } from '../../../platform/http/send.ts';
import type { AppContext, AppPlatform } from '../../people/people.module.ts';
import type { Meeting } from '../meeting.entity.ts';
import { agendaDocument } from './agenda-document.ts';
import {
  closedPartParameter,
  type DocumentWish,
  fileName,
  type Frame,
  frameOf,
  possibleDocuments,
  readAddress,
} from './meeting-document.ts';
import { minutesDocument } from './minutes-document.ts';

/** `/documents/meetings/<id>/<agenda|minutes|decisions|actions>.<pdf|docx|md>`, with `?besloten=1` for the closed part. */
export function registerDocumentRoutes(platform: AppPlatform): void {
  const writer = new DocumentWriter();
  platform.http.register('/documents/', (call) => answerDocument(call, writer));
}

async function answerDocument(call: HttpCall<AppContext>, writer: DocumentWriter): Promise<void> {
  const { request, response, path } = call;
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return sendError(request, response, 405, 'METHOD_NOT_ALLOWED', 'Only GET works here.');
  }
  const context = await call.context();
  const wish = readAddress(path);
  const closedPart = new URLSearchParams((request.url ?? '').split('?')[1]).get(closedPartParameter) === '1';
  const made = wish && (await makeDocument(context, wish, closedPart));
  // What is not there, what is not the viewer's and a closed part that is not for them answer alike.
  if (!made) return sendError(request, response, 404, 'NOT_FOUND', messageFor('NOT_FOUND', context.locale));
  try {
    const bytes = await writer.write(made.model, wish.format);
    const { mediaType } = formatFacts[wish.format];
    putFileHeaders(response, { name: made.name, mediaType, size: bytes.length });
    response.writeHead(200);
    response.end(request.method === 'HEAD' ? undefined : bytes);
  } catch (error) {
    if (!(error instanceof WriterBusy)) throw error;
    response.setHeader('Retry-After', '5');
    await sendError(request, response, 503, 'DOCUMENTS_BUSY', messageFor('DOCUMENTS_BUSY', context.locale));
  }
}

async function makeDocument(
  context: AppContext,
  { meetingId, kind, format }: DocumentWish,
  closedPart: boolean,
): Promise<{ model: DocumentModel; name: string } | null> {
  const meeting = context.viewer === null ? null : ((await context.node('Meeting', meetingId)) as Meeting | null);
  if (meeting === null) return null;
  const possible = await possibleDocuments(context, meeting);
  if (!possible.kinds.includes(kind) || (closedPart && !possible.withClosedPart)) return null;
  const frame: Frame = await frameOf(context, meeting, closedPart);
  const table = (await context.node('AccelerationTable', meeting.tableId)) as { slug: string } | null;
  const model = kind === 'AGENDA' ? await agendaDocument(frame) : await minutesDocument(frame, kind);
  return { model, name: fileName(frame, kind, format, table?.slug ?? '') };
}
