import { messageFor } from '@versnellingstafel/shared/errors/messages';
import { formatFacts } from '../../../platform/documents/document-model.ts';
import { DocumentWriter, WriterBusy } from '../../../platform/documents/document-writer.ts';
import { putFileHeaders } from '../../../platform/files/send-file.ts';
import type { HttpCall } from '../../../platform/http/http-routes.ts';
import { sendError } from '../../../platform/http/send.ts';
import type { AppContext, AppPlatform } from '../../people/people.module.ts';
import { escalationById } from './escalation.queries.ts';
import { readMemoAddress } from './memo-address.ts';
import { memoDocument } from './memo-document.ts';

/** `/documents/escalations/<id>.pdf`: the memo of an escalation, under the rights of the escalation. */
export function registerMemoRoute(platform: AppPlatform): void {
  const writer = new DocumentWriter();
  platform.http.register('/documents/escalations/', (call) => answerMemo(call, writer));
}

async function answerMemo(call: HttpCall<AppContext>, writer: DocumentWriter): Promise<void> {
  const { request, response, path } = call;
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return sendError(request, response, 405, 'METHOD_NOT_ALLOWED', 'Only GET works here.');
  }
  const context = await call.context();
  const face = await escalationById(context, readMemoAddress(path));
  const memo = face && (await memoDocument(context, face));
  // What is not there and what is not the viewer's answer alike.
  if (!memo) return sendError(request, response, 404, 'NOT_FOUND', messageFor('NOT_FOUND', context.locale));
  try {
    const bytes = await writer.write(memo.model, 'PDF');
    putFileHeaders(response, { name: memo.name, mediaType: formatFacts.PDF.mediaType, size: bytes.length });
    response.writeHead(200);
    response.end(request.method === 'HEAD' ? undefined : bytes);
  } catch (error) {
    if (!(error instanceof WriterBusy)) throw error;
    response.setHeader('Retry-After', '5');
    await sendError(request, response, 503, 'DOCUMENTS_BUSY', messageFor('DOCUMENTS_BUSY', context.locale));
  }
}
