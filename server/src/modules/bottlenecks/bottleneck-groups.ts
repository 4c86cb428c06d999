import { stateLabels } from '@versnellingstafel/shared/bottlenecks/labels';
import { type BottleneckState, bottleneckStates } from '@versnellingstafel/shared/bottlenecks/states';
import { localDateOf } from '@versnellingstafel/shared/dates/local-date';
import { tableLevels } from '@versnellingstafel/shared/tables/roles';
import { Field, Int, ObjectType } from 'type-graphql';
import { graphEnum } from '../../platform/graphql/graph-enum.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import type { AppContext } from '../people/people.module.ts';
import { matchingBottlenecks } from './bottleneck.filter.ts';
import type { BottleneckFilter } from './bottleneck.types.ts';

export type BottleneckGroup = 'STATE' | 'THEME' | 'MUNICIPALITY' | 'OWNER' | 'LEVEL' | 'TABLE' | 'PATTERN';

export const BottleneckGroupEnum = graphEnum<BottleneckGroup>(
  'BottleneckGroup',
  'What the cases of a list are gathered by.',
  {
    STATE: 'By state, in the order of travel.',
    THEME: 'By theme; a case with two themes stands under both.',
    MUNICIPALITY: 'By municipality, by name.',
    OWNER: 'By owner, by name.',
    LEVEL: 'By the level that could solve it, from local upwards.',
    TABLE: 'By the table that holds it.',
    PATTERN: 'By pattern; cases without one are left out.',
  },
);

@Policy('withParent')
@ObjectType('BottleneckGroupCount', {
  description: 'One group of a list, as far as the viewer may see its cases.',
  simpleResolvers: true,
})
export class BottleneckGroupCount {
  @Field(() => String, { description: 'What to filter by for its rows: a code, a word of an enum, or an id.' })
  value!: string;

  @Field(() => String, { description: 'As people say it, in the language of the viewer.' })
  label!: string;

  @Field(() => Int, { description: 'How many cases.' })
  count!: number;

  @Field(() => Int, { description: 'Homes that these cases block, each project once.' })
  homes!: number;
}

/** Where the value and the name of a group stand, beside a row `b`. */
const groupings: Readonly<Record<BottleneckGroup, { from: string; value: string; label: string }>> = {
  STATE: { from: '', value: 'b.state', label: 'b.state' },
  LEVEL: { from: '', value: 'b.solvable_at', label: 'b.solvable_at' },
  THEME: {
    from: 'join bottleneck_theme bt on bt.bottleneck_id = b.id join theme g on g.id = bt.theme_id',
    value: 'g.code',
    label: 'g.name',
  },
  MUNICIPALITY: { from: 'join municipality g on g.id = b.municipality_id', value: 'g.code', label: 'g.name' },
  OWNER: { from: 'join person g on g.id = b.owner_id', value: `'Person_' || g.id`, label: 'g.name' },
  TABLE: {
    from: 'join acceleration_table g on g.id = b.held_by_id',
    value: `'AccelerationTable_' || g.id`,
    label: 'g.short_name',
  },
  PATTERN: {
    from: 'join pattern_member gm on gm.bottleneck_id = b.id join pattern g on g.id = gm.pattern_id',
    value: `'Pattern_' || g.id`,
    label: `g.number || ' ' || g.title`,
  },
};

/** A list in groups, in one statement. */
export async function bottleneckGroups(
  context: AppContext,
  filter: BottleneckFilter | null,
  groupBy: BottleneckGroup,
): Promise<BottleneckGroupCount[]> {
  const where = matchingBottlenecks(context.requireViewer(), filter ?? {}, localDateOf(context.now()));
  const { from, value, label } = groupings[groupBy];
  const rows = await context.em.execute<BottleneckGroupCount[]>(
    `with matched as (select b.id, ${value} as value, ${label} as label from bottleneck b ${from} where ${where.sql}),
     blocked as (
       select m.value, bp.project_id, max(bp.homes_blocked) as homes
       from matched m join bottleneck_project bp on bp.bottleneck_id = m.id group by m.value, bp.project_id)
     select m.value, m.label, count(*)::int as count,
       coalesce((select sum(h.homes)::int from blocked h where h.value = m.value), 0) as homes
     from matched m group by m.value, m.label`,
    [...where.params],
  );
  return sorted(
    rows.map((row) =>
      groupBy === 'STATE' ? { ...row, label: stateLabels[row.value as BottleneckState][context.locale] } : row,
    ),
    groupBy,
  );
}

function sorted(rows: readonly BottleneckGroupCount[], groupBy: BottleneckGroup): BottleneckGroupCount[] {
  const order: readonly string[] | null =
    groupBy === 'STATE' ? bottleneckStates : groupBy === 'LEVEL' ? tableLevels : null;
  return order
    ? rows.toSorted((a, b) => order.indexOf(a.value) - order.indexOf(b.value))
    : rows.toSorted((a, b) => a.label.localeCompare(b.label, 'nl'));
}
