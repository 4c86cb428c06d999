import { useLingui } from '@lingui/react/macro';
import { isOpen } from '@versnellingstafel/shared/bottlenecks/states';
import { useFormat } from '../../lib/format.ts';
import { stateLabels } from '../../ui/StateMark.tsx';
import type { AgendaItem } from './agenda-documents.ts';

/** Why an item stands on the agenda, or once it was discussed what was agreed; empty when what it is about does not say. */
export function useItemReason(): (item: AgendaItem) => string {
  const { t, i18n } = useLingui();
  const { day, distance } = useFormat();
  return ({ outcome, subjects }) => {
    if (outcome) return t`Afgesproken: ${outcome.split('\n')[0] ?? ''}`;
    for (const subject of subjects) {
      if (subject.__typename === 'KnowledgeNote') {
        if (subject.validity === 'EXPIRED') return t`Hierom: de notitie is verlopen`;
        return t`Hierom: de notitie moet vóór ${day(subject.reviewBy)} zijn herzien`;
      }
      if (subject.__typename !== 'Bottleneck') continue;
      const { state, decisionBy, constructionStart } = subject;
      if (!isOpen(state)) return i18n._(stateLabels[state]);
      if (decisionBy) return t`Hierom: besluit nodig vóór ${day(decisionBy)}`;
      if (state === 'ESCALATED') return t`Hierom: een escalatie wacht op antwoord`;
      if (constructionStart) return t`Hierom: start bouw ${distance(constructionStart)}`;
    }
    return '';
  };
}
