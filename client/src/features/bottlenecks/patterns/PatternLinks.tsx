import { useQuery } from '@apollo/client/react';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useFormat } from '../../../lib/format.ts';
import { List } from '../../../ui/List.tsx';
import { Section } from '../../../ui/Section.tsx';
import { useLiveRefetch } from '../../live/use-live-refetch.ts';
import { casePatternQuery, tablePatternsQuery } from './pattern-documents.ts';
import { patternStateWords } from './pattern-words.ts';

export interface CasePatternProps {
  /** Of the case. */
  number: string;
}

/** To which pattern a case belongs; nothing when it stands by itself. */
export function CasePattern({ number }: CasePatternProps): ReactElement | null {
  const { t, i18n } = useLingui();
  const { data, refetch } = useQuery(casePatternQuery, { variables: { number } });
  useLiveRefetch({ subjectId: data?.bottleneck?.id ?? '' }, refetch);
  const pattern = data?.bottleneck?.pattern;
  if (!pattern) return null;
  return (
    <Section title={t`Hoort bij patroon`}>
      <p>
        <Link to="/patronen/$number" params={{ number: pattern.number }}>
          {pattern.title}
        </Link>
      </p>
      <p className="sub small">
        {pattern.number}, {i18n._(patternStateWords[pattern.state])},{' '}
        <Plural
          value={pattern.bottlenecks.length}
          one="# knelpunt dat je mag zien"
          other="# knelpunten die je mag zien"
        />
      </p>
    </Section>
  );
}

export interface TablePatternsProps {
  tableId: string;
}

/** The patterns of a table: problems that stand in the way of more than one project. Nothing when there are none. */
export function TablePatterns({ tableId }: TablePatternsProps): ReactElement | null {
  const { t, i18n } = useLingui();
  const { number } = useFormat();
  const { data, refetch } = useQuery(tablePatternsQuery, { variables: { tableId }, fetchPolicy: 'cache-and-network' });
  useLiveRefetch({ streamKind: 'table' }, refetch);
  const patterns = data?.patterns;
  if (!patterns || patterns.edges.length === 0) return null;
  return (
    <Section title={t`Patronen`} aside={number(patterns.totalCount)}>
      <List label={t`Problemen die meer projecten raken`}>
        {patterns.edges.map(({ node }) => (
          <li key={node.id} className="stack stack-xs">
            <p>
              <Link to="/patronen/$number" params={{ number: node.number }}>
                {node.title}
              </Link>
            </p>
            <p className="sub small">
              {node.number}, {i18n._(patternStateWords[node.state])},{' '}
              <Plural value={node.bottlenecks.length} one="# knelpunt" other="# knelpunten" />,{' '}
              <Trans>
                {number(node.atRisk.homes)} woningen wachten, {number(node.atRisk.homeMonths)} woningmaanden
              </Trans>
            </p>
          </li>
        ))}
      </List>
    </Section>
  );
}
