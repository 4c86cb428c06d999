import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { MyBottlenecks_BottleneckFragment } from '../../../generated/graphql.ts';
import { useAbility } from '../../../features/session/session.ts';
import { useFormat } from '../../../lib/format.ts';
import { buttonClass } from '../../../ui/Button.tsx';
import { DateWithDistance } from '../../../ui/DateWithDistance.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Homes } from '../../../ui/Homes.tsx';
import { LevelMark } from '../../../ui/LevelMark.tsx';
import { Section } from '../../../ui/Section.tsx';
import { StateMark } from '../../../ui/StateMark.tsx';
import { Table, type Column } from '../../../ui/Table.tsx';
import { TableTitle } from '../../../ui/TableTitle.tsx';

export const myBottlenecksFragment: TypedDocumentNode<MyBottlenecks_BottleneckFragment> = gql`
  fragment MyBottlenecks_bottleneck on Bottleneck {
    id
    number
    title
    state
    dueOn
    nextStep
    homesBlocked
    solvableAt
    heldBy {
      id
      level
    }
    projects {
      project {
        id
        name
      }
    }
  }
`;

type Row = MyBottlenecks_BottleneckFragment;

function useColumns(arrivedAt: (id: string) => string | undefined): Column<Row>[] {
  const { t } = useLingui();
  const { time } = useFormat();
  return [
    {
      id: 'title',
      header: t`Knelpunt`,
      rowHeader: true,
      render: ({ id, number, title, projects, nextStep }) => {
        const arrived = arrivedAt(id);
        return (
          <TableTitle
            link={
              <>
                <Link className="quiet-link strong" to="/knelpunten/$number" params={{ number }}>
                  {title}
                </Link>
                {arrived && (
                  <>
                    {' '}
                    <span className="news">{t`bijgewerkt, ${time(arrived)}`}</span>
                  </>
                )}
              </>
            }
            meta={[number, ...(projects.length > 0 ? [projects.map(({ project }) => project.name).join(', ')] : [])]}
          >
            {nextStep && <Trans>Volgende stap: {nextStep}</Trans>}
          </TableTitle>
        );
      },
    },
    {
      id: 'state',
      header: t`Staat en tafel`,
      width: 'state',
      render: ({ state, heldBy, solvableAt }) => (
        <>
          <StateMark state={state} />
          <span className="two">
            <LevelMark level={heldBy?.level ?? solvableAt} />
          </span>
        </>
      ),
    },
    { id: 'homes', header: t`Woningen`, width: 'homes', render: ({ homesBlocked }) => <Homes count={homesBlocked} /> },
    {
      id: 'due',
      header: t`Uiterlijk`,
      width: 'due',
      render: ({ dueOn, state }) =>
        dueOn ? (
          <DateWithDistance
            date={dueOn}
            layout="stacked"
            judge={state !== 'ON_HOLD'}
            {...(state === 'ON_HOLD' && { words: t`komt dan terug` })}
          />
        ) : null,
    },
  ];
}

interface MyBottlenecksProps {
  bottlenecks: readonly FragmentType<MyBottlenecks_BottleneckFragment>[];
  totalCount: number;
  homesWaiting: number;
  /** When a row came in while the page was open (ISO moment). */
  arrivedAt: (id: string) => string | undefined;
}

/** The open cases of the viewer: filer, owner or lead. */
export function MyBottlenecks({ bottlenecks, totalCount, homesWaiting, arrivedAt }: MyBottlenecksProps): ReactElement {
  const { t } = useLingui();
  const mayLog = useAbility('LOG_BOTTLENECK');
  const { data: rows } = useSuspenseFragment({ fragment: myBottlenecksFragment, from: [...bottlenecks] });
  const columns = useColumns(arrivedAt);
  return (
    <Section
      title={t`Mijn knelpunten`}
      actions={
        homesWaiting > 0 ? (
          <Homes count={homesWaiting}>
            <Plural value={homesWaiting} one="woning wacht" other="woningen wachten" />
          </Homes>
        ) : undefined
      }
    >
      {rows.length === 0 ? (
        <EmptyState
          title={t`Je hebt geen open knelpunten`}
          action={
            mayLog.allowed ? (
              <Link className={buttonClass()} to="/knelpunten/nieuw">
                <Trans>Meld een knelpunt</Trans>
              </Link>
            ) : (
              <Link to="/kennis">
                <Trans>Lees wat anderen leerden</Trans>
              </Link>
            )
          }
        >
          {mayLog.allowed ? (
            <Trans>Houdt iets een woningbouwplan tegen? Meld het; een paar regels zijn genoeg om te beginnen.</Trans>
          ) : (
            (mayLog.reason ?? (
              <Trans>Je leest mee: hier komen de knelpunten waarvan je eigenaar of trekker bent.</Trans>
            ))
          )}
        </EmptyState>
      ) : (
        <>
          <Table
            label={t`Mijn knelpunten, op uiterste datum`}
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            isNew={({ id }) => arrivedAt(id) !== undefined}
            keys
          />
          <p className="sub small">
            {totalCount > rows.length ? (
              <Trans>
                {rows.length} van {totalCount}.{' '}
              </Trans>
            ) : null}
            <Trans>Een project telt één keer. Eén dak is 50 woningen.</Trans>
          </p>
        </>
      )}
    </Section>
  );
}
