import { leadsTable } from '@versnellingstafel/shared/tables/roles';
import { mayWriteNote, type NoteFacts, type WriteDecision } from '@versnellingstafel/shared/knowledge/permissions';
import { arrayLiteral } from '../../platform/database/array-literal.ts';
import type { SqlPart } from '../../platform/graphql/keyset-page.ts';
import { hasRole, type Viewer } from '../people/people.module.ts';
import type { KnowledgeNote } from './knowledge-note.entity.ts';

/**
 * The notes this viewer may see, as a condition on `alias` (a row of `knowledge_note`): public ones, regional ones of the
 * viewer's regions, confidential ones for validators, and everyone their own. While a note is not public it is kept from
 * whom it is withheld from. The only place where this is decided.
 */
export function visibleNotes(viewer: Viewer, alias: string): SqlPart {
  const confidential = hasRole(viewer, 'VALIDATOR') ? ` or ${alias}.confidentiality = 'CONFIDENTIAL'` : '';
  return {
    sql: `(${alias}.confidentiality = 'PUBLIC' or ${alias}.author_id = ?
      or (((${alias}.confidentiality = 'REGIONAL' and ${alias}.region_id = any(?::uuid[]))${confidential})
        and not exists (select from note_withheld w where w.note_id = ${alias}.id and w.person_id = ?)))`,
    params: [viewer.personId, arrayLiteral(viewer.regionIds), viewer.personId],
  };
}

/** What the shared rules need to know of a viewer and a note they can see. */
export function noteFacts(viewer: Viewer, note: Pick<KnowledgeNote, 'authorId' | 'status'>): NoteFacts {
  return {
    isAuthor: note.authorId === viewer.personId,
    isEditor: hasRole(viewer, 'KNOWLEDGE_EDITOR'),
    isValidator: hasRole(viewer, 'VALIDATOR'),
    archived: note.status === 'ARCHIVED',
  };
}

/** What the shared rule on writing needs to know. */
function writerFacts(viewer: Viewer): { hasRole: boolean; hasSeat: boolean } {
  return {
    hasRole: viewer.organisationRoles.length > 0,
    hasSeat: viewer.memberships.some((seat) => leadsTable(seat.role) || seat.role === 'PARTICIPANT'),
  };
}

/** May this person write notes at all? */
export function mayWriteNotes(viewer: Viewer): WriteDecision {
  return mayWriteNote(writerFacts(viewer));
}
