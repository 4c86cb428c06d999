import type { MessageLocale } from '@versnellingstafel/shared/errors/messages';
import { type Validity, validities } from '@versnellingstafel/shared/knowledge/validity';
import type { Facet, TypedFilter } from './query/concept.ts';
import type { Reader } from './query/read-query.ts';
import { stateFacets, validityLabel } from './query/state-words.ts';
import type { Candidate } from './rank/candidate.ts';
import { fitsFacet } from './rank/fits-facet.ts';
import type { Scored } from './rank/score.ts';

/** By what finds can be narrowed, in the order in which it is shown. */
const facetNames = ['THEME', 'REGION', 'MUNICIPALITY', 'TABLE', 'STATE', 'VALIDITY', 'YEAR'] as const;
export type FacetName = (typeof facetNames)[number];

interface Value {
  readonly label: string;
  readonly count: number;
  readonly filter: string;
  readonly askedBy: readonly string[];
}

export interface Facets {
  readonly name: FacetName;
  readonly values: readonly Value[];
}

/** So many values of one name are shown, and those that are asked for. */
const mostValues = 10;

/** A value that a find can have: how it is asked for, and how it is called. */
interface Entry {
  readonly facet: Facet;
  readonly label: string;
  readonly filter: string;
}

/** By what what was found can be narrowed, with counts. What one name would give is counted with the filters of all others. */
export function facetsOf(
  filters: readonly TypedFilter[],
  reader: Reader,
  locale: MessageLocale,
  rows: readonly Scored[],
): Facets[] {
  return facetNames.flatMap((name) => {
    const others = eitherOf(filters.filter(({ facet }) => facet.kind !== name));
    const within = rows
      .map(({ candidate }) => candidate)
      .filter((one) => others.every((either) => either.some((facet) => fitsFacet(facet, one))));
    const values = entriesOf(name, reader, locale, within)
      .map(({ facet, ...shown }) => ({
        ...shown,
        count: within.filter((one) => fitsFacet(facet, one)).length,
        askedBy: filters.filter((each) => includes(each.facet, facet)).map(({ typed }) => typed),
      }))
      .filter((value) => value.count > 0 || value.askedBy.length > 0)
      .toSorted((a, b) =>
        name === 'YEAR' ? b.label.localeCompare(a.label) : b.count - a.count || a.label.localeCompare(b.label),
      );
    const shown = values.filter((value, index) => index < mostValues || value.askedBy.length > 0);
    return shown.length === 0 ? [] : [{ name, values: shown }];
  });
}

/** Filters of one name ask for either, those of several names for all. */
function eitherOf(filters: readonly TypedFilter[]): readonly (readonly Facet[])[] {
  const byName = new Map<string, Facet[]>();
  for (const { facet } of filters) byName.set(facet.kind, [...(byName.get(facet.kind) ?? []), facet]);
  return [...byName.values()];
}

/** `thema:stikstof`, `thema:"water en bodem"`. */
function filterText(name: string, value: string): string {
  return `${name}:${/^[\p{L}\p{N}-]+$/u.test(value) ? value : `"${value}"`}`;
}

function entriesOf(name: FacetName, reader: Reader, locale: MessageLocale, within: readonly Candidate[]): Entry[] {
  const distinct = <T>(value: (candidate: Candidate) => readonly (T | null)[]) => [
    ...new Set(within.flatMap((candidate) => value(candidate).filter((one) => one !== null))),
  ];
  const named = (kind: 'MUNICIPALITY' | 'REGION' | 'TABLE', filter: string, id: string, label: string | undefined) =>
    label === undefined ? [] : [{ facet: { kind, ids: [id], name: label }, label, filter: filterText(filter, label) }];
  switch (name) {
    case 'THEME':
      return distinct((one) => one.themeCodes).flatMap((code) => {
        const label = reader.themes.nameOf(code);
        return label === undefined
          ? []
          : [
              {
                facet: { kind: 'THEME' as const, codes: [code], name: label },
                label,
                filter: filterText('thema', label),
              },
            ];
      });
    case 'REGION':
      return distinct((one) => [one.regionId]).flatMap((id) =>
        named('REGION', 'regio', id, reader.places.regionName(id)),
      );
    case 'MUNICIPALITY':
      return distinct((one) => [one.municipalityId]).flatMap((id) =>
        named('MUNICIPALITY', 'gemeente', id, reader.places.municipalityName(id)),
      );
    case 'TABLE':
      return distinct((one) => [one.tableId]).flatMap((id) => named('TABLE', 'tafel', id, reader.tables.nameOf(id)));
    case 'STATE':
      return stateFacets.map(({ word, label, states }) => ({
        facet: { kind: 'STATE', states, name: word },
        label: label[locale],
        filter: filterText('status', word),
      }));
    case 'VALIDITY':
      return validities.map((validity: Validity) => ({
        facet: { kind: 'VALIDITY', validities: [validity], name: validity },
        label: validityLabel(validity)[locale],
        filter: filterText('geldigheid', validityLabel(validity).nl),
      }));
    case 'YEAR':
      return distinct((one) => [one.year]).map((year) => ({
        facet: { kind: 'YEAR', years: [year], name: String(year) },
        label: String(year),
        filter: `jaar:${year}`,
      }));
  }
}

/** Does what was asked take in this value? */
function includes(asked: Facet, value: Facet): boolean {
  const all = <T>(whole: readonly T[], part: readonly T[]) => part.every((one) => whole.includes(one));
  if (asked.kind === 'THEME' && value.kind === 'THEME') return all(asked.codes, value.codes);
  if (asked.kind === 'STATE' && value.kind === 'STATE') return all(asked.states, value.states);
  if (asked.kind === 'VALIDITY' && value.kind === 'VALIDITY') return all(asked.validities, value.validities);
  if (asked.kind === 'YEAR' && value.kind === 'YEAR') return all(asked.years, value.years);
  const placed = (facet: Facet) =>
    facet.kind === 'MUNICIPALITY' || facet.kind === 'REGION' || facet.kind === 'TABLE' ? facet : null;
  const [one, other] = [placed(asked), placed(value)];
  return one !== null && other !== null && one.kind === other.kind && all(one.ids, other.ids);
}
