import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import type { TableLevel, TableRole } from '@versnellingstafel/shared/tables/roles';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.ts';
import { graphEnum } from '../../platform/graphql/graph-enum.ts';
import { Node } from '../../platform/graphql/node.type.ts';
import { Payload } from '../../platform/graphql/payload.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { LocalDateScalar } from '../../platform/graphql/scalars.ts';

export const TableLevelEnum = graphEnum<TableLevel>(
  'TableLevel',
  'How near the project a table is; a case travels from near to far.',
  {
    LOCAL: 'One municipality.',
    REGIONAL: 'A region.',
    PROVINCIAL: 'The province.',
    NATIONAL: 'The state.',
  },
);

export const TableRoleEnum = graphEnum<TableRole>('TableRole', 'What a person is at a table.', {
  CHAIR: 'Leads the meeting and sets the agenda.',
  SECRETARY: 'Triages, schedules and keeps the agenda.',
  PARTICIPANT: 'Takes part.',
  OBSERVER: 'Reads along.',
});

@Policy('withParent')
@ObjectType('AccelerationTable', {
  implements: Node,
  description: 'A table (versnellingstafel) where bottlenecks are solved.',
  simpleResolvers: true,
})
export class AccelerationTableType extends Node {
  @Field(() => String, { description: 'Its place in addresses, for example west-overijssel.' })
  slug!: string;

  @Field(() => String, { description: 'Full name.' })
  name!: string;

  @Field(() => String, { description: 'Name where room is scarce.' })
  shortName!: string;

  @Field(() => TableLevelEnum, { description: 'How near the project it is.' })
  level!: TableLevel;

  @Field(() => Boolean, { description: 'Does a political owner agree before an escalation leaves it?' })
  escalationNeedsAgreement!: boolean;

  @Field(() => Int, { description: 'Days within which it answers what is escalated to it.' })
  answerTermDays!: number;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'From this day on it is closed and receives nothing; null while it meets.',
  })
  closedOn!: LocalDate | null;
}

@Policy('withParent')
@ObjectType('AccelerationTableConnection', { description: 'A page of tables.' })
export class AccelerationTableConnection extends connectionOf('AccelerationTable', () => AccelerationTableType) {}

@Policy('withParent')
@ObjectType('Membership', { description: 'A seat of a person at a table.', simpleResolvers: true })
export class MembershipType {
  @Field(() => TableRoleEnum, { description: 'What the person is there.' })
  role!: TableRole;

  @Field(() => Boolean, { description: 'May answer escalations and adopt for the table.' })
  mandate!: boolean;
}

@Policy('withParent')
@ObjectType('MembershipPayload', { description: 'The table with its members as they are now.' })
export class MembershipPayload extends Payload {}

@InputType('AddMemberInput', { description: 'Who takes a seat at which table.' })
export class AddMemberInput {
  @Field(() => ID, { description: 'The table.' })
  tableId!: string;

  @Field(() => ID, { description: 'The person.' })
  personId!: string;

  @Field(() => TableRoleEnum, { description: 'What the person becomes there.' })
  role!: TableRole;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'May the person answer escalations and adopt for the table?',
  })
  mandate!: boolean | null;
}

@InputType('RemoveMemberInput', { description: 'Who leaves which table.' })
export class RemoveMemberInput {
  @Field(() => ID, { description: 'The table.' })
  tableId!: string;

  @Field(() => ID, { description: 'The person.' })
  personId!: string;
}
