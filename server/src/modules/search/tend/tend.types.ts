import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import type { GapKind, GapState } from '@versnellingstafel/shared/search/tend';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { graphEnum } from '../../../platform/graphql/graph-enum.ts';
import { Node } from '../../../platform/graphql/node.type.ts';
import { Payload } from '../../../platform/graphql/payload.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { LocalDateScalar } from '../../../platform/graphql/scalars.ts';

const SearchGapKindEnum = graphEnum<GapKind>('SearchGapKind', 'Why a question led nowhere.', {
  NO_HIT: 'Nothing was found.',
  NO_CLICK: 'Something was found, and nothing of it was opened.',
});

export const SearchGapStateEnum = graphEnum<GapState>('SearchGapState', 'What became of a question that led nowhere.', {
  OPEN: 'Waits for somebody to look at it.',
  SYNONYM: 'A synonym was made of it.',
  NOTE_ASKED: 'Somebody is asked to write a note about it.',
  IGNORED: 'Needs nothing.',
});

@Policy('withParent')
@ObjectType('SynonymGroup', {
  implements: Node,
  description: 'Words that mean the same, as the province says; they act on questions, nothing is indexed anew.',
  simpleResolvers: true,
})
export class SynonymGroupType extends Node {
  @Field(() => Int, { description: 'Grows with each change.' })
  version!: number;

  @Field(() => [String], { description: 'Words that find one another.' })
  terms!: readonly string[];

  @Field(() => [String], { description: 'Words that find those, and are not found by them.' })
  oneWay!: readonly string[];

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day on which it holds; null: always.' })
  validFrom!: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day on which it holds; null: still.' })
  validUntil!: LocalDate | null;

  @Field(() => String, { description: 'Why; empty when nobody said.' })
  remark!: string;

  @Field(() => Date, { description: 'When it last changed.' })
  updatedAt!: Date;
}

@Policy('withParent')
@ObjectType('SearchGap', {
  implements: Node,
  description: 'A question that led nowhere. Who asked it is not kept.',
  simpleResolvers: true,
})
export class SearchGapType extends Node {
  @Field(() => String, { description: 'The question in small letters, without signs.' })
  question!: string;

  @Field(() => SearchGapKindEnum, { description: 'Why it led nowhere.' })
  kind!: GapKind;

  @Field(() => SearchGapStateEnum, { description: 'What became of it.' })
  state!: GapState;

  @Field(() => Int, { description: 'How often.' })
  times!: number;

  @Field(() => LocalDateScalar, { description: 'The first day.' })
  firstOn!: LocalDate;

  @Field(() => LocalDateScalar, { description: 'The last day.' })
  lastOn!: LocalDate;
}

@Policy('withParent')
@ObjectType('SearchGapConnection', { description: 'A page of questions that led nowhere, the most frequent first.' })
export class SearchGapConnection extends connectionOf('SearchGap', () => SearchGapType) {}

@Policy('withParent')
@ObjectType('SearchIndexState', { description: 'How the index of search stands.', simpleResolvers: true })
export class SearchIndexStateType {
  @Field(() => Int, { description: 'Documents that were written since it began anew.' })
  done!: number;

  @Field(() => Int, { description: 'Documents that there were when it began anew.' })
  total!: number;

  @Field(() => Date, { nullable: true, description: 'When it began to be written anew; null: never.' })
  startedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When that was finished; null: it is going on.' })
  finishedAt!: Date | null;
}

@Policy('withParent')
@ObjectType('SynonymsPayload', { description: 'The synonyms as they are now, or why they were not kept.' })
export class SynonymsPayload extends Payload {}

@Policy('withParent')
@ObjectType('SearchGapPayload', { description: 'The question as it is now, or why nothing changed.' })
export class SearchGapPayload extends Payload {}

@Policy('withParent')
@ObjectType('RecordSearchPayload', { description: 'Nothing to read: it was kept, or there was nothing to learn.' })
export class RecordSearchPayload extends Payload {}

@Policy('withParent')
@ObjectType('SearchIndexPayload', { description: 'How the index stands now.' })
export class SearchIndexPayload extends Payload {}

@InputType('AddSynonymsInput', { description: 'Words that mean the same.' })
export class AddSynonymsInput {
  @Field(() => [String], { description: 'Words that find one another, each of 2 to 120 characters.' })
  terms!: string[];

  @Field(() => [String], { nullable: true, description: 'Words that find those, and are not found by them.' })
  oneWay?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Code of the theme that a question with such a word is about.' })
  themeCode?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day; left out: always.' })
  validFrom?: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day; left out: still.' })
  validUntil?: LocalDate | null;

  @Field(() => String, { nullable: true, description: 'Why, to 500 characters.' })
  remark?: string | null;
}

@InputType('EditSynonymsInput', { description: 'What a group says from now on, the whole of it.' })
export class EditSynonymsInput extends AddSynonymsInput {
  @Field(() => ID, { description: 'The group.' })
  synonymGroupId!: string;

  @Field(() => Int, { description: 'The version that was seen.' })
  expectedVersion!: number;
}

@InputType('SynonymGroupInput', { description: 'A group of synonyms.' })
export class SynonymGroupInput {
  @Field(() => ID, { description: 'The group.' })
  synonymGroupId!: string;
}

@InputType('SettleSearchGapInput', { description: 'What became of a question that led nowhere.' })
export class SettleSearchGapInput {
  @Field(() => ID, { description: 'The question.' })
  searchGapId!: string;

  @Field(() => SearchGapStateEnum, { description: 'What became of it.' })
  state!: GapState;
}

@InputType('RecordSearchInput', {
  description: 'A question that somebody was done with, without having opened a find.',
})
export class RecordSearchInput {
  @Field(() => String, { description: 'As it was typed.' })
  query!: string;
}
