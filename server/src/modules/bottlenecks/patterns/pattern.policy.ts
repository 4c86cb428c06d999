import {
  mayOnPattern,
  type PatternFacts,
  type PatternState,
  patternVerbs,
} from '@versnellingstafel/shared/bottlenecks/pattern-permissions';
import { leadsTable } from '@versnellingstafel/shared/tables/roles';
import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import { type AbilityFact, abilityOf } from '../../../platform/graphql/abilities.ts';
import type { SqlPart } from '../../../platform/graphql/keyset-page.ts';
import { type AppContext, roleAt, type Viewer } from '../../people/people.module.ts';
import { visibleBottlenecks } from '../bottleneck.policy.ts';

/** The tables whose patterns this viewer makes and changes. */
export function ledTables(viewer: Viewer): string[] {
  return viewer.memberships.filter((seat) => leadsTable(seat.role)).map((seat) => seat.tableId);
}

/**
 * The patterns this viewer may see, as a condition on `alias`: one of its cases shows to them, or they sit at its table
 * where they see confidential cases too or lead it. A title says something of the cases, so that who may see none of
 * them does not read it because of a seat.
 */
export function visiblePatterns(viewer: Viewer, alias: string): SqlPart {
  const visible = visibleBottlenecks(viewer, 'vb');
  return {
    sql: `(${alias}.table_id = any(?::uuid[]) or exists (
      select from pattern_member vm join bottleneck vb on vb.id = vm.bottleneck_id
      where vm.pattern_id = ${alias}.id and ${visible.sql}))`,
    params: [arrayLiteral([...new Set([...ledTables(viewer), ...viewer.publicBodyTableIds])]), ...visible.params],
  };
}

/** What rights on a pattern rest on. */
export interface PatternRights {
  readonly tableId: string;
  readonly state: PatternState;
  readonly changedById: string;
}

/** What the shared rules need to know. */
export function patternFacts(viewer: Viewer, pattern: PatternRights): PatternFacts {
  return {
    state: pattern.state,
    roleAtTable: roleAt(viewer, pattern.tableId),
    changedLast: pattern.changedById === viewer.personId,
  };
}

/** Every verb on a pattern, with whether the viewer may use it now and if not, why not. */
export function abilitiesOnPattern(context: AppContext, pattern: PatternRights): AbilityFact[] {
  const facts = patternFacts(context.requireViewer(), pattern);
  return patternVerbs.map((verb) => abilityOf(context, verb, mayOnPattern(verb, facts)));
}
