import { restsOn } from '@versnellingstafel/shared/knowledge/legal-events';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { likePattern } from '../../../platform/database/text-filter.ts';
import type { Viewer } from '../../people/people.module.ts';
import { visibleNotes } from '../knowledge-note.policy.ts';

/** A note, as far as deciding about it needs. */
export interface TouchedNote {
  readonly id: string;
  readonly legalReferences: string[];
}

/**
 * The notes in use that rest on one of these references, as far as the viewer may see them; by title. The database narrows down, whole words
 * decide.
 */
export async function notesRestingOn(
  em: SqlEntityManager,
  viewer: Viewer,
  references: readonly string[],
): Promise<TouchedNote[]> {
  const wanted = references.map((reference) => reference.trim()).filter((reference) => reference !== '');
  if (wanted.length === 0) return [];
  const visible = visibleNotes(viewer, 'n');
  // White space in a source may differ, so each first word is looked for.
  const likes = wanted.map((reference) => likePattern(reference.split(/\s+/)[0] ?? ''));
  const rows = await em.execute<TouchedNote[]>(
    `select n.id, to_json(n.legal_references) as "legalReferences" from knowledge_note n
     where n.status <> 'ARCHIVED' and ${visible.sql}
       and (${likes.map(() => `array_to_string(n.legal_references, ' | ') ilike ?`).join(' or ')})
     order by n.title, n.id`,
    [...visible.params, ...likes],
  );
  return rows.filter(({ legalReferences }) =>
    wanted.some((reference) => legalReferences.some((source) => restsOn(source, reference))),
  );
}
