import type { Facet } from '../query/concept.ts';
import type { Candidate } from './candidate.ts';

/** Whether a document is what a facet asks for. */
export function fitsFacet(facet: Facet, candidate: Candidate): boolean {
  switch (facet.kind) {
    case 'MUNICIPALITY':
      return candidate.municipalityId !== null && facet.ids.includes(candidate.municipalityId);
    case 'REGION':
      return candidate.regionId !== null && facet.ids.includes(candidate.regionId);
    case 'THEME':
      return candidate.themeCodes.some((code) => facet.codes.includes(code));
    case 'STATE':
      return candidate.state !== null && facet.states.includes(candidate.state);
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
