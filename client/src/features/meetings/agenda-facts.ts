import type { MeetingVerb } from '@versnellingstafel/shared/meetings/permissions';
import type { Agenda, AgendaItem } from './agenda-documents.ts';

/** Minutes that all items take together, those that are still on their way included. */
export const plannedMinutes = ({ items }: Agenda): number => items.reduce((total, { minutes }) => total + minutes, 0);

/** When the last item ends, as an ISO moment. */
export const endOf = (agenda: Agenda): string =>
  new Date(Date.parse(agenda.startsAt) + plannedMinutes(agenda) * 60_000).toISOString();

/** Is it of a closed part of which this viewer gets place and length only? Who prepares the agenda gets it all. */
export function isClosedTo(item: AgendaItem, mayEdit: boolean): boolean {
  const says =
    item.subjects.length > 0 || item.presenter !== null || item.presenterText || item.proposedDecision || item.outcome;
  return item.closedPart && !mayEdit && !says;
}

/** May the viewer do this with the meeting, and if not, why not? */
export function abilityOf({ viewerCan }: Agenda, verb: MeetingVerb): { allowed: boolean; reason: string | undefined } {
  const ability = viewerCan.find((one) => one.verb === verb);
  return { allowed: ability?.allowed ?? false, reason: ability?.reason ?? undefined };
}

/** The agenda as a participant from outside government sees it: of the closed part only when and how long. */
export function asParticipant(agenda: Agenda, closedTitle: string): Agenda {
  return {
    ...agenda,
    items: agenda.items.map((item) =>
      item.closedPart
        ? {
            ...item,
            title: closedTitle,
            presenter: null,
            presenterText: null,
            proposedDecision: '',
            outcome: '',
            homesWaiting: 0,
            subjects: [],
          }
        : item,
    ),
  };
}
