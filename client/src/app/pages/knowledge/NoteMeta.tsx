import { plural } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { Meta } from '../../../ui/Meta.tsx';

interface NoteMetaProps {
  themes: readonly { name: string }[];
  tags: readonly string[];
  reuse: { worked: number; partly: number; failed: number; notYet: number };
}

/** What a note is about, and how often it was used with which result. */
export function NoteMeta({ themes, tags, reuse }: NoteMetaProps): ReactElement {
  const { t } = useLingui();
  const { worked, partly, failed, notYet } = reuse;
  const total = worked + partly + failed + notYet;
  const words = [...themes.map(({ name }) => name.toLowerCase()), ...tags];
  const results = [
    worked > 0 && t`${worked} gelukt`,
    partly > 0 && t`${partly} deels`,
    failed > 0 && t`${failed} mislukt`,
    notYet > 0 && t`${plural(notYet, { one: '# nog niet bekend', other: '# nog niet bekend' })}`,
  ].filter(Boolean);
  return (
    <Meta>
      <span>{[...new Set(words)].join(', ')}</span>
      {total === 0 ? (
        <span>
          <Trans>nog niet toegepast</Trans>
        </span>
      ) : (
        <span>
          <a href="#toegepast">
            <Plural value={total} one="# keer toegepast" other="# keer toegepast" />
          </a>
          : {results.join(', ')}
        </span>
      )}
    </Meta>
  );
}
