import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import { closesMeeting, opensMeeting } from '../closing-item.ts';
import { meetingKind } from '../meeting-events.ts';
import type { AgendaReason, AgendaReasonKind } from './agenda-reason.ts';
import { plainSuggestion, rankOnly } from './plain-suggestion.ts';
import type { AgendaRow, Frame } from './suggestion-rows.ts';
import { type RankedSuggestion, ranks } from './suggestion.ts';

const dayInWords = new Intl.DateTimeFormat('nl-NL', { timeZone: 'UTC', day: 'numeric', month: 'long' });
const inWords = (day: LocalDate) => dayInWords.format(new Date(`${day}T00:00:00Z`));

/** Texts of an agenda are in the language of the tables, as everything else that is written at them. */
export function fixedItems(agenda: readonly AgendaRow[], frame: Frame): RankedSuggestion[] {
  const reasons: AgendaReason[] = [{ kind: 'FIXED' }];
  const chair = { presenterId: frame.chairId, presenterText: frame.chairId === null ? 'Voorzitter' : null };
  const opening = {
    ...plainSuggestion,
    ...chair,
    key: 'opening',
    reasons,
    title: 'Opening, mededelingen en vaststellen agenda',
    purpose: 'DECIDE' as const,
    minutes: 10,
    urgency: rankOnly(ranks.opening),
  };
  const closing = {
    ...plainSuggestion,
    ...chair,
    key: 'closing',
    reasons,
    title: 'Samenvatting besluiten en acties, rondvraag en sluiting',
    minutes: 10,
    urgency: rankOnly(ranks.closing),
  };
  const last = agenda.findLast((item) => !item.closedPart);
  return [...(agenda.some(opensMeeting) ? [] : [opening]), ...(last && closesMeeting(last) ? [] : [closing])];
}

/** The minutes of last time come with the promises that were made then: the table looks at both at once. */
export function minutesAndPromises(agenda: readonly AgendaRow[], frame: Frame): RankedSuggestion[] {
  const { done, late, open, secretaryId } = frame;
  const why = (kind: AgendaReasonKind) => agenda.some((item) => item.why?.some((reason) => reason.kind === kind));
  const promises: AgendaReason[] = late + open > 0 && !why('PROMISES') ? [{ kind: 'PROMISES', done, late, open }] : [];
  const onAgenda = new Set(agenda.flatMap(({ subjects }) => subjects.map(({ id }) => id)));
  const secretary = { presenterId: secretaryId, presenterText: secretaryId === null ? 'Secretaris' : null };
  const minutes = frame.toAdopt
    .filter(({ id }) => !onAgenda.has(id))
    .map(({ id, day }, index): RankedSuggestion => {
      const along = index === 0 ? promises : [];
      return {
        ...plainSuggestion,
        ...secretary,
        key: `minutes:${id}`,
        reasons: [{ kind: 'MINUTES_TO_ADOPT', meetingId: id, on: day }, ...along],
        title: along.length > 0 ? `Verslag en afspraken van ${inWords(day)}` : `Verslag van ${inWords(day)}`,
        purpose: 'DECIDE',
        minutes: along.length > 0 ? 15 : 10,
        proposedDecision: `Het verslag van ${inWords(day)} vaststellen.`,
        subjects: [{ kind: meetingKind, id }],
        urgency: { rank: ranks.minutes, on: day, homes: 0 },
      };
    });
  if (minutes.length > 0 || promises.length === 0) return minutes;
  const title = 'Afspraken: wat af is en wat te laat is';
  return [
    {
      ...plainSuggestion,
      ...secretary,
      key: 'promises',
      reasons: promises,
      title,
      minutes: 10,
      urgency: rankOnly(ranks.promises),
    },
  ];
}
