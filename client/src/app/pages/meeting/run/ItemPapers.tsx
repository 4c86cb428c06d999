import { useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { Section } from '../../../../ui/Section.tsx';
import type { RunItem } from './run-view-query.ts';

/** What was sent round for the item. */
export function ItemPapers({ papers }: { papers: RunItem['papers'] }): ReactElement | null {
  const { t } = useLingui();
  if (papers.length === 0) return null;
  return (
    <Section title={t`Stukken`} level={2} aside={papers.length}>
      <ul className="list">
        {papers.map(({ id, title, url }) => (
          <li key={id}>
            <a className="quiet-link" href={url} target="_blank" rel="noreferrer">
              {title} <span className="vh">{t`(nieuw tabblad)`}</span>
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
