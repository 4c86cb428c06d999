import type { SearchKind } from '@versnellingstafel/shared/search/limits';
import { createUnionType, Field, Int, ObjectType } from 'type-graphql';
import { PageInfo } from '../../platform/graphql/connection.ts';
import { graphEnum } from '../../platform/graphql/graph-enum.ts';
import { typeOf } from '../../platform/graphql/node-brand.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { BottleneckType, FacetCount } from '../bottlenecks/bottlenecks.module.ts';
import { AgendaItemType } from '../meetings/meetings.module.ts';
import { KnowledgeNoteType } from '../knowledge/knowledge.module.ts';

export const SearchKindEnum = graphEnum<SearchKind>('SearchKind', 'What can be searched.', {
  BOTTLENECK: 'Cases (knelpunten).',
  NOTE: 'Knowledge notes.',
  MINUTES: 'What minutes say, item by item.',
});

const SearchTarget = createUnionType({
  name: 'SearchTarget',
  description: 'What a search finds.',
  types: () => [BottleneckType, KnowledgeNoteType, AgendaItemType] as const,
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
  @Field(() => SearchTarget, { description: 'The case, note or item of minutes itself.' })
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
    description: 'OLD_LAW, SYNONYM, PLACE, MUNICIPALITY, REGION, STATE, KIND, SPELLING or UNKNOWN_FILTER.',
  })
  kind!: string;
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
