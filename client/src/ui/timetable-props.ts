import type { ReactNode } from 'react';
import type { MenuEntry } from './menu-entry.ts';

/** One item of an agenda. */
export interface TimetableItem {
  id: string;
  /** When it starts: “13:55”. */
  time: string;
  minutes: number;
  title: ReactNode;
  /** The title as plain text, for the names of its controls. */
  name: string;
  meta?: ReactNode;
  /** Why it is on the agenda. */
  why?: ReactNode;
  homes?: number;
  /** Minutes later than planned. */
  delay?: number;
  /** Keeps its place. */
  fixed?: boolean;
}

export interface TimetableListProps {
  label: string;
  items: readonly TimetableItem[];
  /** When the last item ends: “16:00”. */
  end: string;
  /** @param toIndex the place in the new order, from 0 */
  onMove: (id: string, toIndex: number) => void;
  onMinutes?: (id: string, minutes: number) => void;
  /** More in the move menu: to another meeting, off the agenda. */
  more?: (item: TimetableItem) => MenuEntry[];
  readOnly?: boolean;
}
