import { gql, type TypedDocumentNode } from '@apollo/client';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { journeyOf } from '../../../features/bottlenecks/journey.ts';
import type { CaseJourney_BottleneckFragment } from '../../../generated/graphql.ts';
import { useFormat } from '../../../lib/format.ts';
import { levelLabels } from '../../../ui/LevelMark.tsx';
import { LineOfStops, type Stop } from '../../../ui/LineOfStops.tsx';

export const caseJourneyFragment: TypedDocumentNode<CaseJourney_BottleneckFragment> = gql`
  fragment CaseJourney_bottleneck on Bottleneck {
    id
    state
    stateSince
    solvableAt
    filedOn
    resolvedOn
    heldBy {
      id
      name
      level
    }
    municipality {
      id
      name
    }
    escalations {
      id
      sentAt
      endedAt
      reason
      outcome
      travel: state
      from {
        id
        level
        name
      }
      to {
        id
        level
        name
      }
    }
  }
`;

/** The line past the tables: where it was, where it is, where it could be solved, and home again. */
export function CaseJourney({ bottleneck }: { bottleneck: CaseJourney_BottleneckFragment }): ReactElement {
  const { t, i18n } = useLingui();
  const { day } = useFormat();
  const { heldBy, solvableAt, filedOn, municipality, state, stateSince, resolvedOn } = bottleneck;
  // One that is still being prepared has not travelled.
  const escalations = bottleneck.escalations.flatMap(({ sentAt, ...rest }) => (sentAt ? [{ sentAt, ...rest }] : []));
  const closed = state === 'RESOLVED' || state === 'REFERRED' || state === 'WITHDRAWN';
  const stops: Stop[] = journeyOf(heldBy?.level ?? null, solvableAt).map(({ level, at }) => {
    const arrived = escalations.findLast(({ to, travel }) => to.level === level && travel !== 'WITHDRAWN');
    const left = escalations.find(({ from, endedAt }) => from.level === level && from.id !== heldBy?.id && !endedAt);
    // The youngest that came back from here without an answer, while the case is not here again.
    const returned =
      at === 'ahead'
        ? escalations.findLast(({ to, travel }) => to.level === level && travel === 'RETURNED')
        : undefined;
    const lines = [
      ...(level === 'LOCAL' ? [t`ingediend ${day(filedOn)}`] : []),
      ...(returned?.endedAt
        ? [t`teruggegeven ${day(returned.endedAt)}`, ...(returned.outcome ? [returned.outcome] : [])]
        : arrived
          ? [arrived.endedAt ? t`beantwoord ${day(arrived.endedAt)}` : t`sinds ${day(arrived.sentAt)}`]
          : []),
      ...(left ? [t`tot ${day(left.sentAt)}`] : []),
      ...(at === 'now' && !arrived && level !== 'LOCAL' ? [t`sinds ${day(stateSince)}`] : []),
      ...(at === 'ahead' && level === solvableAt ? [t`hier op te lossen`] : []),
    ];
    const place =
      level === heldBy?.level
        ? heldBy.name
        : level === 'LOCAL'
          ? t`Gemeente ${municipality.name}`
          : (arrived?.to.name ?? left?.from.name);
    return {
      id: level,
      at: returned ? 'returned' : closed && at === 'now' ? 'been' : at,
      title: i18n._(levelLabels[level]),
      ...(place && { place }),
      lines,
    };
  });
  stops.push({
    id: 'home',
    at: closed ? 'now' : 'ahead',
    title: <Trans>Terug naar {municipality.name}</Trans>,
    lines: [closed && resolvedOn ? t`opgelost ${day(resolvedOn)}` : t`terugkoppeling binnen 5 werkdagen`],
  });
  return <LineOfStops label={t`De weg van dit knelpunt`} stops={stops} />;
}
