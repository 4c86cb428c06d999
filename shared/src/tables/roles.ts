/** Roles that a person holds at a table. */
export const tableRoles = ['CHAIR', 'SECRETARY', 'PARTICIPANT', 'OBSERVER'] as const;
export type TableRole = (typeof tableRoles)[number];

/** The levels of tables, from near the project to the state. Which tables exist is data; an escalation follows `parent`. */
export const tableLevels = ['LOCAL', 'REGIONAL', 'PROVINCIAL', 'NATIONAL'] as const;
export type TableLevel = (typeof tableLevels)[number];

/** Chair and secretary prepare and lead. */
export function leadsTable(role: TableRole | null): boolean {
  return role === 'CHAIR' || role === 'SECRETARY';
}
