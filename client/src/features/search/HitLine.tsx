import { Trans, useLingui } from '@lingui/react/macro';
import type { Validity } from '@versnellingstafel/shared/knowledge/validity';
import type { ReactElement } from 'react';
import { Highlight } from '../../ui/Highlight.tsx';
import { BottleneckIcon, KnowledgeIcon } from '../../ui/icons.tsx';
import { validityLabels, validityTones } from '../knowledge/note-words.ts';

interface HitLineProps {
  title: readonly { text: string; hit: boolean }[];
  target:
    | { __typename: 'Bottleneck'; number: string; municipality: { name: string } }
    | { __typename: 'KnowledgeNote'; validity: Validity };
}

/** A find in one line, for suggestions: what it is, its title with what was typed, and its number or whether it holds. */
export function HitLine({ title, target }: HitLineProps): ReactElement {
  const { i18n } = useLingui();
  return (
    <>
      {target.__typename === 'KnowledgeNote' ? <KnowledgeIcon /> : <BottleneckIcon />}
      <span>
        <Highlight segments={title} />
        <span className="menu-reason sub">
          {target.__typename === 'KnowledgeNote' ? (
            <>
              <Trans>Notitie</Trans> ·{' '}
              <span className={validityTones[target.validity]}>{i18n._(validityLabels[target.validity])}</span>
            </>
          ) : (
            `${target.number} · ${target.municipality.name}`
          )}
        </span>
      </span>
    </>
  );
}
