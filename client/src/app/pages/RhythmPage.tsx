import { gql, type TypedDocumentNode } from '@apollo/client';
import type { PreloadedQueryRef } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { useLiveRefetch } from '../../features/live/use-live-refetch.ts';
import { useRhythmWords } from '../../features/tables/rhythm-words.ts';
import type { RhythmPageQuery, RhythmPageQueryVariables } from '../../generated/graphql.ts';
import { capital } from '../../lib/capital.ts';
import { Crumbs } from '../../ui/Crumbs.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Split } from '../../ui/Split.tsx';
import { usePageTitle } from '../page-title.ts';
import type { PageContext } from '../routes/shell-route.ts';
import { usePageQuery } from '../use-page-query.ts';
import { NotTherePage } from './NotTherePage.tsx';
import { LateEscalationRules } from './rhythm/late-escalation-rules.tsx';
import { differing, draftOf, type RhythmDraft } from './rhythm/rhythm-draft.ts';
import { rhythmOfTableFragment } from './rhythm/rhythm-documents.ts';
import { RhythmFacts } from './rhythm/RhythmFacts.tsx';
import { RhythmForm } from './rhythm/RhythmForm.tsx';
import { SeriesPreview } from './rhythm/SeriesPreview.tsx';

export const rhythmPageQuery: TypedDocumentNode<RhythmPageQuery, RhythmPageQueryVariables> = gql`
  query RhythmPage($slug: String!) {
    table(slug: $slug) {
      id
      ...RhythmOfTable_table @unmask
    }
  }
  ${rhythmOfTableFragment}
`;

/** Starts the page's query. */
export const loadRhythmPage = (
  { preload }: PageContext,
  slug: string,
): Promise<PreloadedQueryRef<RhythmPageQuery, RhythmPageQueryVariables>> => preload(rhythmPageQuery, { slug });

const route = getRouteApi('/app/tafels/$slug/ritme');

/** When a table meets and by when what is due, with what that brings in the months to come. */
export function RhythmPage(): ReactElement {
  const { t } = useLingui();
  const { slug } = route.useParams();
  const { data, refetch } = usePageQuery(route.useLoaderData());
  const { table } = data;
  const words = useRhythmWords();
  const [draft, setDraft] = useState<RhythmDraft | null>(null);
  useLiveRefetch({ streamKind: 'table' }, refetch);
  usePageTitle(table ? t`Ritme van ${table.name}` : t`Niet gevonden`);
  if (!table) return <NotTherePage />;

  const kept = draftOf(table);
  const mayChange = table.viewerCan.find(({ verb }) => verb === 'CHANGE_RHYTHM');
  const shown = draft ?? kept;
  const touched = differing(shown, kept).length > 0;
  const rhythm = words(table.rhythm);
  return (
    <>
      <Crumbs
        label={t`Terug naar de tafel`}
        link={(content) => (
          <Link to="/tafels/$slug" params={{ slug }}>
            {content}
          </Link>
        )}
      />
      <PageHead
        title={t`Ritme van de tafel`}
        meta={
          <p className="sub">
            {table.name}
            {' · '}
            {rhythm === null ? <Trans>nog geen vaste dag</Trans> : capital(rhythm)}
          </p>
        }
      />
      <Split even side={<SeriesPreview table={table} draft={shown} touched={touched} />}>
        {mayChange?.allowed ? (
          <RhythmForm table={table} onDraft={setDraft} />
        ) : (
          <RhythmFacts table={table} reason={mayChange?.reason ?? null} />
        )}
        <LateEscalationRules slug={slug} mayChange={mayChange} />
      </Split>
    </>
  );
}
