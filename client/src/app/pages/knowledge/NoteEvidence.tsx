import { gql, type TypedDocumentNode } from '@apollo/client';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import { resultWords } from '../../../features/bottlenecks/application-words.ts';
import type { ApplicationResult, NoteEvidence_NoteFragment } from '../../../generated/graphql.ts';
import { capital } from '../../../lib/capital.ts';
import { useFormat } from '../../../lib/format.ts';
import { Section } from '../../../ui/Section.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { Column } from '../../../ui/table-column.ts';
import { TableTitle } from '../../../ui/TableTitle.tsx';

export const noteEvidenceFragment: TypedDocumentNode<NoteEvidence_NoteFragment> = gql`
  fragment NoteEvidence_note on KnowledgeNote {
    id
    validity
    applications {
      id
      result
      conditions
      appliedOn
      bottleneck {
        id
        number
        title
        homesBlocked
        municipality {
          id
          name
        }
        projects {
          project {
            id
            name
          }
        }
      }
    }
  }
`;

type Application = NoteEvidence_NoteFragment['applications'][number];

const looks: Readonly<Record<ApplicationResult, { className: string; shape: ReactNode }>> = {
  WORKED: { className: 'state ev-good', shape: <path d="m4.8 8.2 2.2 2.2 4.2-4.6" /> },
  PARTLY: {
    className: 'state ev-part',
    shape: <path d="M8 8V4.2A3.8 3.8 0 1 1 4.2 8z" fill="currentColor" stroke="none" />,
  },
  FAILED: { className: 'state ev-fail', shape: <path d="m5.8 5.8 4.4 4.4M10.2 5.8l-4.4 4.4" /> },
  NOT_YET: { className: 'state', shape: <path d="M8 5v3.2l2 1.4" /> },
};

/** What worked first; of a note that has to be checked first, where it failed: that is what to check. */
const hopeful: readonly ApplicationResult[] = ['WORKED', 'PARTLY', 'FAILED', 'NOT_YET'];
const careful: readonly ApplicationResult[] = ['FAILED', 'PARTLY', 'WORKED', 'NOT_YET'];

function Result({ result }: { result: ApplicationResult }): ReactElement {
  const { i18n } = useLingui();
  const { className, shape } = looks[result];
  return (
    <span className={className}>
      <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="6" />
        {shape}
      </svg>{' '}
      <b>{capital(i18n._(resultWords[result]))}</b>
    </span>
  );
}

interface NoteEvidenceProps {
  note: NoteEvidence_NoteFragment;
  action: ReactNode;
}

/** Where a note was used, and what came of it under which conditions: also what failed. */
export function NoteEvidence({ note, action }: NoteEvidenceProps): ReactElement {
  const { t } = useLingui();
  const { homes, date } = useFormat();
  const columns: Column<Application>[] = [
    { id: 'result', header: t`Resultaat`, width: 'state', render: ({ result }) => <Result result={result} /> },
    {
      id: 'case',
      header: t`Knelpunt`,
      rowHeader: true,
      render: ({ bottleneck: { number, title, homesBlocked, municipality, projects } }) => (
        <TableTitle
          link={
            <Link className="quiet-link strong" to="/knelpunten/$number" params={{ number }}>
              {title}
            </Link>
          }
          meta={[
            number,
            [projects[0]?.project.name, municipality.name].filter(Boolean).join(', '),
            ...(homesBlocked > 0 ? [homes(homesBlocked)] : []),
          ]}
        />
      ),
    },
    {
      id: 'conditions',
      header: t`Onder welke voorwaarde`,
      width: 'grow',
      render: ({ conditions, appliedOn }) => (
        <>
          <p>{conditions || <span className="sub">{t`geen voorwaarde genoemd`}</span>}</p>
          <p className="sub small">{date(appliedOn)}</p>
        </>
      ),
    },
  ];
  const checksFirst = note.validity === 'CHECK_FIRST' && note.applications.some(({ result }) => result === 'FAILED');
  const order = checksFirst ? careful : hopeful;
  const rows = note.applications.toSorted((one, other) => order.indexOf(one.result) - order.indexOf(other.result));
  return (
    <Section id="toegepast" title={t`Waar het is toegepast`} actions={action}>
      {rows.length === 0 ? (
        <p className="sub">
          <Trans>Nog nergens, voor zover je mag zien. Pas jij haar toe, dan leest de volgende hoe het uitpakte.</Trans>
        </p>
      ) : (
        <>
          {checksFirst && (
            <p className="sub small">
              <Trans>Waar het mislukte staat bovenaan: controleer eerst of dat bij jou ook speelt.</Trans>
            </p>
          )}
          <Table label={t`Waar het is toegepast`} columns={columns} rows={rows} rowKey={({ id }) => id} />
        </>
      )}
    </Section>
  );
}
