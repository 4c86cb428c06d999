import { useEffect } from 'react';

/** Names the tab: “Knelpunten · Versnellingstafel”. Every page calls it once, with the words a person would use for the page. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Versnellingstafel`;
  }, [title]);
}
