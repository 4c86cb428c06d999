import { mayWithMeeting, type MeetingDenial, type MeetingVerb } from '@versnellingstafel/shared/meetings/permissions';
import { Forbidden } from '../../platform/commands/breach.ts';
import { uuidOf } from '../../platform/graphql/global-id.ts';
import { conflictProblem, fieldProblem, notFoundProblem, refuse } from '../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';
import { visibleBottlenecks } from '../bottlenecks/bottlenecks.module.ts';
import type { Viewer } from '../people/people.module.ts';
import { AgendaItem } from './agenda-item.entity.ts';
import { Meeting } from './meeting.entity.ts';
import { type FactsOfMeeting, loadMeetingFacts, showsItem, visibleMeetings } from './meeting.policy.ts';
import { casesAtMeeting } from './prepare/cases-at-meeting.ts';

/** The person has not the right, whatever the state of the meeting. */
const personal: readonly MeetingDenial[] = ['CHAIR_OR_SECRETARY_ONLY', 'PARTICIPANTS_ONLY'];

/**
 * The meeting of this UUID, locked until the transaction ends, for a viewer who prepares it and who has seen its latest
 * version. Changes of one agenda thus happen one after the other.
 * @param field the field of the input that named it, for the paths of problems.
 * @param expectedVersion left out: no version was seen, for example when something is only added.
 * @param verb what is done with it, where that is not a change of the agenda.
 * @throws Refusal (not there or not theirs, changed meanwhile, over), Forbidden (no right).
 */
export async function meetingForChange(
  tx: Transaction,
  viewer: Viewer,
  id: string | null,
  field: string,
  expectedVersion?: number | null,
  verb: MeetingVerb = 'EDIT_AGENDA',
): Promise<Meeting> {
  const visible = visibleMeetings(viewer, 'm');
  const rows =
    id === null
      ? []
      : await tx.em.execute<object[]>(`select m.* from meeting m where m.id = ? and ${visible.sql} for update`, [
          id,
          ...visible.params,
        ]);
  if (!rows[0]) refuse(notFoundProblem(['input', field]));
  const meeting = tx.em.map(Meeting, rows[0]);
  const facts = (await loadMeetingFacts(tx.em, viewer, [meeting.id])).get(meeting.id);
  const decision = mayWithMeeting(verb, {
    role: facts?.role ?? null,
    state: meeting.state,
    isGuest: facts?.isGuest ?? false,
  });
  if (!decision.allowed && personal.includes(decision.reason)) throw new Forbidden(decision.reason);
  if (expectedVersion != null && expectedVersion !== meeting.version) {
    const { version, updatedById, updatedAt } = meeting;
    refuse(
      conflictProblem({
        current: { type: 'Meeting', id: meeting.id },
        currentVersion: version,
        changedById: updatedById,
        changedAt: updatedAt,
      }),
    );
  }
  if (!decision.allowed) refuse(fieldProblem(decision.reason, ['input', field]));
  return meeting;
}

/**
 * An item of the working version with its meeting, locked, for a viewer who prepares it. An item that is masked for the
 * viewer (see agenda.queries.ts) is not there.
 * @throws Refusal, Forbidden.
 */
export async function itemForChange(
  tx: Transaction,
  viewer: Viewer,
  input: { itemId: string; expectedVersion: number },
): Promise<{ meeting: Meeting; item: AgendaItem }> {
  const id = uuidOf('AgendaItem', input.itemId);
  const place = id === null ? null : await placeOf(tx, id);
  if (!place) await refuseRemoved(tx, viewer, id, input.expectedVersion);
  const facts = place && (await factsOfKnown(tx, viewer, place));
  if (place && !facts) refuse(notFoundProblem(['input', 'itemId']));
  const meeting = await meetingForChange(tx, viewer, place?.meetingId ?? null, 'itemId', input.expectedVersion);
  const [row] = await tx.em.execute<object[]>('select * from agenda_item where id = ?', [id]);
  const item = row ? tx.em.map(AgendaItem, row) : null;
  if (!item || !facts || !showsItem(facts, item) || (await onlyHiddenCases(tx, viewer, item.id, facts)))
    refuse(notFoundProblem(['input', 'itemId']));
  return { meeting, item };
}

/** Where an item stands. */
interface PlaceOfItem {
  readonly id: string;
  readonly meetingId: string;
  readonly closedPart: boolean;
  /** Is it on the agenda that those who do not prepare the meeting get? */
  readonly published: boolean;
}

/** What the viewer is at the meeting of an item; null when they do not know of that item. */
export async function factsOfKnown(
  tx: Transaction,
  viewer: Viewer,
  place: PlaceOfItem,
): Promise<FactsOfMeeting | null> {
  const facts = (await loadMeetingFacts(tx.em, viewer, [place.meetingId])).get(place.meetingId);
  if (!facts) return null;
  return facts.leads || (place.published && showsItem(facts, place)) ? facts : null;
}

/** Where an item stands, and whether those who do not prepare the meeting know of it. */
export async function placeOf(tx: Transaction, id: string): Promise<PlaceOfItem | null> {
  const [place] = await tx.em.execute<PlaceOfItem[]>(
    `select i.id, m.id as "meetingId", i.closed_part as "closedPart",
       m.state = 'IN_SESSION' or coalesce(m.published_agenda @> jsonb_build_array(jsonb_build_object('id', i.id)), false) as published
     from agenda_item i join meeting m on m.id = i.meeting_id where i.id = ?`,
    [id],
  );
  return place ?? null;
}

/**
 * Is the item about cases, none of which the viewer may see? With `facts`, a guest of the item sees it by the invitation and a substitute
 * as the member does.
 */
export async function onlyHiddenCases(
  tx: Transaction,
  viewer: Viewer,
  itemId: string,
  facts?: FactsOfMeeting,
): Promise<boolean> {
  const visible = visibleBottlenecks(viewer, 'b');
  const rows = await tx.em.execute<{ id: string; seen: boolean }[]>(
    `select s.bottleneck_id as id, b.id is not null as seen
     from agenda_item_subject s left join bottleneck b on b.id = s.bottleneck_id and ${visible.sql}
     where s.agenda_item_id = ? and s.bottleneck_id is not null`,
    [...visible.params, itemId],
  );
  if (rows.length === 0 || rows.some((row) => row.seen)) return false;
  if (!facts) return true;
  const ids = rows.map((row) => row.id);
  const shown = (await casesAtMeeting(tx.em, viewer, [{ facts, ids }])).get(facts.meetingId);
  const invited = facts.guestItemIds.has(itemId);
  return !ids.some((id) => shown?.asMember.has(id) || (invited && shown?.asGuest.has(id)));
}

/** An item that a colleague took off after it was published is a conflict, so that the page is read anew. */
async function refuseRemoved(
  tx: Transaction,
  viewer: Viewer,
  itemId: string | null,
  expectedVersion: number,
): Promise<void> {
  if (itemId === null) return;
  const [published] = await tx.em.execute<{ id: string }[]>(
    'select id from meeting where published_agenda @> ?::jsonb',
    [JSON.stringify([{ id: itemId }])],
  );
  if (published) await meetingForChange(tx, viewer, published.id, 'itemId', expectedVersion);
}
