import { gql, type TypedDocumentNode } from '@apollo/client';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { isOpen } from '@versnellingstafel/shared/bottlenecks/states';
import type { ReactElement } from 'react';
import type { CaseAside_BottleneckFragment } from '../../../generated/graphql.ts';
import { useFormat } from '../../../lib/format.ts';
import { Homes } from '../../../ui/Homes.tsx';
import { List } from '../../../ui/List.tsx';
import { Section } from '../../../ui/Section.tsx';
import { StateMark } from '../../../ui/StateMark.tsx';
import { Tag } from '../../../ui/Tag.tsx';

export const caseAsideFragment: TypedDocumentNode<CaseAside_BottleneckFragment> = gql`
  fragment CaseAside_bottleneck on Bottleneck {
    id
    state
    projects {
      homesBlocked
      project {
        id
        name
        homes
        keyProject
        municipality {
          id
          name
        }
      }
    }
    agendaItems {
      id
      title
      outcome
      meeting {
        id
        startsAt
        table {
          id
          shortName
        }
      }
    }
    similar(first: 4) {
      bottlenecks {
        bottleneck {
          id
          number
          title
          state
          municipality {
            id
            name
          }
        }
      }
    }
  }
`;

/** Which homes wait, where the case was or will be discussed, and what it looks like. */
export function CaseAside({ bottleneck }: { bottleneck: CaseAside_BottleneckFragment }): ReactElement {
  const { t } = useLingui();
  const { longDay, number } = useFormat();
  const similar = bottleneck.similar.bottlenecks;
  const open = isOpen(bottleneck.state);
  return (
    <>
      <Section title={t`Projecten en woningen`}>
        <List>
          {bottleneck.projects.map(({ project, homesBlocked }) => (
            <li className="stack stack-xs" key={project.id}>
              <p>
                <Link to="/projecten/$id" params={{ id: project.id }}>
                  {project.name}, {project.municipality.name}
                </Link>{' '}
                {project.keyProject === 'YES' && (
                  <Tag>
                    <Trans>sleutelproject</Trans>
                  </Tag>
                )}
              </p>
              {typeof homesBlocked === 'number' ? (
                <Homes count={homesBlocked} tone={open ? 'waiting' : 'rest'}>
                  {project.homes ? (
                    open ? (
                      <Trans>van {number(project.homes)} wachten</Trans>
                    ) : (
                      <Trans>van {number(project.homes)} wachtten hierop</Trans>
                    )
                  ) : open ? (
                    <Plural value={homesBlocked} one="woning wacht" other="woningen wachten" />
                  ) : (
                    <Plural value={homesBlocked} one="woning wachtte hierop" other="woningen wachtten hierop" />
                  )}
                </Homes>
              ) : (
                <p className="sub small">
                  <Trans>Hoeveel woningen wachten is nog niet ingevuld.</Trans>
                </p>
              )}
            </li>
          ))}
        </List>
      </Section>
      {bottleneck.agendaItems.length > 0 && (
        <Section title={t`Aan tafel`}>
          <List>
            {bottleneck.agendaItems.map(({ id, title, outcome, meeting }) => (
              <li className="stack stack-xs" key={id}>
                <Link to="/vergaderingen/$id" params={{ id: meeting.id }}>
                  {meeting.table.shortName}, {longDay(meeting.startsAt)}
                </Link>
                <span className="sub small">{title}</span>
                {outcome && <p>{outcome}</p>}
              </li>
            ))}
          </List>
        </Section>
      )}
      {similar.length > 0 && (
        <Section title={t`Lijkt op`}>
          <List>
            {similar.map(({ bottleneck: other }) => (
              <li className="stack stack-xs" key={other.id}>
                <Link className="quiet-link strong" to="/knelpunten/$number" params={{ number: other.number }}>
                  {other.title}
                </Link>
                <p className="meta small">
                  <span>{other.number}</span>
                  <span>{other.municipality.name}</span>
                </p>
                <StateMark state={other.state} />
              </li>
            ))}
          </List>
        </Section>
      )}
    </>
  );
}
