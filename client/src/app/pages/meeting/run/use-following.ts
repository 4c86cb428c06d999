import { useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { announce } from '../../../../lib/announce.ts';
import { useShortcut } from '../../../../lib/shortcuts.ts';
import type { RunItem } from './run-view-query.ts';

interface Following {
  meetingId: string;
  items: readonly RunItem[];
  shown: RunItem | undefined;
  current: RunItem | undefined;
  /** Looks at another item than the table. */
  away: boolean;
  isOpen: (item: RunItem) => boolean;
}

/** The keys to look ahead and back and to come home, and the sentence for who does not see the table move on. */
export function useFollowing({ meetingId, items, shown, current, away, isOpen }: Following): void {
  const { t } = useLingui();
  const navigate = useNavigate();
  const open = items.filter(isOpen);
  const here = open.findIndex(({ id }) => id === shown?.id);
  const look = (item: RunItem | undefined): void =>
    void navigate({
      to: '/vergaderingen/$id',
      params: { id: meetingId },
      search: item && item.id !== current?.id ? { punt: item.id } : {},
      resetScroll: false,
    });
  const group = t`Vergadering`;
  useShortcut({
    keys: 'j',
    label: t`Kijk naar het volgende punt`,
    group,
    when: here + 1 < open.length,
    onPress: () => look(open[here + 1]),
  });
  useShortcut({
    keys: 'k',
    label: t`Kijk naar het vorige punt`,
    group,
    when: here > 0,
    onPress: () => look(open[here - 1]),
  });
  useShortcut({ keys: 'Escape', label: t`Terug naar de tafel`, group, when: away, onPress: () => look(undefined) });

  // The table moves on under who follows: their focus stays where it is, and a sentence tells.
  const currentBefore = useRef(current?.id);
  useEffect(() => {
    if (currentBefore.current === current?.id) return;
    currentBefore.current = current?.id;
    if (current) announce(t`De tafel is bij punt ${current.position}: ${current.title}`);
  }, [current, t]);

  // Who looks elsewhere goes there: the heading takes the focus, as on every other page.
  const shownId = shown?.id;
  const shownBefore = useRef({ id: shownId, away });
  useEffect(() => {
    const before = shownBefore.current;
    shownBefore.current = { id: shownId, away };
    if (before.id === shownId || (!away && !before.away)) return;
    const heading = document.getElementById(shownId ? `punt-${shownId}` : 'geen-punt');
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }, [shownId, away]);
}
