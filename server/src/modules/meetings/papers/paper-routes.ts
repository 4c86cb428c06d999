import { messageFor } from '@versnellingstafel/shared/errors/messages';
import { putFileHeaders, sendFile } from '../../../platform/files/send-file.ts';
import { cleanLooseFiles } from '../../../platform/files/stored-files.ts';
import type { HttpCall } from '../../../platform/http/http-routes.ts';
import { originOf } from '../../../platform/http/request-facts.ts';
import { sendError } from '../../../platform/http/send.ts';
import type { AppContext, AppPlatform } from '../../people/people.module.ts';
import type { Meeting } from '../meeting.entity.ts';
import { bundleOfMeeting } from './paper-bundle.ts';
import type { PaperFace } from './paper.queries.ts';
import { uuidPattern } from '../../../platform/ids/uuid-text.ts';

const onePaper = new RegExp(`^/papers/(${uuidPattern})/[^/]*$`);
const bundle = new RegExp(`^/papers/meetings/(${uuidPattern})\\.pdf$`);
const cleanEvery = 15 * 60_000;

/** `/papers/<id>/<file name>` and `/papers/meetings/<id>.pdf`, and the broom for uploads that nothing uses. */
export function registerPaperRoutes(platform: AppPlatform): void {
  platform.http.register('/papers/', answerPaper);
  platform.jobs.register('files', {
    every: cleanEvery,
    run: () =>
      cleanLooseFiles(platform.database, platform.files, platform.now(), async (em, fileId) => {
        await em.execute('delete from paper where file_id = ? and removed_at is not null', [fileId]);
      }),
  });
}

async function answerPaper(call: HttpCall<AppContext>): Promise<void> {
  const { request, response, path } = call;
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return sendError(request, response, 405, 'METHOD_NOT_ALLOWED', 'Only GET works here.');
  }
  const context = await call.context();
  const sent = await sendPaper(call, context, onePaper.exec(path)?.[1], bundle.exec(path)?.[1]);
  // What is not there and what is not the viewer's answer alike.
  if (!sent) await sendError(request, response, 404, 'NOT_FOUND', messageFor('NOT_FOUND', context.locale));
}

async function sendPaper(
  { request, response }: HttpCall<AppContext>,
  context: AppContext,
  paperId: string | undefined,
  meetingId: string | undefined,
): Promise<boolean> {
  const paper = (await context.node('Paper', paperId)) as PaperFace | null;
  if (paper) {
    const { hash, fileName, mediaType, size } = paper;
    if (hash === null || fileName === null || mediaType === null || size === null) return false;
    await sendFile(request, response, context.platform.files, { hash, name: fileName, mediaType, size });
    return true;
  }
  const meeting = (await context.node('Meeting', meetingId)) as Meeting | null;
  const made =
    meeting && (await bundleOfMeeting(context, meeting, originOf(request, context.platform.settings.publicUrl)));
  if (!made) return false;
  putFileHeaders(response, { name: made.name, mediaType: 'application/pdf', size: made.pdf.length });
  response.writeHead(200);
  response.end(request.method === 'HEAD' ? undefined : made.pdf);
  return true;
}
