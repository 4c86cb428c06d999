import { closedStates } from '@versnellingstafel/shared/bottlenecks/states';
import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import { BadInput } from '../../platform/commands/breach.ts';
import { arrayLiteral } from '../../platform/database/array-literal.ts';
import { likePattern, wordsOf } from '../../platform/database/text-filter.ts';
import { uuidOf } from '../../platform/graphql/global-id.ts';
import type { SqlPart } from '../../platform/graphql/keyset-page.ts';
import { watchedBy } from '../discussion/discussion.module.ts';
import type { Viewer } from '../people/people.module.ts';
import { bottleneckKind } from './bottleneck.events.ts';
import { visibleBottlenecks } from './bottleneck.policy.ts';
import type { BottleneckFilter } from './bottleneck.types.ts';

const mostValues = 100;
/** Cases by id: what an import or a change of many touched. */
const mostIds = 5_000;
const closed = closedStates.map((state) => `'${state}'`).join(', ');

/** SQL of "is open", the same everywhere. */
export const openSql = (alias: string) => `${alias}.state not in (${closed})`;

/**
 * The cases that match a filter and that the viewer may see, as a condition on `b` (a row of `bottleneck`).
 * @param without a part of the filter to leave out, for the facet that shows the alternatives to it.
 * @throws BadInput for a list of more than 100 values.
 */
export function matchingBottlenecks(
  viewer: Viewer,
  filter: BottleneckFilter,
  today: LocalDate,
  without?: keyof BottleneckFilter,
): SqlPart {
  const parts: SqlPart[] = [visibleBottlenecks(viewer, 'b')];
  const add = (sql: string, ...params: SqlPart['params']) => parts.push({ sql, params });
  const wanted = without === undefined ? filter : { ...filter, [without]: null };

  for (const word of wordsOf(wanted.text))
    add('(b.title ilike ? or b.number ilike ?)', likePattern(word), likePattern(word));
  if (wanted.open != null) add(wanted.open ? openSql('b') : `not (${openSql('b')})`);
  if (wanted.states) add('b.state = any(?::text[])', listOf(wanted.states));
  if (wanted.confidentiality) add('b.confidentiality = any(?::text[])', listOf(wanted.confidentiality));
  if (wanted.solvableAt) add('b.solvable_at = any(?::text[])', listOf(wanted.solvableAt));
  if (wanted.municipalityCodes) {
    add(
      'b.municipality_id = any(array(select m.id from municipality m where m.code = any(?::text[])))',
      listOf(wanted.municipalityCodes),
    );
  }
  if (wanted.regionCode != null) add('b.region_id = (select r.id from region r where r.code = ?)', wanted.regionCode);
  if (wanted.tableId != null) add('b.held_by_id = ?', uuidOf('AccelerationTable', wanted.tableId));
  if (wanted.ownerId != null) add('b.owner_id = ?', uuidOf('Person', wanted.ownerId));
  if (wanted.ownerIds) add('b.owner_id = any(?::uuid[])', idsOf('Person', wanted.ownerIds));
  if (wanted.leadId != null) add('b.lead_id = ?', uuidOf('Person', wanted.leadId));
  if (wanted.ids) add('b.id = any(?::uuid[])', idsOf('Bottleneck', wanted.ids, mostIds));
  if (wanted.organisationId != null) {
    add(
      'b.owner_id = any(array(select w.id from person w where w.organisation_id = ?))',
      uuidOf('Organisation', wanted.organisationId),
    );
  }
  if (wanted.watching != null) {
    const watched = watchedBy(viewer.personId, bottleneckKind, 'b.id');
    add(wanted.watching ? watched.sql : `not ${watched.sql}`, ...watched.params);
  }
  if (wanted.mine)
    add('(b.filer_id = ? or b.owner_id = ? or b.lead_id = ?)', viewer.personId, viewer.personId, viewer.personId);
  if (wanted.overdue != null) {
    const late = `(${openSql('b')} and coalesce(b.due_on < ?::date, false))`;
    add(wanted.overdue ? late : `not ${late}`, today);
  }
  if (wanted.themeCodes) {
    add(
      `exists (select from bottleneck_theme bt where bt.bottleneck_id = b.id
        and bt.theme_id = any(array(select t.id from theme t where t.code = any(?::text[]))))`,
      listOf(wanted.themeCodes),
    );
  }
  if (wanted.patternId != null) {
    add(
      'exists (select from pattern_member pm where pm.bottleneck_id = b.id and pm.pattern_id = ?)',
      uuidOf('Pattern', wanted.patternId),
    );
  }
  if (wanted.projectId != null) {
    add(
      'exists (select from bottleneck_project bp where bp.bottleneck_id = b.id and bp.project_id = ?)',
      uuidOf('Project', wanted.projectId),
    );
  }
  return { sql: parts.map((part) => part.sql).join(' and '), params: parts.flatMap((part) => part.params) };
}

/** Global ids as a parameter; what is no id of this type matches nothing. */
function idsOf(type: string, values: readonly string[], most = mostValues): string {
  if (values.length > most) throw new BadInput('TOO_MANY_VALUES', ['filter'], { max: most });
  return arrayLiteral(values.flatMap((value) => uuidOf(type, value) ?? []));
}

/** A list of codes as a parameter; what cannot be a code matches nothing. */
function listOf(values: readonly string[]): string {
  if (values.length > mostValues) throw new BadInput('TOO_MANY_VALUES', ['filter'], { max: mostValues });
  return arrayLiteral(values.filter((value) => /^[\w-]{1,80}$/.test(value)));
}
