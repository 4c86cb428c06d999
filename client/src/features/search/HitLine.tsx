import { Trans, useLingui } from '@lingui/react/macro';
import type { Validity } from '@versnellingstafel/shared/knowledge/validity';
import type { ReactElement } from 'react';
import { useFormat } from '../../lib/format.ts';
import { Highlight } from '../../ui/Highlight.tsx';
import { hitIcons } from './hit-icons.tsx';
import { validityLabels, validityTones } from '../knowledge/note-words.ts';

interface Met {
  meeting: { startsAt: string; table: { name: string } };
}

type LineTarget =
  | { __typename: 'Bottleneck'; number: string; municipality: { name: string } }
  | { __typename: 'KnowledgeNote'; validity: Validity }
  | ({ __typename: 'AgendaItem' } & Met)
  | ({ __typename: 'AgendaOutcome' } & Met)
  | { __typename: 'Action'; number: string; owner: { name: string } }
  | { __typename: 'Project'; municipality: { name: string } }
  | { __typename: 'Organisation' };

/** What it is, and by what one knows it again. */
function About({ target }: { target: LineTarget }): ReactElement {
  const { i18n } = useLingui();
  const { date } = useFormat();
  switch (target.__typename) {
    case 'KnowledgeNote':
      return (
        <>
          <Trans>Notitie</Trans> ·{' '}
          <span className={validityTones[target.validity]}>{i18n._(validityLabels[target.validity])}</span>
        </>
      );
    case 'AgendaItem':
      return (
        <>
          <Trans>Verslag</Trans> · {target.meeting.table.name}, {date(target.meeting.startsAt)}
        </>
      );
    case 'AgendaOutcome':
      return (
        <>
          <Trans>Besluit</Trans> · {target.meeting.table.name}, {date(target.meeting.startsAt)}
        </>
      );
    case 'Action':
      return (
        <>
          <Trans>Actie</Trans> · {target.number} · {target.owner.name}
        </>
      );
    case 'Project':
      return (
        <>
          <Trans>Project</Trans> · {target.municipality.name}
        </>
      );
    case 'Organisation':
      return <Trans>Organisatie</Trans>;
    case 'Bottleneck':
      return (
        <>
          {target.number} · {target.municipality.name}
        </>
      );
  }
}

interface HitLineProps {
  title: readonly { text: string; hit: boolean }[];
  target: LineTarget;
}

/** A find in one line, for suggestions: what it is, its title with what was typed, and its number or whether it holds. */
export function HitLine({ title, target }: HitLineProps): ReactElement {
  return (
    <>
      {hitIcons[target.__typename]}
      <span>
        <Highlight segments={title} />
        <span className="menu-reason sub">
          <About target={target} />
        </span>
      </span>
    </>
  );
}
