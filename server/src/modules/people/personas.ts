import type { AppContext } from './viewer.ts';

export interface PersonaRow {
  readonly id: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly organisationName: string;
  readonly summary: string;
}

/** Personas open every door, so they exist only in the demo, at a private address, with no proxy in between. */
export function personasOpen(context: AppContext): boolean {
  return context.platform.settings.personasAllowed && !context.request.forwarded;
}

const select = `
  select p.id, p.name, p.job_title as "jobTitle", o.name as "organisationName", p.persona_summary as "summary"
  from person p join organisation o on o.id = p.organisation_id
  where p.persona_summary is not null`;

/** Whom one may sign in as, in the order of the demo. */
export async function findPersonas(context: AppContext): Promise<PersonaRow[]> {
  if (!personasOpen(context)) return [];
  return context.em.execute<PersonaRow[]>(`${select} order by p.persona_position nulls last, p.name, p.id`);
}

/** @param id bare UUID of the person; null finds nobody. */
export async function findPersona(context: AppContext, id: string | null): Promise<PersonaRow | null> {
  const rows = await context.em.execute<PersonaRow[]>(`${select} and p.id = ?`, [id]);
  return rows[0] ?? null;
}
