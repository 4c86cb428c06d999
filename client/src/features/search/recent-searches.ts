import { useState } from 'react';
import { keep, readKept } from '../../lib/kept.ts';
import { useViewer } from '../session/session.ts';

/** So many are kept: what one remembers having looked for. */
const kept = 8;

interface RecentSearches {
  /** The latest first. */
  recent: readonly string[];
  /** Keeps a question that led somewhere; the server is not told. */
  remember: (query: string) => void;
  forgetAll: () => void;
}

/** What the viewer looked for lately, kept on this device and for this person only. */
export function useRecentSearches(): RecentSearches {
  const { person } = useViewer();
  const key = `recent-searches:${person.id}`;
  const [recent, setRecent] = useState(() => textsOf(readKept(key)));

  function put(next: readonly string[]): void {
    keep(key, next);
    setRecent(next);
  }

  return {
    recent,
    remember: (query) => {
      const asked = query.trim();
      if (asked) put([asked, ...recent.filter((one) => one.toLowerCase() !== asked.toLowerCase())].slice(0, kept));
    },
    forgetAll: () => put([]),
  };
}

/** Texts in what was kept: what another version or another hand wrote there is left out. */
function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
