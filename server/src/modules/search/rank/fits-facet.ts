import type { SearchKind } from '@versnellingstafel/shared/search/limits';
import { documentKind } from '../kinds/all-kinds.ts';
import type { FactName } from '../kinds/document-kind.ts';
import type { Facet } from '../query/concept.ts';
import type { Candidate } from './candidate.ts';

/** Whether a document is what a facet asks for. */
export function fitsFacet(facet: Facet, candidate: Candidate): boolean {
  switch (facet.kind) {
    case 'MUNICIPALITY':
      return candidate.municipalityId !== null && facet.ids.includes(candidate.municipalityId);
    case 'REGION':
      return candidate.regionId !== null && facet.ids.includes(candidate.regionId);
    case 'TABLE':
      return candidate.tableId !== null && facet.ids.includes(candidate.tableId);
    case 'THEME':
      return candidate.themeCodes.some((code) => facet.codes.includes(code));
    case 'STATE':
      return candidate.state !== null && facet.states.includes(candidate.state);
    case 'VALIDITY':
      return candidate.validity !== null && facet.validities.includes(candidate.validity);
    case 'YEAR':
      return candidate.year !== null && facet.years.includes(candidate.year);
    case 'NATIONAL':
      return candidate.national;
    case 'OVERDUE':
      return candidate.overdue;
    case 'MINE':
      return candidate.mine;
    case 'SEARCH_KIND':
      return candidate.kind === facet.searchKind;
  }
}

type FactFacet = Exclude<Facet, { kind: 'SEARCH_KIND' | 'THEME' }>;

/** The fact that a facet asks for. */
export const factOfFacet: Readonly<Record<FactFacet['kind'], FactName>> = {
  MUNICIPALITY: 'municipality',
  REGION: 'region',
  TABLE: 'table',
  STATE: 'state',
  VALIDITY: 'validity',
  YEAR: 'year',
  NATIONAL: 'national',
  OVERDUE: 'overdue',
  MINE: 'mine',
};

export function asksForFact(facet: Facet): facet is FactFacet {
  return facet.kind !== 'SEARCH_KIND' && facet.kind !== 'THEME';
}

/** Can things of this kind be what the facet asks for at all? A note has no municipality: one that is asked for says nothing of it. */
export function isJudgedBy(kind: SearchKind, facet: Facet): boolean {
  if (!asksForFact(facet)) return true;
  const { facts, states, lenient = [] } = documentKind(kind);
  const name = factOfFacet[facet.kind];
  if (facts[name] === undefined || lenient.includes(name)) return false;
  return facet.kind !== 'STATE' || facet.states.some((state) => states.includes(state));
}
