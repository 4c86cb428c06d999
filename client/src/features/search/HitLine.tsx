import { Trans, useLingui } from '@lingui/react/macro';
import type { Validity } from '@versnellingstafel/shared/knowledge/validity';
import type { ReactElement } from 'react';
import { useFormat } from '../../lib/format.ts';
import { Highlight } from '../../ui/Highlight.tsx';
import { AgendaIcon, BottleneckIcon, KnowledgeIcon } from '../../ui/icons.tsx';
import { validityLabels, validityTones } from '../knowledge/note-words.ts';

interface HitLineProps {
  title: readonly { text: string; hit: boolean }[];
  target:
    | { __typename: 'Bottleneck'; number: string; municipality: { name: string } }
    | { __typename: 'KnowledgeNote'; validity: Validity }
    | { __typename: 'AgendaItem'; meeting: { startsAt: string; table: { name: string } } };
}

const icons = {
  AgendaItem: <AgendaIcon />,
  Bottleneck: <BottleneckIcon />,
  KnowledgeNote: <KnowledgeIcon />,
} as const;

/** A find in one line, for suggestions: what it is, its title with what was typed, and its number or whether it holds. */
export function HitLine({ title, target }: HitLineProps): ReactElement {
  const { i18n } = useLingui();
  const { date } = useFormat();
  return (
    <>
      {icons[target.__typename]}
      <span>
        <Highlight segments={title} />
        <span className="menu-reason sub">
          {target.__typename === 'KnowledgeNote' ? (
            <>
              <Trans>Notitie</Trans> ·{' '}
              <span className={validityTones[target.validity]}>{i18n._(validityLabels[target.validity])}</span>
            </>
          ) : target.__typename === 'AgendaItem' ? (
            <>
              <Trans>Verslag</Trans> · {target.meeting.table.name}, {date(target.meeting.startsAt)}
            </>
          ) : (
            `${target.number} · ${target.municipality.name}`
          )}
        </span>
      </span>
    </>
  );
}
