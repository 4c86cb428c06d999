import { localDateOf } from '@versnellingstafel/shared/dates/local-date';
import { type MessageCode, messageFor } from '@versnellingstafel/shared/errors/messages';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { BadInput } from '../../../platform/commands/breach.ts';
import { mediaTypes } from '../../../platform/files/file-kind.ts';
import { putFileHeaders } from '../../../platform/files/send-file.ts';
import type { HttpCall } from '../../../platform/http/http-routes.ts';
import { sendError } from '../../../platform/http/send.ts';
import type { WrittenRow } from '../../../platform/sheets/column.ts';
import { writeCsv } from '../../../platform/sheets/write-csv.ts';
import { writeWorkbook } from '../../../platform/sheets/write-workbook.ts';
import type { AppContext, AppPlatform } from '../../people/people.module.ts';
import type { BottleneckOrder } from '../bottleneck.enums.ts';
import { bottleneckOrders } from '../bottleneck.order.ts';
import type { BottleneckFilter } from '../bottleneck.types.ts';
import { exportColumns, exportRows } from './export-bottlenecks.ts';

const path = /^\/export\/knelpunten\.(xlsx|csv)$/;
const filterMax = 20_000;

/** What each part of a filter looks like; the list itself judges what it says. */
const shapes: Readonly<Record<string, 'text' | 'flag' | 'list'>> = {
  text: 'text',
  open: 'flag',
  states: 'list',
  themeCodes: 'list',
  municipalityCodes: 'list',
  regionCode: 'text',
  tableId: 'text',
  ownerId: 'text',
  ownerIds: 'list',
  leadId: 'text',
  mine: 'flag',
  overdue: 'flag',
  watching: 'flag',
  solvableAt: 'list',
  projectId: 'text',
  patternId: 'text',
  organisationId: 'text',
  ids: 'list',
  confidentiality: 'list',
};

/** `GET /export/knelpunten.xlsx` and `.csv`, with `?filter=<JSON of BottleneckFilter>&order=<BottleneckOrder>`. */
export function registerExport(platform: AppPlatform): void {
  platform.http.register('/export/', answerExport);
}

async function answerExport(call: HttpCall<AppContext>): Promise<void> {
  const { request, response } = call;
  const context = await call.context();
  const refuse = (status: number, code: MessageCode) =>
    sendError(request, response, status, code, messageFor(code, context.locale));
  const ending = path.exec(call.path)?.[1] as 'xlsx' | 'csv' | undefined;
  if (ending === undefined) return refuse(404, 'NOT_FOUND');
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return sendError(request, response, 405, 'METHOD_NOT_ALLOWED', 'Only GET works here.');
  }
  if (context.viewer === null) return refuse(401, 'UNAUTHENTICATED');
  const wanted = wantedOf(request.url ?? '');
  if (wanted === null) return refuse(400, 'BAD_EXPORT_FILTER');
  let rows: AsyncGenerator<WrittenRow[]>;
  let first: IteratorResult<WrittenRow[]>;
  try {
    rows = exportRows(context, wanted);
    // What is wrong with the filter shows before anything is sent.
    first = await rows.next();
  } catch (error) {
    if (error instanceof BadInput) return refuse(400, 'BAD_EXPORT_FILTER');
    throw error;
  }
  const name = `knelpunten-${localDateOf(context.now())}.${ending}`;
  putFileHeaders(response, { name, mediaType: mediaTypes[ending], size: null });
  response.writeHead(200);
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  const all = withFirst(first, rows);
  const bytes = ending === 'xlsx' ? writeWorkbook('Knelpunten', exportColumns, all) : writeCsv(exportColumns, all);
  await pipeline(Readable.from(bytes), response);
}

async function* withFirst(
  first: IteratorResult<WrittenRow[]>,
  rest: AsyncGenerator<WrittenRow[]>,
): AsyncGenerator<WrittenRow[]> {
  if (first.done) return;
  yield first.value;
  yield* rest;
}

function wantedOf(url: string): { filter: BottleneckFilter; order: BottleneckOrder } | null {
  const query = new URL(url, 'http://localhost').searchParams;
  const order = query.get('order') ?? 'DUE_ON';
  const filter = filterOf(query.get('filter') ?? '{}');
  if (filter === null || !Object.hasOwn(bottleneckOrders, order)) return null;
  return { filter, order: order as BottleneckOrder };
}

function filterOf(text: string): BottleneckFilter | null {
  if (text.length > filterMax) return null;
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return null;
  const fits = Object.entries(given).every(
    ([name, value]) => Object.hasOwn(shapes, name) && hasShape(shapes[name], value),
  );
  return fits ? (given as BottleneckFilter) : null;
}

function hasShape(shape: 'text' | 'flag' | 'list' | undefined, value: unknown): boolean {
  if (value === null) return true;
  if (shape === 'flag') return typeof value === 'boolean';
  if (shape === 'text') return typeof value === 'string';
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}
