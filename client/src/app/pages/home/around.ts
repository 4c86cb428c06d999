import type { BottleneckFilter } from '../../../generated/graphql.ts';
import type { KnownTable, Session } from '../../../features/session/session.ts';

/** What plays around somebody, beside their own cases: in their municipality, at their table, or in the province. */
export type Around =
  | { kind: 'municipality'; name: string; code: string }
  | { kind: 'table'; name: string; id: string }
  | { kind: 'province' };

/** A civil or political owner looks at the municipality, others at the table they chose, and who chose none at the whole province. */
export function aroundOf({ viewer }: Session, chosenTable: KnownTable | null): Around {
  const { municipality } = viewer.person.organisation;
  const owns = viewer.organisationRoles.some((role) => role === 'CIVIL_OWNER' || role === 'POLITICAL_OWNER');
  if (owns && municipality) return { kind: 'municipality', name: municipality.name, code: municipality.code };
  return chosenTable ? { kind: 'table', name: chosenTable.shortName, id: chosenTable.id } : { kind: 'province' };
}

/** The open cases there. */
export function filterOf(around: Around): BottleneckFilter {
  switch (around.kind) {
    case 'municipality':
      return { open: true, municipalityCodes: [around.code] };
    case 'table':
      return { open: true, tableId: around.id };
    case 'province':
      return { open: true };
  }
}
