import type { SearchKind } from '@versnellingstafel/shared/search/limits';
import { createUnionType, Field, Int, ObjectType } from 'type-graphql';
import { PageInfo } from '../../platform/graphql/connection.ts';
import { graphEnum } from '../../platform/graphql/graph-enum.ts';
import { typeOf } from '../../platform/graphql/node-brand.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { BottleneckType, FacetCount } from '../bottlenecks/bottlenecks.module.ts';
import { ActionType } from '../actions/actions.module.ts';
import { AgendaItemType, AgendaOutcomeType } from '../meetings/meetings.module.ts';
import { OrganisationType } from '../people/people.module.ts';
import { ProjectType } from '../projects/projects.module.ts';
import type { FacetName } from './facets.ts';
import { KnowledgeNoteType } from '../knowledge/knowledge.module.ts';

export const SearchKindEnum = graphEnum<SearchKind>('SearchKind', 'What can be searched.', {
  BOTTLENECK: 'Cases (knelpunten).',
  NOTE: 'Knowledge notes.',
  DECISION: 'What tables decided.',
  MINUTES: 'What minutes say, item by item.',
  ACTION: 'Who does what by when.',
  PROJECT: 'Housing projects of the registers.',
  ORGANISATION: 'Organisations, with who works there.',
});

const SearchTarget = createUnionType({
  name: 'SearchTarget',
  description: 'What a search finds.',
  types: () =>
    [
      BottleneckType,
      KnowledgeNoteType,
      AgendaItemType,
      AgendaOutcomeType,
      ActionType,
      ProjectType,
      OrganisationType,
    ] as const,
  resolveType: (source: object) => typeOf(source),
});

@Policy('withParent')
@ObjectType('TextSegment', {
  description: 'A piece of text. Joined together the pieces are the text; none of it is markup.',
  simpleResolvers: true,
})
export class TextSegmentType {
  @Field(() => String, { description: 'The piece, as it stands in the text.' })
  text!: string;

  @Field(() => Boolean, { description: 'Was it asked for? Then show it as found.' })
  hit!: boolean;
}

@Policy('withParent')
@ObjectType('SearchHit', { description: 'Something that was found.', simpleResolvers: true })
export class SearchHitType {
  @Field(() => SearchTarget, { description: 'What was found itself.' })
  target!: object;

  @Field(() => [TextSegmentType], { description: 'Its title, with what was found in it.' })
  title!: readonly TextSegmentType[];

  @Field(() => [TextSegmentType], { description: 'The passage that holds most of what was asked for.' })
  snippet!: readonly TextSegmentType[];

  @Field(() => String, {
    description: 'Why it is here, for example «zelfde woord: depositie», «synoniem: stikstof», «hoort bij …».',
  })
  reason!: string;
}

@Policy('withParent')
@ObjectType('SearchEdge', { description: 'A find with its place in the list.', simpleResolvers: true })
export class SearchEdge {
  @Field(() => String, { description: 'Its place: hand it in as `after` to go on from here.' })
  cursor!: string;

  @Field(() => SearchHitType, { description: 'The find.' })
  node!: SearchHitType;
}

@Policy('withParent')
@ObjectType('Interpretation', { description: 'A word that was read differently.', simpleResolvers: true })
export class InterpretationType {
  @Field(() => String, { description: 'As typed.' })
  from!: string;

  @Field(() => String, { description: 'As read.' })
  to!: string;

  @Field(() => String, {
    description:
      'OLD_LAW, SYNONYM, PLACE, MUNICIPALITY, REGION, THEME, TABLE, STATE, VALIDITY, YEAR, KIND, SPELLING or UNKNOWN_FILTER.',
  })
  kind!: string;
}

const SearchFacetNameEnum = graphEnum<FacetName>('SearchFacetName', 'By what finds can be narrowed.', {
  THEME: 'By theme.',
  REGION: 'By region.',
  MUNICIPALITY: 'By municipality.',
  TABLE: 'By the table that holds it.',
  STATE: 'By the state of a case or an action.',
  VALIDITY: 'By whether a note is safe to use.',
  YEAR: 'By year: of filing, of the meeting, of the note.',
});

@Policy('withParent')
@ObjectType('SearchFacetValue', {
  description: 'A value by which finds can be narrowed.',
  simpleResolvers: true,
})
export class SearchFacetValueType {
  @Field(() => String, { description: 'As people read it.' })
  label!: string;

  @Field(() => Int, { description: 'How many finds have it, with the other filters as they are.' })
  count!: number;

  @Field(() => String, { description: 'What to add to the question to ask for it, for example `thema:stikstof`.' })
  filter!: string;

  @Field(() => [String], { description: 'What in the question asks for it, as typed; empty when nothing does.' })
  askedBy!: readonly string[];
}

@Policy('withParent')
@ObjectType('SearchFacet', { description: 'Values of one name by which finds can be narrowed.', simpleResolvers: true })
export class SearchFacetType {
  @Field(() => SearchFacetNameEnum, { description: 'By what.' })
  name!: FacetName;

  @Field(() => [SearchFacetValueType], { description: 'The values that are there, the most frequent first.' })
  values!: readonly SearchFacetValueType[];
}

@Policy('withParent')
@ObjectType('SearchConnection', {
  description: 'A page of finds, best first. Every count is of what the viewer may see.',
  simpleResolvers: true,
})
export class SearchConnection {
  @Field(() => [SearchEdge], { description: 'The finds of this page.' })
  edges!: readonly SearchEdge[];

  @Field(() => PageInfo, { description: 'Where this page lies.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many were found.' })
  totalCount!: number;

  @Field(() => [FacetCount], { description: 'How many of each kind, whatever `kinds` asks for.' })
  kindCounts!: readonly FacetCount[];

  @Field(() => [SearchFacetType], {
    description: 'By what the finds can be narrowed further, within `kinds`; only names that have values.',
  })
  facets!: readonly SearchFacetType[];

  @Field(() => String, {
    nullable: true,
    description: 'Did you mean: the question with misspelt words put right; null when there are none.',
  })
  suggestion!: string | null;

  @Field(() => [InterpretationType], {
    description: 'Words that were read differently: old law to new law, a village to its municipality, a synonym.',
  })
  interpretations!: readonly InterpretationType[];
}

@Policy('withParent')
@ObjectType('SimilarBottleneck', { description: 'A case that looks alike.', simpleResolvers: true })
export class SimilarBottleneck {
  @Field(() => BottleneckType, { description: 'The case.' })
  bottleneck!: object;

  @Field(() => [TextSegmentType], { description: 'Its title, with the words that are alike.' })
  title!: readonly TextSegmentType[];

  @Field(() => [TextSegmentType], { description: 'The passage that is most alike.' })
  snippet!: readonly TextSegmentType[];
}

@Policy('withParent')
@ObjectType('SimilarNote', { description: 'A note about the same.', simpleResolvers: true })
export class SimilarNote {
  @Field(() => KnowledgeNoteType, { description: 'The note.' })
  note!: object;

  @Field(() => [TextSegmentType], { description: 'Its title, with the words that are alike.' })
  title!: readonly TextSegmentType[];

  @Field(() => [TextSegmentType], { description: 'The passage that is most alike.' })
  snippet!: readonly TextSegmentType[];
}

@Policy('withParent')
@ObjectType('Similar', { description: 'What looks like a text, as far as the viewer may see.', simpleResolvers: true })
export class SimilarType {
  @Field(() => [SimilarBottleneck], { description: 'Cases that look alike, the likest first.' })
  bottlenecks!: readonly SimilarBottleneck[];

  @Field(() => [SimilarNote], { description: 'Notes about the same.' })
  notes!: readonly SimilarNote[];

  @Field(() => String, {
    nullable: true,
    description: 'Code of the theme that the text seems to be about; null when it is not clear.',
  })
  themeCode!: string | null;
}
