import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { kindOfWord, kindWords, type KindInAddress } from '../../../features/search/search-kinds.ts';
import { useFormat } from '../../../lib/format.ts';
import { TabCount } from '../../../ui/TabCount.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';

/** Where one learns that there are none; other kinds show when there are. */
const always: ReadonlySet<KindInAddress> = new Set(['knelpunten', 'notities']);

interface KindTabsProps {
  query: string;
  current: KindInAddress | undefined;
  counts: readonly { value: string; label: string; count: number }[];
}

/** The kinds of things that were found, with how many of each whatever is shown. */
export function KindTabs({ query, current, counts }: KindTabsProps): ReactElement {
  const { t } = useLingui();
  const { number } = useFormat();
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const kinds = kindWords.flatMap((word) =>
    counts
      .filter(({ value, count }) => value === kindOfWord(word) && (count > 0 || word === current || always.has(word)))
      .map(({ label, count }) => ({ word, label, count })),
  );
  return (
    <Tabs label={t`Soort`}>
      {[{ word: undefined, label: t`Alles`, count: total }, ...kinds].map(({ word, label, count }) => (
        <Link
          key={label}
          to="/zoeken"
          search={{ q: query, ...(word && { soort: word }) }}
          replace
          resetScroll={false}
          activeOptions={{ includeSearch: true, exact: true }}
          aria-current={current === word ? 'page' : undefined}
        >
          {label} <TabCount>{number(count)}</TabCount>
        </Link>
      ))}
    </Tabs>
  );
}
