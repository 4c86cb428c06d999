import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useFormat } from '../../../lib/format.ts';
import type { AgendaReason } from './suggestion-documents.ts';

/** Reasons that say what an item is and not why it is urgent now: they stand alone, without “Hierom”. */
const plain: readonly AgendaReason['kind'][] = ['FIXED', 'TEMPLATE'];

/** Why an item stands on the agenda or is proposed for it, as one sentence; empty when nothing is known. */
export function useReasonWords(): (reasons: readonly AgendaReason[]) => string {
  const { t } = useLingui();
  const { day } = useFormat();

  function promises({ late, done, open, meeting }: AgendaReason): string {
    const parts = [
      ...(late ? [t`${plural(late, { one: 'één afspraak is te laat', other: '# afspraken zijn te laat' })}`] : []),
      ...(open ? [t`${plural(open, { one: 'één loopt nog', other: '# lopen nog' })}`] : []),
      ...(done ? [t`${plural(done, { one: 'één is af', other: '# zijn af' })}`] : []),
    ];
    if (parts.length > 0) return parts.join(', ');
    return meeting ? t`afspraken van ${day(meeting.startsAt)}` : t`afspraken van de vorige keer`;
  }

  function escalation({ open, on }: AgendaReason): string {
    const waiting =
      (open ?? 1) > 1
        ? t`${plural(open ?? 0, { one: '# escalatie wacht', other: '# escalaties wachten' })} op antwoord`
        : t`een escalatie wacht op antwoord`;
    return on ? t`${waiting}, termijn ${day(on)}` : waiting;
  }

  function words(reason: AgendaReason): string {
    const { kind, on, meeting, person, legalEvent } = reason;
    const when = on && day(on);
    const earlier = meeting && day(meeting.startsAt);
    switch (kind) {
      case 'FIXED':
        return t`Vast punt`;
      case 'TEMPLATE':
        return t`Uit het sjabloon`;
      case 'MINUTES_TO_ADOPT':
        return earlier ? t`het verslag van ${earlier} is nog niet vastgesteld` : t`er is een verslag vast te stellen`;
      case 'PROMISES':
        return promises(reason);
      case 'CARRIED_OVER':
        return earlier ? t`overgedragen van ${earlier}` : t`overgedragen van een eerdere vergadering`;
      case 'PROPOSED':
        return person ? t`voorgesteld door ${person.name}` : t`voorgesteld door een deelnemer`;
      case 'ESCALATION_WAITING':
        return escalation(reason);
      case 'DECISION_NEEDED':
        return when ? t`besluit nodig vóór ${when}` : t`er is een besluit nodig`;
      case 'CONSTRUCTION_STARTS':
        return when ? t`start bouw op ${when}` : t`de bouw begint binnenkort`;
      case 'CASE_OVERDUE':
        return when ? t`de volgende stap had er ${when} moeten zijn` : t`de volgende stap is te laat`;
      case 'LAW_CHANGED':
        return legalEvent
          ? t`“${legalEvent.title}” raakt een notitie waarop dit rust`
          : t`het recht veranderde onder een notitie waarop dit rust`;
      case 'NOTE_REVIEW':
        return when ? t`de notitie moet vóór ${when} zijn herzien` : t`de notitie moet worden herzien`;
      case 'FEEDBACK_OVERDUE':
        if (reason.late !== null && reason.late > 1) return t`${reason.late} gemeenten wachten te lang op antwoord`;
        return when ? t`de gemeente had op ${when} antwoord moeten hebben` : t`de gemeente wacht nog op antwoord`;
      case 'READY':
        return t`in behandeling genomen en wacht op een plek`;
    }
  }

  return (reasons) => {
    const [first] = reasons;
    if (!first) return '';
    const urgent = reasons.filter(({ kind }) => !plain.includes(kind));
    return urgent.length === 0 ? words(first) : t`Hierom: ${urgent.map(words).join(', ')}`;
  };
}
