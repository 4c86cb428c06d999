import { gql, type TypedDocumentNode } from '@apollo/client';
import type { PreloadedQueryRef } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, type ReactElement } from 'react';
import { useCommand } from '../../features/commands/use-command.ts';
import {
  discardImportMutation,
  importFragment,
  type ImportView,
} from '../../features/bottlenecks/import/import-documents.ts';
import { importStateWords } from '../../features/bottlenecks/import/import-words.ts';
import type { ImportPageQuery, ImportPageQueryVariables, ImportState } from '../../generated/graphql.ts';
import { announce } from '../../lib/announce.ts';
import { useFormat } from '../../lib/format.ts';
import { Button } from '../../ui/Button.tsx';
import { Crumbs } from '../../ui/Crumbs.tsx';
import { LineOfStops, type Stop } from '../../ui/LineOfStops.tsx';
import { Meta } from '../../ui/Meta.tsx';
import { Note } from '../../ui/Note.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { usePageTitle } from '../page-title.ts';
import type { PageContext } from '../routes/shell-route.ts';
import { usePageQuery } from '../use-page-query.ts';
import { ImportColumns } from './import/ImportColumns.tsx';
import { ImportResult } from './import/ImportResult.tsx';
import { ImportTrial } from './import/ImportTrial.tsx';
import { NotTherePage } from './NotTherePage.tsx';

const lookAgainEvery = 1000;

export const importPageQuery: TypedDocumentNode<ImportPageQuery, ImportPageQueryVariables> = gql`
  query ImportPage($id: ID!) {
    import(id: $id) {
      id
      ...ImportView_import @unmask
    }
    importFields {
      field
      label
      required
      hint
    }
  }
  ${importFragment}
`;

/** Starts the page's query. */
export const loadImportPage = (
  { preload }: PageContext,
  id: string,
): Promise<PreloadedQueryRef<ImportPageQuery, ImportPageQueryVariables>> => preload(importPageQuery, { id });

const route = getRouteApi('/app/knelpunten/importeer/$id');
const busyStates = ['READING', 'CHECKING', 'APPLYING'];

/** One list on its way into a table: its columns, the trial run, and what came of it. */
export function ImportPage(): ReactElement {
  const { t, i18n } = useLingui();
  const { moment } = useFormat();
  const { data, refetch } = usePageQuery(route.useLoaderData());
  const one = data.import;
  const state = one?.importState;
  usePageTitle(one ? one.fileName : t`Niet gevonden`);
  const busy = state !== undefined && busyStates.includes(state);
  useEffect(() => {
    if (!busy) return undefined;
    const timer = setInterval(() => void refetch().catch(() => undefined), lookAgainEvery);
    return () => clearInterval(timer);
  }, [busy, refetch]);
  const before = useRef(state);
  useEffect(() => {
    if (state && before.current && before.current !== state) announce(i18n._(importStateWords[state]));
    before.current = state;
  }, [state, i18n]);
  if (!one || !state) {
    return <NotTherePage wayOut={<Link to="/knelpunten/importeer">{t`Lees een lijst in`}</Link>} />;
  }
  return (
    <>
      <Crumbs label={t`Lees een lijst in`} link={(content) => <Link to="/knelpunten/importeer">{content}</Link>} />
      <PageHead
        title={one.fileName}
        meta={
          <Meta>
            {one.table.shortName}
            {i18n._(importStateWords[state])}
            {moment(one.startedAt)}
          </Meta>
        }
        actions={<Discard one={one} />}
      />
      <Stack gap="2xl">
        <Steps one={one} />
        {busy && <Progress one={one} />}
        {state === 'FAILED' && (
          <Note kind="error" live title={t`Het inlezen is mislukt`}>
            <p>{one.failure ?? t`Er is niets overgenomen. Begin opnieuw met het bestand.`}</p>
            <p>
              <Link to="/knelpunten/importeer">
                <Trans>Kies een ander bestand</Trans>
              </Link>
            </p>
          </Note>
        )}
        {state === 'DISCARDED' && (
          <Note kind="info" title={t`Deze lijst is weggegooid`}>
            <p>
              <Trans>Er is niets overgenomen.</Trans>
            </p>
          </Note>
        )}
        {state === 'MAPPING' && <ImportColumns key={one.version} one={one} fields={data.importFields} />}
        {state === 'READY' && <ImportTrial one={one} fields={data.importFields} />}
        {(state === 'APPLIED' || state === 'UNDONE') && <ImportResult one={one} />}
      </Stack>
    </>
  );
}

const reached: Partial<Record<ImportState, number>> = {
  MAPPING: 1,
  CHECKING: 2,
  READY: 2,
  APPLYING: 3,
  APPLIED: 4,
  UNDONE: 4,
};

function Steps({ one }: { one: ImportView }): ReactElement {
  const { t } = useLingui();
  const now = reached[one.importState] ?? 0;
  const stops = [t`Bestand`, t`Kolommen`, t`Proef`, t`Toepassen`].map((title, index): Stop => {
    return { id: title, title, at: index < now ? 'been' : index === now ? 'now' : 'ahead' };
  });
  return <LineOfStops label={t`Stappen van het inlezen`} stops={stops} />;
}

function Progress({ one }: { one: ImportView }): ReactElement {
  const { t, i18n } = useLingui();
  const { number } = useFormat();
  const known = one.total > 0;
  return (
    <div className="stack stack-xs">
      <p id="voortgang">
        {i18n._(importStateWords[one.importState])}
        {known && ` · ${t`${number(one.done)} van ${number(one.total)} rijen`}`}
      </p>
      <progress aria-labelledby="voortgang" {...(known && { value: one.done, max: one.total })} />
    </div>
  );
}

function Discard({ one }: { one: ImportView }): ReactElement | null {
  const { t } = useLingui();
  const toast = useToast();
  const navigate = useNavigate();
  const discarding = useCommand(discardImportMutation);
  if (!one.viewerCan.some(({ verb, allowed }) => verb === 'DISCARD' && allowed)) return null;
  async function discard(): Promise<void> {
    const outcome = await discarding.run({ input: { importId: one.id, expectedVersion: one.version } });
    if (outcome.kind === 'problems') toast({ kind: 'error', text: outcome.problems[0]?.message ?? t`Dat lukte niet.` });
    if (outcome.kind !== 'done') return;
    toast({ text: t`${one.fileName} weggegooid; er is niets overgenomen` });
    await navigate({ to: '/knelpunten/importeer' });
  }
  return (
    <Button variant="quiet" busy={discarding.busy} onPress={() => void discard()}>
      <Trans>Gooi weg</Trans>
    </Button>
  );
}
