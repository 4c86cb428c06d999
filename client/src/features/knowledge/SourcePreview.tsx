import { Trans, useLingui } from '@lingui/react/macro';
import { legalReferenceOf } from '@versnellingstafel/shared/knowledge/legal-reference';
import type { ReactElement } from 'react';
import { List } from '../../ui/List.tsx';

/** How the sources that are being typed will read: what is recognised is a link, the rest is text. */
export function SourcePreview({ sources }: { sources: readonly string[] }): ReactElement | null {
  const { t } = useLingui();
  if (sources.length === 0) return null;
  return (
    <div className="stack stack-xs">
      <p className="sub small">
        <Trans>Zo leest een ander het:</Trans>
      </p>
      <List label={t`Bronnen zoals ze er komen te staan`}>
        {[...new Set(sources)].map((source) => {
          const { text, url } = legalReferenceOf(source);
          return (
            <li key={text}>
              {url ? (
                <a href={url} target="_blank" rel="noreferrer">
                  {text}
                </a>
              ) : (
                text
              )}
            </li>
          );
        })}
      </List>
    </div>
  );
}
