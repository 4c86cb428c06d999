import { gql, type TypedDocumentNode } from '@apollo/client';
import type { PreloadedQueryRef } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReviewVerdict } from '@versnellingstafel/shared/knowledge/legal-events';
import { useState, type ReactElement } from 'react';
import { JudgeDialog } from '../../features/knowledge/legal-events/JudgeDialog.tsx';
import { legalEventFragment, type TouchedNote } from '../../features/knowledge/legal-events/legal-event-documents.ts';
import { kindWords } from '../../features/knowledge/legal-events/legal-event-words.ts';
import { useLiveRefetch } from '../../features/live/use-live-refetch.ts';
import type { LegalEventPageQuery, LegalEventPageQueryVariables } from '../../generated/graphql.ts';
import { capital } from '../../lib/capital.ts';
import { useFormat } from '../../lib/format.ts';
import { Crumbs } from '../../ui/Crumbs.tsx';
import { Meta } from '../../ui/Meta.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Section } from '../../ui/Section.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { usePageTitle } from '../page-title.ts';
import type { PageContext } from '../routes/shell-route.ts';
import { usePageQuery } from '../use-page-query.ts';
import { TouchedNotes } from './legal-events/TouchedNotes.tsx';
import { NotTherePage } from './NotTherePage.tsx';

export const legalEventPageQuery: TypedDocumentNode<LegalEventPageQuery, LegalEventPageQueryVariables> = gql`
  query LegalEventPage($id: ID!) {
    node(id: $id) {
      id
      ... on LegalEvent {
        ...LegalEventView_event @unmask
      }
    }
  }
  ${legalEventFragment}
`;

/** Starts the page's query. */
export const loadLegalEventPage = (
  { preload }: PageContext,
  id: string,
): Promise<PreloadedQueryRef<LegalEventPageQuery, LegalEventPageQueryVariables>> =>
  preload(legalEventPageQuery, { id });

const route = getRouteApi('/app/kennis/recht/$id');

/** A change in the law and every note that it touched, each to be confirmed, adapted or archived where it stands. */
export function LegalEventPage(): ReactElement {
  const { t, i18n } = useLingui();
  const { date } = useFormat();
  const { data, refetch } = usePageQuery(route.useLoaderData());
  const [judging, setJudging] = useState<{ note: TouchedNote['note']; verdict: ReviewVerdict } | null>(null);
  useLiveRefetch({ streamKind: 'knowledge' }, refetch);
  const event = data.node?.__typename === 'LegalEvent' ? data.node : null;
  usePageTitle(event?.title ?? t`Niet gevonden`);
  if (!event) return <NotTherePage wayOut={<Link to="/kennis/recht">{t`Naar de wijzigingen in het recht`}</Link>} />;
  const waiting = event.reviews.filter(({ state }) => state === 'TO_REVIEW');
  const judged = event.reviews.filter(({ state }) => state !== 'TO_REVIEW');

  return (
    <>
      <Crumbs label={t`Wijzigingen in het recht`} link={(content) => <Link to="/kennis/recht">{content}</Link>} />
      <PageHead
        title={event.title}
        meta={
          <Meta>
            <span>{capital(i18n._(kindWords[event.kind]))}</span>
            <span>
              <Trans>geldt vanaf {date(event.effectiveOn)}</Trans>
            </span>
            <span>
              <Trans>vastgelegd door {event.recordedBy.name}</Trans>
            </span>
          </Meta>
        }
      />
      <Stack gap="3xl">
        {(event.summary || event.legalReferences.length > 0) && (
          <Section title={t`Wat er verandert`}>
            {event.summary && <p className="prose">{event.summary}</p>}
            <ul className="list">
              {event.legalReferences.map(({ text, url }) => (
                <li key={text}>
                  {url ? (
                    <a href={url} target="_blank" rel="noreferrer">
                      {text}
                    </a>
                  ) : (
                    text
                  )}
                </li>
              ))}
            </ul>
          </Section>
        )}
        <Section title={t`Wacht op een oordeel`} aside={waiting.length || undefined}>
          {waiting.length === 0 ? (
            <p className="sub">
              <Trans>Over elke notitie die je mag zien is geoordeeld.</Trans>
            </p>
          ) : (
            <TouchedNotes reviews={waiting} onJudge={(note, verdict) => setJudging({ note, verdict })} />
          )}
          <p className="sub small">
            <Trans>
              Eigenaren van open zaken die een notitie gebruikten kregen bericht, ook van zaken die jij niet kunt zien.
            </Trans>
          </p>
        </Section>
        {judged.length > 0 && (
          <Section title={t`Beoordeeld`} aside={judged.length}>
            <TouchedNotes reviews={judged} />
          </Section>
        )}
      </Stack>
      {judging && (
        <JudgeDialog
          legalEventId={event.id}
          note={judging.note}
          verdict={judging.verdict}
          onClose={() => setJudging(null)}
        />
      )}
    </>
  );
}
