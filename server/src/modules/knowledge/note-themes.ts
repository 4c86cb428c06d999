import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import { noteLimits } from '@versnellingstafel/shared/knowledge/limits';
import type { SqlEntityManager } from '@mikro-orm/sql';
import type { InputCheck } from '../../platform/commands/input-check.ts';
import { arrayLiteral } from '../../platform/database/array-literal.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';

/** A theme as a note carries it. */
export interface NoteTheme {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** The themes of a note, in the order in which its author put them. */
export async function themesOfNote(em: SqlEntityManager, noteId: string): Promise<NoteTheme[]> {
  return em.execute<NoteTheme[]>(
    `select t.id, t.code, t.name from knowledge_note_theme k join theme t on t.id = k.theme_id
     where k.note_id = ? order by k.position`,
    [noteId],
  );
}

/**
 * The themes behind codes from an input, each once. A theme must hold today, but for those that the note carries already.
 */
export async function checkThemes(
  tx: Transaction,
  check: InputCheck,
  codes: readonly string[],
  today: LocalDate,
  current: readonly NoteTheme[] = [],
): Promise<NoteTheme[]> {
  const wanted = check.atMost('themeCodes', [...new Set(codes)], noteLimits.themesMax);
  if (wanted.length === 0) check.refuse('themeCodes', 'REQUIRED');
  const found = await tx.em.execute<NoteTheme[]>(
    `select t.id, t.code, t.name from theme t where t.code = any(?::text[]) and (t.id = any(?::uuid[])
       or ((t.valid_from is null or t.valid_from <= ?) and (t.valid_until is null or t.valid_until >= ?)))`,
    [arrayLiteral(wanted), arrayLiteral(current.map((theme) => theme.id)), today, today],
  );
  const byCode = new Map(found.map((theme) => [theme.code, theme]));
  return wanted.flatMap((code, index) => {
    const theme = byCode.get(code);
    if (!theme) check.refuse('themeCodes', 'UNKNOWN_THEME', {}, String(index));
    return theme ? [theme] : [];
  });
}

/** Puts these themes on a note in place of those it had. */
export async function putThemes(tx: Transaction, noteId: string, themes: readonly NoteTheme[]): Promise<void> {
  await tx.em.execute('delete from knowledge_note_theme where note_id = ?', [noteId]);
  if (themes.length === 0) return;
  await tx.em.execute(
    `insert into knowledge_note_theme (note_id, theme_id, position)
     select ?::uuid, id, position from unnest(?::uuid[]) with ordinality as given (id, position)`,
    [noteId, arrayLiteral(themes.map((theme) => theme.id))],
  );
}
