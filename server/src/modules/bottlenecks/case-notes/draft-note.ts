import { type Confidentiality, confidentialities } from '@versnellingstafel/shared/bottlenecks/states';
import { noteLimits } from '@versnellingstafel/shared/knowledge/limits';
import { fieldProblem, refuse } from '../../../platform/graphql/problem-data.ts';
import { type NoteTheme, visibleNotes, writeNote } from '../../knowledge/knowledge.module.ts';
import { readsDossier } from '../escalation/shared-in-part.ts';
import { type LinkedNote, linkedNote } from '../note-links.ts';
import type { OpenBottleneck } from '../open-bottleneck.ts';
import { type CaseWords, noteWords } from './note-words.ts';

/** What is asked of who knows how it went, and what else a note may take along. */
export interface Lesson {
  /** The answer to what would help the next one: checked, and not empty. */
  readonly lesson: string;
  readonly decision?: string;
  /** It was decided in a closed part: the note starts as closed, whatever the case is. */
  readonly closed?: boolean;
}

interface Source extends Omit<CaseWords, 'title' | 'resolution' | 'decision'> {
  readonly themes: NoteTheme[];
  readonly excludedIds: string[];
  readonly noteExists: boolean;
}

/**
 * Drafts a note from a case, in the name of the viewer. It takes along no more than they read of the case, and is seen by no more people
 * than the case was before this step: its author and a validator open it up. One note in use for each case, as far as they see.
 * @throws Refusal (NOTE_OF_CASE_EXISTS, at `lesson`), Forbidden (NO_ROLE).
 */
export async function draftNote(
  open: OpenBottleneck,
  { lesson, decision = '', closed = false }: Lesson,
): Promise<LinkedNote> {
  const { tx, viewer, row, before } = open;
  const confidentiality = before.confidentiality as Confidentiality;
  const source = await sourceOf(open, confidentiality);
  if (source.noteExists) refuse(fieldProblem('NOTE_OF_CASE_EXISTS', ['input', 'lesson']));
  const { themes, excludedIds, noteExists: _exists, ...words } = source;
  // Who is excluded from a case would read it in its note.
  const starts = closed || excludedIds.length > 0 ? 'CONFIDENTIAL' : confidentiality;
  const { noteId } = await writeNote(
    tx,
    viewer,
    {
      ...noteWords({ ...words, title: row.title, resolution: row.resolution, decision }, lesson),
      themeCodes: [],
      confidentiality: starts,
    },
    {
      needsRelease: starts !== 'PUBLIC',
      regionId: row.regionId,
      themes: themes.slice(0, noteLimits.themesMax),
      withheldFrom: excludedIds,
    },
  );
  await tx.em.execute('insert into note_of_case (note_id, bottleneck_id, drafted_at) values (?, ?, ?)', [
    noteId,
    row.id,
    tx.now,
  ]);
  return linkedNote(tx, noteId);
}

/** What the case gives, as far as the viewer reads it; sources only of notes that are as open as the new one will be. */
async function sourceOf({ tx, viewer, row }: OpenBottleneck, confidentiality: Confidentiality): Promise<Source> {
  const notes = visibleNotes(viewer, 'n');
  const dossier = readsDossier(viewer, 'b');
  const asOpen = confidentialities.slice(0, confidentialities.indexOf(confidentiality) + 1);
  const inOneList = asOpen.map((each) => `'${each}'`).join(', ');
  const [source] = await tx.em.execute<Source[]>(
    `select case when ${dossier.sql} then b.description else '' end as description,
       case when ${dossier.sql} then b.tried_so_far else '' end as "triedSoFar",
       (select coalesce(json_agg(json_build_object('id', t.id, 'code', t.code, 'name', t.name) order by bt.position), '[]')
          from bottleneck_theme bt join theme t on t.id = bt.theme_id where bt.bottleneck_id = b.id) as themes,
       (select coalesce(json_agg(g.person_id), '[]') from bottleneck_grant g where g.bottleneck_id = b.id and g.kind = 'EXCLUDED') as "excludedIds",
       (select coalesce(json_agg(distinct r.reference), '[]') from application a join knowledge_note n on n.id = a.note_id
          cross join unnest(n.legal_references) as r (reference)
          where a.bottleneck_id = b.id and a.result <> 'FAILED' and ${notes.sql} and n.confidentiality in (${inOneList})
            and (n.confidentiality <> 'REGIONAL' or n.region_id = b.region_id)) as "legalReferences",
       exists (select from note_of_case c join knowledge_note n on n.id = c.note_id
          where c.bottleneck_id = b.id and n.status <> 'ARCHIVED' and ${notes.sql}) as "noteExists"
     from bottleneck b where b.id = ?`,
    [...dossier.params, ...dossier.params, ...notes.params, ...notes.params, row.id],
  );
  if (!source) throw new Error('A case that is open is there.');
  return source;
}
