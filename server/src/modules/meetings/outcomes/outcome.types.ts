import type { OutcomeKind } from '@versnellingstafel/shared/meetings/outcomes';
import { Field, Int, ObjectType } from 'type-graphql';
import { Node } from '../../../platform/graphql/node.type.ts';
import { Payload } from '../../../platform/graphql/payload.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { OutcomeKindEnum } from '../meetings.enums.ts';

@Policy('withParent')
@ObjectType('AgendaOutcome', {
  implements: Node,
  description: 'Something that came of an item: a decision, an action, a step with a case, a note.',
  simpleResolvers: true,
})
export class AgendaOutcomeType extends Node {
  @Field(() => Int, { description: 'Raised by every change; send it back as expectedVersion.' })
  version!: number;

  @Field(() => OutcomeKindEnum, { description: 'What it is.' })
  kind!: OutcomeKind;

  @Field(() => String, { nullable: true, description: 'Of a decision, for example B-2026-014.' })
  number!: string | null;

  @Field(() => String, { description: 'In words; empty where what it points at says enough.' })
  text!: string;

  @Field(() => String, { description: 'The decision that was proposed when it was taken; empty when none was.' })
  proposedText!: string;

  @Field(() => String, { nullable: true, description: 'The step that was taken with the case, for example RESOLVE.' })
  transition!: string | null;

  @Field(() => Boolean, { description: 'Does it belong to the closed part, or is it about a confidential case?' })
  closedPart!: boolean;

  @Field(() => Date, { description: 'When it was recorded.' })
  recordedAt!: Date;
}

@Policy('withParent')
@ObjectType('OutcomePayload', { description: 'The outcome as it is now, or why nothing changed.' })
export class OutcomePayload extends Payload {}
