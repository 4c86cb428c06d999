import { Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import type { AbilityFact } from '../../../platform/graphql/abilities.ts';
import { Ability } from '../../../platform/graphql/ability.type.ts';
import { globalId } from '../../../platform/graphql/global-id.ts';
import { type AppContext, PersonType } from '../../people/people.module.ts';
import { AccelerationTableType } from '../../tables/tables.module.ts';
import type { BottleneckFace } from '../bottleneck.face.ts';
import { BottleneckType } from '../bottleneck.types.ts';
import {
  abilitiesOnEscalation,
  answerOf,
  type EscalationFace,
  escalationsOf,
  openEscalationOf,
} from './escalation.queries.ts';
import { EscalationMemoType, EscalationType } from './escalation.types.ts';
import { memoUrl } from './memo-address.ts';

/** The way of a case from table to table. */
@Resolver(() => BottleneckType)
export class BottleneckEscalations {
  @FieldResolver(() => [EscalationType], { description: 'From table to table, the oldest first.' })
  escalations(@Ctx() context: AppContext, @Root() row: BottleneckFace): Promise<readonly EscalationFace[]> {
    return escalationsOf(context, row.id);
  }

  @FieldResolver(() => EscalationType, {
    nullable: true,
    description: 'The escalation that is being prepared or lies at another table; null when none is open.',
  })
  openEscalation(@Ctx() context: AppContext, @Root() row: BottleneckFace): Promise<EscalationFace | null> {
    return openEscalationOf(context, row.id);
  }

  @FieldResolver(() => Boolean, {
    description: 'true: this viewer reads only what was shared with the receiving table.',
  })
  sharedInPart(@Root() row: BottleneckFace): boolean {
    return row.sharedInPart;
  }
}

@Resolver(() => EscalationType)
export class EscalationFields {
  @FieldResolver(() => ID, { description: 'Names it in mutations.' })
  id(@Root() face: EscalationFace): string {
    return globalId('Escalation', face.id);
  }

  @FieldResolver(() => BottleneckType, { description: 'The case.' })
  bottleneck(@Ctx() context: AppContext, @Root() face: EscalationFace): Promise<object | null> {
    return context.node('Bottleneck', face.bottleneckId);
  }

  @FieldResolver(() => AccelerationTableType, { description: 'The table that sends it.' })
  from(@Ctx() context: AppContext, @Root() face: EscalationFace): Promise<object | null> {
    return context.node('AccelerationTable', face.fromTableId);
  }

  @FieldResolver(() => AccelerationTableType, { description: 'The table that receives it.' })
  to(@Ctx() context: AppContext, @Root() face: EscalationFace): Promise<object | null> {
    return context.node('AccelerationTable', face.toTableId);
  }

  @FieldResolver(() => EscalationMemoType, {
    description:
      'What the receiving table reads; empty for a table to which it was not addressed and that reads in part.',
  })
  memo(@Root() face: EscalationFace): EscalationMemoType {
    return face;
  }

  @FieldResolver(() => String, { description: 'Where to get the memo as a PDF of one page.' })
  memoUrl(@Root() face: EscalationFace): string {
    return memoUrl(face.id);
  }

  @FieldResolver(() => PersonType, { nullable: true, description: 'Who agreed that it leaves.' })
  agreedBy(@Ctx() context: AppContext, @Root() face: EscalationFace): Promise<object | null> {
    return context.node('Person', face.agreedById);
  }

  @FieldResolver(() => PersonType, { description: 'Who began it.' })
  draftedBy(@Ctx() context: AppContext, @Root() face: EscalationFace): Promise<object | null> {
    return context.node('Person', face.draftedById);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What the receiving table answered; null while it did not.',
  })
  answer(@Root() face: EscalationFace): string | null {
    return answerOf(face);
  }

  @FieldResolver(() => [Ability], { description: 'What the viewer may do with it now: the words of EscalationVerb.' })
  viewerCan(@Ctx() context: AppContext, @Root() face: EscalationFace): AbilityFact[] {
    return abilitiesOnEscalation(context, face);
  }
}
