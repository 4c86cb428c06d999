import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useAbility } from '../../../features/session/session.ts';
import type { SavedSearches } from '../../../features/search/saved-searches.ts';
import { Button, buttonClass } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { List } from '../../../ui/List.tsx';
import { Section } from '../../../ui/Section.tsx';

const examples = ['stikstof', 'stroom te laat', 'bestemmingsplan', 'Hasselt', 'KP-2026-013'];
const filterExamples = [
  'thema:stikstof soort:notitie',
  'gemeente:Zwolle status:opgelost',
  'openstaande acties te laat',
];

interface QuestionsProps {
  label: string;
  queries: readonly string[];
}

/** Questions to ask again or to begin with. */
function Questions({ label, queries }: QuestionsProps): ReactElement {
  return (
    <List label={label}>
      {queries.map((query) => (
        <li key={query}>
          <Link to="/zoeken" search={{ q: query }}>
            {query}
          </Link>
        </li>
      ))}
    </List>
  );
}

interface SearchHelpProps {
  /** What the viewer looked for lately, the latest first. */
  recent: readonly string[];
  onForget: () => void;
  /** What the viewer keeps to ask again. */
  kept: SavedSearches;
}

/** Before anything is asked: what one looked for lately, what can be found, and questions to begin with. */
export function SearchHelp({ recent, onForget, kept }: SearchHelpProps): ReactElement {
  const { t } = useLingui();
  return (
    <>
      {kept.saved.length > 0 && (
        <Section title={t`Bewaarde zoekvragen`}>
          <List label={t`Bewaarde zoekvragen`}>
            {kept.saved.map((one) => (
              <li key={one.id}>
                <Link to="/zoeken" search={{ q: one.query }}>
                  {one.query}
                </Link>{' '}
                <Button variant="quiet" onPress={() => void kept.forget(one)}>
                  <Trans>Haal weg</Trans> <span className="vh">{one.query}</span>
                </Button>
              </li>
            ))}
          </List>
        </Section>
      )}
      {recent.length > 0 && (
        <Section
          title={t`Laatst gezocht`}
          actions={
            <Button variant="quiet" onPress={onForget}>
              <Trans>Wis deze lijst</Trans>
            </Button>
          }
        >
          <Questions label={t`Laatst gezocht`} queries={recent} />
        </Section>
      )}
      <Help />
    </>
  );
}

function Help(): ReactElement {
  const { t } = useLingui();
  const mayTend = useAbility('TEND_SEARCH');
  return (
    <Section title={t`Waar kun je op zoeken?`}>
      <p>
        <Trans>
          Op woorden, een nummer, een gemeente of dorp, een afkorting of een wet. Tikfouten, oude namen en delen van
          woorden mogen.
        </Trans>
      </p>
      <Questions label={t`Bijvoorbeeld`} queries={examples} />
      <p>
        <Trans>
          Zet er een filter bij om minder te zien: gemeente, regio, tafel, thema, status, geldigheid, jaar of soort.
        </Trans>
      </p>
      <Questions label={t`Met een filter`} queries={filterExamples} />
      {mayTend.allowed && (
        <p>
          <Link to="/zoeken/beheer">
            <Trans>Zoeken verbeteren: synoniemen en vragen zonder antwoord</Trans>
          </Link>
        </p>
      )}
    </Section>
  );
}

interface NoHitsProps {
  query: string;
  suggestion: string | null;
  /** Finds of the other kind, when only one kind is shown. */
  elsewhere: number;
}

/** Nothing found: the likely word, the filter to drop, or what one can do oneself. */
export function NoHits({ query, suggestion, elsewhere }: NoHitsProps): ReactElement {
  const { t } = useLingui();
  const mayLog = useAbility('LOG_BOTTLENECK');
  return (
    <Section title={t`Resultaten`} hideTitle>
      <EmptyState
        title={t`Niets gevonden voor “${query}”`}
        action={
          elsewhere > 0 ? (
            <Link className={buttonClass()} to="/zoeken" search={{ q: query }}>
              <Trans>Toon alle soorten</Trans>
            </Link>
          ) : mayLog.allowed ? (
            <Link className={buttonClass()} to="/knelpunten/nieuw">
              <Trans>Meld het als knelpunt</Trans>
            </Link>
          ) : undefined
        }
      >
        {suggestion ? (
          <Trans>
            Bedoelde je{' '}
            <Link to="/zoeken" search={{ q: suggestion }}>
              {suggestion}
            </Link>
            ?
          </Trans>
        ) : elsewhere > 0 ? (
          <Trans>Wel onder een andere soort.</Trans>
        ) : (
          <Trans>Probeer minder of andere woorden. Alleen wat je mag zien wordt gevonden.</Trans>
        )}
      </EmptyState>
    </Section>
  );
}
