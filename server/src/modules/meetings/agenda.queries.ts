import { startOffsets } from '@versnellingstafel/shared/meetings/agenda';
import { arrayLiteral } from '../../platform/database/array-literal.ts';
import { grouped } from '../../platform/graphql/load-rows.ts';
import type { Reference } from '../../platform/streams/event.ts';
import type { AppContext } from '../people/people.module.ts';
import { itemColumns } from './agenda.ts';
import type { Meeting, PublishedItem } from './meeting.entity.ts';
import { type FactsOfMeeting, meetingFacts, showsItem, visibleMeetings } from './meeting.policy.ts';
import { casesAtMeeting } from './prepare/cases-at-meeting.ts';

/** An item as this viewer gets it. */
export interface AgendaItemFace extends PublishedItem {
  readonly meetingId: string;
  readonly startsAt: Date;
  readonly outcome: string;
  /** Stands there without what it is about: closed part, or about cases of which the viewer sees none. */
  readonly masked: boolean;
}

interface WorkingItem extends PublishedItem {
  meetingId: string;
  outcome: string;
}

/**
 * The agenda of a meeting as this viewer gets it: the working version for those who prepare it, for others what was
 * published, with the outcomes as they are now. One statement, and one for the cases on it, for all that are asked for.
 */
export async function agendaOf(context: AppContext, meetingId: string): Promise<AgendaItemFace[]> {
  const loader = context.loader<AgendaItemFace[]>('agendaOf', (ids) => loadAgendas(context, ids));
  return (await loader.load(meetingId)) ?? [];
}

async function loadAgendas(context: AppContext, meetingIds: readonly string[]): Promise<Map<string, AgendaItemFace[]>> {
  const viewer = context.requireViewer();
  const meetings = (await context.nodes('Meeting', meetingIds)) as Meeting[];
  const rows = await context.em.execute<WorkingItem[]>(
    `select ${itemColumns}, i.outcome, i.meeting_id as "meetingId" from agenda_item i where i.meeting_id = any(?::uuid[]) order by i.position`,
    [arrayLiteral(meetings.map((meeting) => meeting.id))],
  );
  const working = grouped(rows, (row) => row.meetingId);
  const agendas = (await Promise.all(meetings.map((meeting) => meetingFacts(context, meeting.id)))).flatMap(
    (facts, index) => {
      const meeting = meetings[index];
      if (!meeting || !facts) return [];
      const items = working.get(meeting.id) ?? [];
      const shown = showsWorking(meeting, facts) ? items : withOutcomes(meeting.publishedAgenda ?? [], items);
      return [{ meeting, facts, items: shown }];
    },
  );
  const cases = agendas.flatMap(({ items }) => items.flatMap((item) => casesOf(item.subjects)));
  const seen = new Set(
    ((await context.nodes('Bottleneck', [...new Set(cases)])) as { id: string }[]).map((node) => node.id),
  );
  const shownToMember = await casesAtMeeting(
    context.em,
    viewer,
    agendas.flatMap(({ facts, items }) =>
      facts.guestItemIds.size > 0 || facts.isSubstituteFor !== null
        ? [{ facts, ids: items.flatMap((item) => casesOf(item.subjects)).filter((id) => !seen.has(id)) }]
        : [],
    ),
  );
  return new Map(
    agendas.map(({ meeting, facts, items }) => [
      meeting.id,
      facesOf(meeting, facts, items, (item) => {
        const about = casesOf(item.subjects);
        const forMember = shownToMember.get(meeting.id);
        return (
          about.length === 0 ||
          about.some((id) => seen.has(id) || forMember?.asMember.has(id)) ||
          (facts.guestItemIds.has(item.id) && about.some((id) => forMember?.asGuest.has(id)))
        );
      }),
    ]),
  );
}

/**
 * Who prepares a meeting gets the working version; once it goes on, everybody does, since that is what the table goes by. Of a meeting
 * that is over, everybody gets the agenda as it went.
 */
function showsWorking({ state }: Pick<Meeting, 'state'>, facts: FactsOfMeeting): boolean {
  if (state === 'CLOSED' || state === 'MINUTES_ADOPTED') return false;
  return facts.leads || state === 'IN_SESSION';
}

function withOutcomes(
  published: readonly PublishedItem[],
  items: readonly WorkingItem[],
): Omit<WorkingItem, 'meetingId'>[] {
  const outcomes = new Map(items.map((item) => [item.id, item.outcome]));
  return published.map((item) => ({ ...item, outcome: outcomes.get(item.id) ?? '' }));
}

function casesOf(subjects: readonly Reference[]): string[] {
  return subjects.filter((subject) => subject.kind === 'bottleneck').map((subject) => subject.id);
}

function facesOf(
  meeting: Meeting,
  facts: FactsOfMeeting,
  items: readonly Omit<WorkingItem, 'meetingId'>[],
  mayShow: (item: Omit<WorkingItem, 'meetingId'>) => boolean,
): AgendaItemFace[] {
  const starts = startOffsets(items.map((item) => item.minutes));
  return items.flatMap((item, index) => {
    if (!facts.seesWholeAgenda && !facts.guestItemIds.has(item.id)) return [];
    const face = {
      ...item,
      meetingId: meeting.id,
      startsAt: new Date(meeting.startsAt.getTime() + (starts[index] ?? 0) * 60_000),
      masked: false,
    };
    return mayShow(item) && showsItem(facts, item) ? face : masked(face);
  });
}

/** Only place and length are left: a title tells what an item is about. */
function masked(face: AgendaItemFace): AgendaItemFace {
  return {
    ...face,
    title: '',
    purpose: 'DISCUSS',
    presenterId: null,
    presenterText: null,
    proposedDecision: '',
    outcome: '',
    subjects: [],
    closedPart: true,
    masked: true,
  };
}

/** The load of the node: items on agendas that the viewer may see, in their version of it. */
export async function loadAgendaItems(
  context: AppContext,
  ids: readonly string[],
): Promise<Map<string, AgendaItemFace>> {
  if (context.viewer === null) return new Map();
  const visible = visibleMeetings(context.viewer, 'm');
  const wanted = arrayLiteral(ids);
  const meetings = await context.em.execute<{ id: string }[]>(
    `select m.id from meeting m where ${visible.sql} and m.id in (
       select i.meeting_id from agenda_item i where i.id = any(?::uuid[])
       union
       select p.id from unnest(?::text[]) as given (id) join meeting p on p.published_agenda @> jsonb_build_array(jsonb_build_object('id', given.id)))`,
    [...visible.params, wanted, wanted],
  );
  const agendas = await Promise.all(meetings.map((meeting) => agendaOf(context, meeting.id)));
  return new Map(
    agendas
      .flat()
      .filter((item) => ids.includes(item.id))
      .map((item) => [item.id, item]),
  );
}

/** The items that are about a case, the latest first, on agendas that the viewer may see. */
export async function itemsAbout(context: AppContext, bottleneckId: string): Promise<AgendaItemFace[]> {
  const loader = context.loader<string[]>('meetingsAbout', async (ids) => {
    const visible = visibleMeetings(context.requireViewer(), 'm');
    const wanted = arrayLiteral(ids);
    const rows = await context.em.execute<{ about: string; meetingId: string }[]>(
      `select found.about, m.id as "meetingId" from (
         select s.bottleneck_id as about, i.meeting_id from agenda_item_subject s join agenda_item i on i.id = s.agenda_item_id where s.bottleneck_id = any(?::uuid[])
         union
         select given.id::uuid, p.id from unnest(?::text[]) as given (id) join meeting p
           on p.published_agenda @> jsonb_build_array(jsonb_build_object('subjects', jsonb_build_array(jsonb_build_object('id', given.id))))
       ) found join meeting m on m.id = found.meeting_id where ${visible.sql}`,
      [wanted, wanted, ...visible.params],
    );
    return new Map(
      [...grouped(rows, (row) => row.about)].map(([id, meetings]) => [id, meetings.map((row) => row.meetingId)]),
    );
  });
  const meetingIds = (await loader.load(bottleneckId)) ?? [];
  const agendas = await Promise.all(meetingIds.map((meetingId) => agendaOf(context, meetingId)));
  const about = agendas.flat().filter((item) => item.subjects.some((subject) => subject.id === bottleneckId));
  return about.toSorted((a, b) => b.startsAt.getTime() - a.startsAt.getTime());
}
