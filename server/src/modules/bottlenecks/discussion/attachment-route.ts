import { messageFor } from '@versnellingstafel/shared/errors/messages';
import { sendFile } from '../../../platform/files/send-file.ts';
import type { HttpCall } from '../../../platform/http/http-routes.ts';
import { sendError } from '../../../platform/http/send.ts';
import { uuidPattern } from '../../../platform/ids/uuid-text.ts';
import type { AppContext, AppPlatform } from '../../people/people.module.ts';
import type { AttachmentFace } from './attachment.queries.ts';

const address = new RegExp(`^/attachments/(${uuidPattern})/[^/]*$`);

/** `/attachments/<id>/<file name>`, under the rights of the case. */
export function registerAttachmentRoute(platform: AppPlatform): void {
  platform.http.register('/attachments/', answerAttachment);
}

async function answerAttachment(call: HttpCall<AppContext>): Promise<void> {
  const { request, response, path } = call;
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return sendError(request, response, 405, 'METHOD_NOT_ALLOWED', 'Only GET works here.');
  }
  const context = await call.context();
  const found = (await context.node('Attachment', address.exec(path)?.[1])) as AttachmentFace | null;
  const { hash = null, fileName = null, mediaType = null, size = null, removed = true } = found ?? {};
  // What is not there and what is not the viewer's answer alike.
  if (removed || hash === null || fileName === null || mediaType === null || size === null)
    return sendError(request, response, 404, 'NOT_FOUND', messageFor('NOT_FOUND', context.locale));
  return sendFile(request, response, context.platform.files, { hash, name: fileName, mediaType, size });
}
