import { createHash } from 'node:crypto';
import type { TextBlock } from '../../../platform/collab/text-blocks.ts';
import type { AgendaPurpose } from '@versnellingstafel/shared/meetings/agenda';
import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';

/** Somebody with the name they had. */
export interface FrozenPerson {
  id: string;
  name: string;
}

export interface FrozenAttendance {
  person: FrozenPerson;
  organisation: string;
  role: string | null;
  isGuest: boolean;
  presence: string | null;
  arrivedAt: string | null;
  leftAt: string | null;
  substitutesFor: FrozenPerson | null;
}

export interface FrozenOutcome {
  id: string;
  version: number;
  kind: string;
  number: string | null;
  text: string;
  proposedText: string;
  transition: string | null;
  actionId: string | null;
  /** What was agreed, in the words of that moment. */
  action: { number: string; what: string; owner: FrozenPerson; dueOn: LocalDate } | null;
  bottleneckId: string | null;
  noteId: string | null;
  closedPart: boolean;
  recordedAt: string;
  recordedById: string;
}

export interface FrozenItem {
  id: string;
  position: number;
  title: string;
  purpose: AgendaPurpose;
  closedPart: boolean;
  presenter: string | null;
  startedAt: string | null;
  spentSeconds: number;
  /** What was agreed, in short. */
  outcome: string;
  carriedOverTo: string | null;
  text: TextBlock[];
  outcomes: FrozenOutcome[];
}

/** Everything that was adopted. */
export interface FrozenMinutes {
  format: 1;
  meeting: {
    id: string;
    table: { id: string; name: string };
    startsAt: string;
    endsAt: string;
    location: string;
    startedAt: string | null;
    closedAt: string | null;
  };
  attendance: FrozenAttendance[];
  items: FrozenItem[];
  adopted: { at: string; by: FrozenPerson; inMeetingId: string | null };
}

/** The one way to write something as JSON: names in order, no spaces. Equal content gives equal text, and so an equal hash. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  const fields = Object.entries(value)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, field]) => `${JSON.stringify(name)}:${canonicalJson(field)}`);
  return `{${fields.join(',')}}`;
}

/** The text to keep and its SHA-256 in hexadecimal. */
export function freeze(minutes: FrozenMinutes): { frozen: string; hash: string } {
  const frozen = canonicalJson(minutes);
  return { frozen, hash: createHash('sha256').update(frozen, 'utf8').digest('hex') };
}

/** What was adopted, from the text that was kept. */
export function thaw(frozen: string): FrozenMinutes {
  return JSON.parse(frozen) as FrozenMinutes;
}
