import { datedSource } from './dated-source.ts';

/** What a note's validity is read from; days are ISO. */
export interface ValidNote {
  validAsOf: string;
  reviewBy: string;
  legalReferences: readonly { text: string }[];
}

export type ValidityStop =
  | { kind: 'SOURCE'; on: string; name: string; number: string | null }
  | { kind: 'CHECKED' | 'TODAY' | 'REVIEW'; on: string };

/** More than these do not fit beside each other. */
const sourcesShown = 3;
const order = ['SOURCE', 'CHECKED', 'TODAY', 'REVIEW'];

/** What a note rests on, when it was checked, today, and when it must be looked at again, by their days. The latest sources only. */
export function validityLine({ validAsOf, reviewBy, legalReferences }: ValidNote, today: string): ValidityStop[] {
  const sources = legalReferences
    .flatMap(({ text }): ValidityStop[] => {
      const source = datedSource(text);
      return source ? [{ kind: 'SOURCE', ...source }] : [];
    })
    .toSorted((one, other) => one.on.localeCompare(other.on))
    .slice(-sourcesShown);
  const stops: ValidityStop[] = [
    ...sources,
    { kind: 'CHECKED', on: validAsOf },
    { kind: 'TODAY', on: today },
    { kind: 'REVIEW', on: reviewBy },
  ];
  return stops.toSorted(
    (one, other) => one.on.localeCompare(other.on) || order.indexOf(one.kind) - order.indexOf(other.kind),
  );
}
