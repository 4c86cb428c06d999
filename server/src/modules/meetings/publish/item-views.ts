import type { ChangeSecrets, ItemView } from '@versnellingstafel/shared/meetings/agenda-changes';
import type { AppContext } from '../../people/people.module.ts';
import { meetingFacts, showsItem } from '../meeting.policy.ts';
import { casesAtMeeting } from '../prepare/cases-at-meeting.ts';

/** How much of an item somebody gets. */
export type ViewOf = (secrets: ChangeSecrets) => ItemView;

/** What somebody sees who gets nothing but the meeting itself. */
const onlyTheMeeting: ViewOf = ({ itemId }) => (itemId === null ? 'SHOWN' : 'ABSENT');

/**
 * How much the viewer gets of items as they were told, by the same rules as on the agenda: of an item that is gone there is no agenda
 * to ask any longer.
 * @param secrets all that will be asked about.
 */
export async function itemViews(
  context: AppContext,
  meetingId: string,
  secrets: readonly ChangeSecrets[],
): Promise<ViewOf> {
  const facts = await meetingFacts(context, meetingId);
  if (!facts) return onlyTheMeeting;
  const ids = [...new Set(secrets.flatMap(({ caseIds }) => caseIds))];
  const seen = new Set(((await context.nodes('Bottleneck', ids)) as { id: string }[]).map(({ id }) => id));
  const hidden = ids.filter((id) => !seen.has(id));
  const atMeeting = (await casesAtMeeting(context.em, context.requireViewer(), [{ facts, ids: hidden }])).get(
    meetingId,
  );
  return ({ itemId, closedPart, caseIds }) => {
    if (itemId === null) return 'SHOWN';
    const invited = facts.guestItemIds.has(itemId);
    if (!facts.seesWholeAgenda && !invited) return 'ABSENT';
    const showsCases =
      caseIds.length === 0 ||
      caseIds.some((id) => seen.has(id) || atMeeting?.asMember.has(id) || (invited && atMeeting?.asGuest.has(id)));
    return showsCases && showsItem(facts, { id: itemId, closedPart }) ? 'SHOWN' : 'MASKED';
  };
}
