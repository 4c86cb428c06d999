import type { SqlEntityManager } from '@mikro-orm/sql';
import type { AgendaSnapshot, SnapshotItem } from '@versnellingstafel/shared/meetings/agenda-changes';
import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import { grouped } from '../../../platform/graphql/load-rows.ts';
import type { Meeting } from '../meeting.entity.ts';

type TimedMeeting = Pick<Meeting, 'id' | 'startsAt' | 'endsAt' | 'location' | 'state'>;

/** When, where and whether a meeting takes place, as it is told. */
export function timesOf({ startsAt, endsAt, location, state }: TimedMeeting): Omit<AgendaSnapshot, 'items'> {
  return {
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    location,
    cancelled: state === 'CANCELLED',
  };
}

/** The papers of an item with those of the items that it goes on with. */
const papersJson = `(with recursive chain (id, continues_id, depth) as (
    select i.id, i.continues_id, 0
    union all
    select e.id, e.continues_id, c.depth + 1 from chain c join agenda_item e on e.id = c.continues_id where c.depth < 60)
  select coalesce(json_agg(json_build_object('id', p.id, 'title', p.title) order by c.depth desc, p.added_at, p.id), '[]')
  from chain c join paper p on p.agenda_item_id = c.id and p.removed_at is null)`;

/** The working agendas of these meetings as they would be told now, in one statement. */
export async function workingSnapshots(
  em: SqlEntityManager,
  meetings: readonly TimedMeeting[],
): Promise<Map<string, AgendaSnapshot>> {
  const rows = await em.execute<{ meetingId: string; item: SnapshotItem }[]>(
    `select i.meeting_id as "meetingId", json_build_object('id', i.id, 'title', i.title, 'purpose', i.purpose, 'minutes', i.minutes,
       'presenter', coalesce(p.name, i.presenter_text, ''), 'proposedDecision', i.proposed_decision, 'closedPart', i.closed_part,
       'caseIds', (select coalesce(json_agg(s.bottleneck_id order by s.position), '[]') from agenda_item_subject s
         where s.agenda_item_id = i.id and s.bottleneck_id is not null),
       'papers', ${papersJson}) as item
     from agenda_item i left join person p on p.id = i.presenter_id
     where i.meeting_id = any(?::uuid[]) order by i.position`,
    [arrayLiteral(meetings.map(({ id }) => id))],
  );
  const items = grouped(rows, (row) => row.meetingId);
  return new Map(
    meetings.map((meeting) => [
      meeting.id,
      { ...timesOf(meeting), items: (items.get(meeting.id) ?? []).map(({ item }) => item) },
    ]),
  );
}

/** What was published before publications were remembered: without its papers, which nobody wrote down then. */
export async function publishedSnapshot(em: SqlEntityManager, meeting: Meeting): Promise<AgendaSnapshot | null> {
  if (meeting.publishedAgenda === null) return null;
  const ids = meeting.publishedAgenda.flatMap(({ presenterId }) => presenterId ?? []);
  const people = await em.execute<{ id: string; name: string }[]>(
    'select id, name from person where id = any(?::uuid[])',
    [arrayLiteral(ids)],
  );
  const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name;
  const items = meeting.publishedAgenda.map((item) => ({
    id: item.id,
    title: item.title,
    purpose: item.purpose,
    minutes: item.minutes,
    presenter: nameOf(item.presenterId) ?? item.presenterText ?? '',
    proposedDecision: item.proposedDecision,
    closedPart: item.closedPart,
    caseIds: item.subjects.filter(({ kind }) => kind === 'bottleneck').map(({ id }) => id),
    papers: [],
  }));
  return { ...timesOf(meeting), items };
}
