import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Outcome } from '../../platform/graphql/graph-context.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import type { AppContext } from '../people/people.module.ts';
import type { AccelerationTable } from './acceleration-table.entity.ts';
import { changeEscalationRules } from './change-escalation-rules.ts';
import { changeRhythm } from './change-rhythm.ts';
import { EscalationRulesInput } from './escalation-rules.types.ts';
import { previewRhythm, type RhythmDateFace } from './rhythm-preview.ts';
import {
  ChangeRhythmInput,
  RhythmDateType,
  RhythmInput,
  RhythmPreviewType,
  TablePayload,
  TableRhythmType,
} from './rhythm.types.ts';
import { rhythmOf } from './table-rhythm.ts';
import { AccelerationTableType } from './tables.types.ts';

@Resolver(() => AccelerationTableType)
export class TableRhythmResolver {
  @FieldResolver(() => TableRhythmType, { description: 'When it meets, and by when what is due.' })
  rhythm(@Root() table: AccelerationTable): TableRhythmType {
    const { day, ...rest } = rhythmOf(table);
    return { ...rest, version: table.rhythmVersion, week: day?.week ?? null, weekday: day?.weekday ?? null };
  }
}

@Resolver(() => RhythmPreviewType)
export class RhythmPreviewResolver {
  @Query(() => RhythmPreviewType, {
    description:
      'The next dates of a rhythm, as far ahead as its meetings are made: what would be moved or left out, and the deadlines. Nothing is changed.',
  })
  @Policy('signedIn')
  rhythmPreview(
    @Ctx() context: AppContext,
    @Arg('input', () => RhythmInput, { description: 'Which table, and what would differ from its rhythm.' })
    input: RhythmInput,
  ): Promise<Outcome<{ dates: RhythmDateFace[] }>> {
    context.requireViewer();
    return previewRhythm(context, input);
  }

  @FieldResolver(() => [RhythmDateType], { description: 'The dates; empty without a fixed day.' })
  dates(@Root() preview: Outcome<{ dates: RhythmDateFace[] }>): RhythmDateFace[] {
    return preview.dates ?? [];
  }
}

@Resolver(() => TablePayload)
export class RhythmMutations {
  @Mutation(() => TablePayload, {
    description:
      'Changes when a table meets; its meetings stay where they are. For chair and secretary and for functional administrators.',
  })
  @Policy('signedIn')
  changeRhythm(
    @Ctx() context: AppContext,
    @Arg('input', () => ChangeRhythmInput, { description: 'Which table, and what changes.' }) input: ChangeRhythmInput,
    @Arg('idempotencyKey', () => ID, {
      nullable: true,
      description: 'The same key for every attempt at the same thing.',
    })
    key: string | null,
  ): Promise<Outcome<{ tableId: string }>> {
    return context.command('changeRhythm', input, key, (tx) => changeRhythm(tx, context.requireViewer(), input));
  }

  @Mutation(() => TablePayload, {
    description:
      'Changes how a table escalates and within which term it answers. For chair and secretary and for functional administrators.',
  })
  @Policy('signedIn')
  changeEscalationRules(
    @Ctx() context: AppContext,
    @Arg('input', () => EscalationRulesInput, { description: 'Which table, and what changes.' })
    input: EscalationRulesInput,
    @Arg('idempotencyKey', () => ID, {
      nullable: true,
      description: 'The same key for every attempt at the same thing.',
    })
    key: string | null,
  ): Promise<Outcome<{ tableId: string }>> {
    return context.command('changeEscalationRules', input, key, (tx) =>
      changeEscalationRules(tx, context.requireViewer(), input),
    );
  }

  @FieldResolver(() => AccelerationTableType, { nullable: true, description: 'The table, when it was carried out.' })
  table(@Ctx() context: AppContext, @Root() payload: Outcome<{ tableId: string }>): Promise<object | null> {
    return context.node('AccelerationTable', payload.tableId);
  }
}
