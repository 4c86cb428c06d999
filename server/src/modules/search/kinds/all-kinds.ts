import type { SearchKind } from '@versnellingstafel/shared/search/limits';
import type { SqlPart } from '../../../platform/graphql/keyset-page.ts';
import type { Viewer } from '../../people/people.module.ts';
import { actionDocuments } from './action-kind.ts';
import { bottleneckDocuments } from './bottleneck-kind.ts';
import { decisionDocuments } from './decision-kind.ts';
import type { DocumentKind } from './document-kind.ts';
import { minutesDocuments } from './minutes-kind.ts';
import { noteDocuments } from './note-kind.ts';
import { organisationDocuments } from './organisation-kind.ts';
import { projectDocuments } from './project-kind.ts';

const byKind: Readonly<Record<SearchKind, DocumentKind>> = {
  BOTTLENECK: bottleneckDocuments,
  NOTE: noteDocuments,
  MINUTES: minutesDocuments,
  DECISION: decisionDocuments,
  ACTION: actionDocuments,
  PROJECT: projectDocuments,
  ORGANISATION: organisationDocuments,
};

/** Everything that can be found. */
export const documentKinds: readonly DocumentKind[] = Object.values(byKind);

/** What is known of one kind. */
export function documentKind(kind: SearchKind): DocumentKind {
  return byKind[kind];
}

/** A condition on the document `d`: its live row is there and this viewer may see it. */
export function visibleDocument(viewer: Viewer): SqlPart {
  const parts = documentKinds.map(({ kind, table, visible }) => {
    const { sql, params } = visible(viewer, 'v');
    return {
      sql: `(d.kind = '${kind}' and exists (select from ${table} v where v.id = d.target_id and ${sql}))`,
      params,
    };
  });
  return { sql: `(${parts.map((part) => part.sql).join(' or ')})`, params: parts.flatMap((part) => part.params) };
}
