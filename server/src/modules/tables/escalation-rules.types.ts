import { Field, ID, InputType, Int } from 'type-graphql';

@InputType('EscalationRulesInput', { description: 'How a table escalates, and answers what is escalated to it.' })
export class EscalationRulesInput {
  @Field(() => ID, { description: 'The table.' })
  tableId!: string;

  @Field(() => Boolean, { description: 'Does a political owner agree before an escalation leaves it?' })
  needsAgreement!: boolean;

  @Field(() => Int, { description: 'Days within which it answers, 1 to 180.' })
  answerTermDays!: number;
}
