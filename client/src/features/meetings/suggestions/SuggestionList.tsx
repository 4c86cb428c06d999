import { plural } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { useFormat } from '../../../lib/format.ts';
import { Button } from '../../../ui/Button.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { Section } from '../../../ui/Section.tsx';
import type { AgendaEditing } from '../use-agenda.ts';
import type { Suggestion, Suggestions } from './suggestion-documents.ts';
import { SuggestionRow } from './SuggestionRow.tsx';
import { suggestionRoom } from './suggestion-room.ts';
import { useSuggestions } from './use-suggestions.ts';

interface SuggestionListProps {
  meeting: Suggestions;
  editing: AgendaEditing;
  /** The next meeting of the table, where there is one. */
  next: { id: string; version: number; startsAt: string } | undefined;
}

/** What the agenda proposes for itself: what still fits, what does not, and what was put aside; each a press away. */
export function SuggestionList({ meeting, editing, next }: SuggestionListProps): ReactElement | null {
  const { t } = useLingui();
  const { time } = useFormat();
  const steps = useSuggestions(editing);
  const waiting = meeting.suggestions.filter(({ key }) => !steps.onItsWay.has(key));
  const { fitting, over, fittingMinutes, overMinutes, endWithAll } = suggestionRoom(editing.agenda, waiting);
  const dropped = meeting.droppedSuggestions.filter(({ key }) => !steps.onItsWay.has(key));
  const rows = (suggestions: readonly Suggestion[], fits: boolean): ReactElement[] =>
    suggestions.map((suggestion) => (
      <SuggestionRow key={suggestion.key} suggestion={suggestion} steps={steps} fits={fits} next={next} />
    ));

  return (
    <>
      {fitting.length > 0 && (
        <Section
          title={t`Voorstel voor de agenda`}
          aside={<Plural value={fitting.length} one="# past er nog bij" other="# passen er nog bij" />}
        >
          <ul className="list out">{rows(fitting, true)}</ul>
          {fitting.length > 1 && editing.agenda.items.length > 0 && (
            <div>
              <Button busy={editing.busy} onPress={() => void steps.accept(fitting)}>
                <Trans>Zet alles wat past erin, {fittingMinutes} min</Trans>
              </Button>
            </div>
          )}
        </Section>
      )}
      {over.length > 0 && (
        <section className="overflow" aria-labelledby="past-niet">
          <div className="section-head">
            <h2 id="past-niet">
              {t`Past niet: ${plural(over.length, { one: '# voorstel', other: '# voorstellen' })}, ${overMinutes} minuten`}
            </h2>
            <p className="delay">
              <Trans>
                +{overMinutes} min, tot {time(endWithAll)}
              </Trans>
            </p>
          </div>
          <ul className="list out">{rows(over, false)}</ul>
        </section>
      )}
      {dropped.length > 0 && (
        <Disclosure
          title={t`Nu niet`}
          aside={<Plural value={dropped.length} one="# opzijgelegd" other="# opzijgelegd" />}
        >
          <ul className="list out">
            {dropped.map((suggestion) => (
              <li key={suggestion.key}>
                <div>
                  <h3>{suggestion.title}</h3>
                </div>
                <p className="nowrap">
                  <Trans>{suggestion.minutes} min</Trans>
                </p>
                <div className="row">
                  <Button onPress={() => void steps.restore(suggestion)}>
                    <Trans>Stel weer voor</Trans> <span className="vh">{suggestion.title}</span>
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}
