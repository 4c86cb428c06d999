import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { importStateWords } from '../../features/bottlenecks/import/import-words.ts';
import { StartImport } from '../../features/bottlenecks/import/StartImport.tsx';
import { useSession } from '../../features/session/session.ts';
import { useChosenTable } from '../../features/tables/chosen-table.ts';
import type { StartImportPageQuery, StartImportPageQueryVariables } from '../../generated/graphql.ts';
import { useFormat } from '../../lib/format.ts';
import { Crumbs } from '../../ui/Crumbs.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Section } from '../../ui/Section.tsx';
import { Select } from '../../ui/Select.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { usePageTitle } from '../page-title.ts';

export const startImportPageQuery: TypedDocumentNode<StartImportPageQuery, StartImportPageQueryVariables> = gql`
  query StartImportPage($tableId: ID!) {
    imports(tableId: $tableId) {
      id
      importState: state
      fileName
      startedAt
      version
    }
  }
`;

/** Where a list begins its way into a table: which table, which file, and the lists that came before. */
export function StartImportPage(): ReactElement {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { viewer, tables } = useSession();
  const chosen = useChosenTable();
  const led = tables.filter(({ id }) =>
    viewer.memberships.some(({ table, role }) => table.id === id && (role === 'CHAIR' || role === 'SECRETARY')),
  );
  const usual = led.find(({ id }) => id === chosen?.id) ?? led[0];
  const [picked, setPicked] = useState<string | null>(null);
  const tableId = picked ?? usual?.id;
  usePageTitle(t`Lees een lijst in`);
  return (
    <>
      <Crumbs label={t`Knelpunten`} link={(content) => <Link to="/knelpunten">{content}</Link>} />
      <PageHead
        title={t`Lees een lijst in`}
        meta={
          <p className="sub">
            <Trans>Je ziet eerst een proef: er verandert niets voordat je overneemt.</Trans>
          </p>
        }
      />
      {tableId === undefined ? (
        <EmptyState
          level={2}
          title={t`Je leidt geen tafel`}
          action={
            <Link to="/knelpunten">
              <Trans>Naar de knelpunten</Trans>
            </Link>
          }
        >
          <Trans>De voorzitter en de secretaris lezen een lijst in bij hun tafel. Vraag het een van hen.</Trans>
        </EmptyState>
      ) : (
        <Stack gap="2xl">
          {led.length > 1 && (
            <Select
              label={t`Tafel`}
              value={tableId}
              onChange={setPicked}
              options={led.map(({ id, shortName }) => ({ id, label: shortName }))}
            />
          )}
          <StartImport
            tableId={tableId}
            onStarted={(id) => void navigate({ to: '/knelpunten/importeer/$id', params: { id } })}
          />
          <RecentImports tableId={tableId} />
        </Stack>
      )}
    </>
  );
}

function RecentImports({ tableId }: { tableId: string }): ReactElement | null {
  const { t, i18n } = useLingui();
  const { moment } = useFormat();
  const { data } = useQuery(startImportPageQuery, { variables: { tableId }, fetchPolicy: 'cache-and-network' });
  const imports = data?.imports ?? [];
  if (imports.length === 0) return null;
  return (
    <Section title={t`Eerder ingelezen`}>
      <ul className="list">
        {imports.map(({ id, fileName, startedAt, importState }) => (
          <li key={id}>
            <Link className="quiet-link strong" to="/knelpunten/importeer/$id" params={{ id }}>
              {fileName}
            </Link>
            <p className="sub small">
              {i18n._(importStateWords[importState as keyof typeof importStateWords])} · {moment(startedAt as string)}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
