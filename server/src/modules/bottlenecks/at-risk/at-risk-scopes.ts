import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import type { SqlPart } from '../../../platform/graphql/keyset-page.ts';
import type { Viewer } from '../../people/people.module.ts';
import { visibleBottlenecks } from '../bottleneck.policy.ts';
import { countsSql, impactColumns, type ScopedImpacts } from './at-risk.sql.ts';

/** Of what homes at risk are asked. */
export type AtRiskScope = 'bottleneck' | 'project' | 'table' | 'region' | 'municipality' | 'organisation' | 'pattern';

/** Where each kind of scope finds its cases: the id of the scope, and how `b` and `bp` hang on it. One `?`: the ids. */
const sources: Readonly<Record<AtRiskScope, { readonly id: string; readonly from: string }>> = {
  bottleneck: { id: 'b.id', from: 'bottleneck b join bottleneck_project bp on bp.bottleneck_id = b.id' },
  project: { id: 'bp.project_id', from: 'bottleneck_project bp join bottleneck b on b.id = bp.bottleneck_id' },
  table: { id: 'b.held_by_id', from: 'bottleneck b join bottleneck_project bp on bp.bottleneck_id = b.id' },
  region: { id: 'b.region_id', from: 'bottleneck b join bottleneck_project bp on bp.bottleneck_id = b.id' },
  municipality: { id: 'b.municipality_id', from: 'bottleneck b join bottleneck_project bp on bp.bottleneck_id = b.id' },
  organisation: {
    id: 'o.id',
    // That of a municipality is what lies there; that of any other organisation, what its people answer for.
    from: `organisation o
      join bottleneck b on case when o.municipality_id is null
        then b.owner_id in (select owner.id from person owner where owner.organisation_id = o.id)
        else b.municipality_id = o.municipality_id end
      join bottleneck_project bp on bp.bottleneck_id = b.id`,
  },
  pattern: {
    id: 'pm.pattern_id',
    from: `pattern_member pm join bottleneck b on b.id = pm.bottleneck_id
      join bottleneck_project bp on bp.bottleneck_id = b.id`,
  },
};

/** The cases of these scopes that the viewer may see. */
export function impactsOf(viewer: Viewer, scope: AtRiskScope, ids: readonly string[]): ScopedImpacts {
  const { id, from } = sources[scope];
  const visible = visibleBottlenecks(viewer, 'b');
  return {
    sql: `select ${id} as scope_id, ${impactColumns} from ${from}
      where ${id} = any(?::uuid[]) and ${countsSql('b')} and ${visible.sql}`,
    params: [arrayLiteral(ids), ...visible.params],
  };
}

/** The cases of a list, under a scope of its own. */
export function impactsOfList(where: SqlPart): ScopedImpacts {
  return {
    sql: `select 'list' as scope_id, ${impactColumns} from bottleneck b join bottleneck_project bp on bp.bottleneck_id = b.id
      where ${countsSql('b')} and ${where.sql}`,
    params: where.params,
  };
}
