import { tableLevels, type TableLevel } from '@versnellingstafel/shared/tables/roles';

/** One stop of a case on its way past the tables. */
export interface JourneyStop {
  level: TableLevel;
  at: 'been' | 'now' | 'ahead';
}

/**
 * The stops of a case: the table that holds it is the current one, those below it lie behind, and up to where it could be
 * solved lies ahead. Without a table it has not left the municipality.
 */
export function journeyOf(heldBy: TableLevel | null, solvableAt: TableLevel): JourneyStop[] {
  const here = heldBy === null ? 0 : tableLevels.indexOf(heldBy);
  const furthest = Math.max(here, tableLevels.indexOf(solvableAt));
  return tableLevels
    .slice(0, furthest + 1)
    .map((level, index) => ({ level, at: index < here ? 'been' : index === here ? 'now' : 'ahead' }));
}
