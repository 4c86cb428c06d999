import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import type { AppContext } from '../../people/people.module.ts';
import { type AgendaItemFace, agendaOf } from '../agenda.queries.ts';
import type { Meeting } from '../meeting.entity.ts';
import { meetingFacts } from '../meeting.policy.ts';
import { type FrozenAttendance, type FrozenItem, thaw } from './frozen-minutes.ts';
import { type MeetingRecord, recordsOf } from './minutes-content.ts';

/** What a meeting's minutes say of an item, as this viewer gets it. */
export interface ShownSection extends Omit<FrozenItem, 'id' | 'startedAt'> {
  readonly itemId: string;
  readonly meetingId: string;
  readonly startedAt: Date | null;
  /** Stands there without its content. */
  readonly masked: boolean;
}

/** What a meeting's minutes say, as this viewer gets it. */
export interface ShownMinutes {
  readonly startedAt: Date | null;
  readonly closedAt: Date | null;
  readonly attendance: readonly FrozenAttendance[];
  readonly sections: readonly ShownSection[];
}

interface Content {
  readonly record: MeetingRecord;
  /** Set when the minutes are adopted: then these items count, not those of the rows. */
  readonly frozen: ReadonlyMap<string, FrozenItem> | null;
}

/**
 * The minutes of a meeting as this viewer gets them: of what was adopted what was frozen, else what happened so far. The agenda decides
 * what stands there, and which items without their content. A constant number of statements for all meetings that are asked for.
 */
export async function shownMinutes(context: AppContext, meeting: Meeting): Promise<ShownMinutes> {
  const loader = context.loader<Content>('minutesContent', (ids) => contents(context, ids));
  const content = await loader.load(meeting.id);
  const faces = await agendaOf(context, meeting.id);
  const facts = await meetingFacts(context, meeting.id);
  return {
    startedAt: moment(content?.record.startedAt),
    closedAt: moment(content?.record.closedAt),
    attendance: content?.record.attendance ?? [],
    sections: faces.map((face) => sectionOf(face, content, facts?.seesClosedPart === true)),
  };
}

async function contents(context: AppContext, ids: readonly string[]): Promise<Map<string, Content>> {
  const rows = await context.em.execute<{ meetingId: string; frozen: string }[]>(
    'select meeting_id as "meetingId", frozen from minutes where meeting_id = any(?::uuid[]) and frozen is not null',
    [arrayLiteral(ids)],
  );
  const adopted = new Map(rows.map(({ meetingId, frozen }) => [meetingId, thaw(frozen)]));
  const open = ids.filter((id) => !adopted.has(id));
  const records = open.length === 0 ? new Map<string, MeetingRecord>() : await recordsOf(context.em, open);
  const found = new Map<string, Content>();
  for (const [id, record] of records) found.set(id, { record, frozen: null });
  for (const [id, { meeting, attendance, items }] of adopted) {
    const record = { startedAt: meeting.startedAt, closedAt: meeting.closedAt, attendance, items: new Map() };
    found.set(id, { record, frozen: new Map(items.map((item) => [item.id, item])) });
  }
  return found;
}

function sectionOf(face: AgendaItemFace, content: Content | null, seesClosedPart: boolean): ShownSection {
  const { id, meetingId, position, purpose, title, masked } = face;
  const base = { itemId: id, meetingId, position, purpose, masked, closedPart: face.closedPart, title };
  const frozen = content?.frozen?.get(id);
  const was = frozen ?? content?.record.items.get(id);
  if (masked || !was) {
    const nothing = { presenter: null, carriedOverTo: null, outcome: '', text: [], outcomes: [] };
    return { ...base, ...nothing, startedAt: null, spentSeconds: 0 };
  }
  return {
    ...base,
    ...(frozen && { title: frozen.title, purpose: frozen.purpose }),
    presenter: frozen ? frozen.presenter : face.presenterText,
    startedAt: moment(was.startedAt),
    spentSeconds: was.spentSeconds,
    carriedOverTo: was.carriedOverTo,
    outcome: was.outcome,
    text: was.text,
    outcomes: was.outcomes.filter((one) => seesClosedPart || face.closedPart || !one.closedPart),
  };
}

function moment(value: string | null | undefined): Date | null {
  return value == null ? null : new Date(value);
}
