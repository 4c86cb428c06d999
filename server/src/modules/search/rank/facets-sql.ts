import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import type { SqlPart } from '../../../platform/graphql/keyset-page.ts';
import { documentKinds } from '../kinds/all-kinds.ts';
import type { Asked } from '../kinds/document-kind.ts';
import type { Facet } from '../query/concept.ts';
import { asksForFact, factOfFacet, isJudgedBy } from './fits-facet.ts';

/** A condition on the document `d`: it is all of this, as it is now. A kind that cannot be is left out. */
export function facetsSql(facets: readonly Facet[], asked: Asked): SqlPart {
  const wanted = facets.filter(asksForFact);
  const kinds = facets.flatMap((facet) => (facet.kind === 'SEARCH_KIND' ? [facet.searchKind] : []));
  const themes = facets.flatMap((facet) => (facet.kind === 'THEME' ? [arrayLiteral(facet.codes)] : []));
  const parts: SqlPart[] = [
    ...kinds.map((kind) => ({ sql: 'd.kind = ?', params: [kind] })),
    ...themes.map((codes) => ({ sql: 'd.theme_codes && ?::text[]', params: [codes] })),
  ];
  if (wanted.length > 0) {
    const able = documentKinds.filter(({ kind }) => wanted.every((facet) => isJudgedBy(kind, facet)));
    const each = able.map(({ kind, table, facts }): SqlPart => {
      const conditions = wanted.flatMap((facet) => {
        const fact = facts[factOfFacet[facet.kind]]?.('f', asked);
        return fact ? [holds(fact, facet)] : [];
      });
      return {
        sql: `(d.kind = '${kind}' and exists (select from ${table} f where f.id = d.target_id and ${conditions.map((one) => one.sql).join(' and ')}))`,
        params: conditions.flatMap((one) => one.params),
      };
    });
    parts.push({
      sql: each.length === 0 ? 'false' : `(${each.map((one) => one.sql).join(' or ')})`,
      params: each.flatMap((one) => one.params),
    });
  }
  return {
    sql: parts.map((part) => part.sql).join(' and ') || 'true',
    params: parts.flatMap((part) => part.params),
  };
}

function holds({ sql, params }: SqlPart, facet: Facet & { kind: keyof typeof factOfFacet }): SqlPart {
  switch (facet.kind) {
    case 'MUNICIPALITY':
    case 'REGION':
    case 'TABLE':
      return { sql: `${sql} = any(?::uuid[])`, params: [...params, arrayLiteral(facet.ids)] };
    case 'STATE':
      return { sql: `${sql} = any(?::text[])`, params: [...params, arrayLiteral(facet.states)] };
    case 'VALIDITY':
      return { sql: `${sql} = any(?::text[])`, params: [...params, arrayLiteral(facet.validities)] };
    case 'YEAR':
      return { sql: `${sql} = any(?::int[])`, params: [...params, arrayLiteral(facet.years.map(String))] };
    case 'NATIONAL':
    case 'OVERDUE':
    case 'MINE':
      return { sql, params };
  }
}
