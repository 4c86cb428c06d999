import { globalId } from '../src/platform/graphql/global-id.ts';
import type { Cast, Part } from './bottleneck-cast.ts';
import type { BottleneckWish, MadeBottleneck } from './bottleneck-factory.ts';

const payload = `{ problems { code path } leftOut { bottleneck { id } reason }
  pattern { id number title problem state version bottlenecks { id } viewerCan { verb allowed reason }
    timeline { edges { node { type remark changes { field before after } subjects { id } } } } } }`;

/** The mutations on patterns, with the type of their input. */
export const patternInputs = {
  makePattern: 'MakePatternInput',
  editPattern: 'EditPatternInput',
  addToPattern: 'PatternMembersInput',
  removeFromPattern: 'PatternMembersInput',
  resolvePattern: 'ResolvePatternInput',
  undoResolvePattern: 'PatternVersionInput',
  dissolvePattern: 'PatternReasonInput',
} as const;
export type PatternStep = keyof typeof patternInputs;

export const patternDocument = (verb: PatternStep) =>
  `mutation ($input: ${patternInputs[verb]}!) { ${verb}(input: $input) ${payload} }`;

/** Words for a pattern. */
export const patternText = { title: 'Stikstof bij uitbreidingen', problem: 'Dezelfde depositie.' };

/** The cases as inputs name them. */
export const idsOf = (cases: readonly MadeBottleneck[]) => cases.map((each) => each.globalId);

/** A pattern as inputs name it in the version that was seen. */
export const versionOf = (pattern: { id: string; version: number }) => ({
  patternId: pattern.id,
  expectedVersion: pattern.version,
});

/** Steps on patterns, by people of the cast; the secretary unless somebody else is named. */
export function patternSteps(cast: Cast) {
  const take = async (verb: PatternStep, input: object, part: Part = 'secretary') =>
    (await cast.as(part).run(patternDocument(verb), { input }))[verb];
  return {
    take,
    refused: async (verb: PatternStep, input: object, part?: Part) => (await take(verb, input, part)).problems,
    /** Open cases at the table of West, or as wished. */
    async cases(count: number, wish: Partial<BottleneckWish> = {}): Promise<MadeBottleneck[]> {
      const made: MadeBottleneck[] = [];
      for (let index = 0; index < count; index += 1)
        made.push(await cast.bottleneck({ state: 'IN_PROGRESS', ...wish }));
      return made;
    },
    async group(members: readonly MadeBottleneck[]) {
      const tableId = globalId('AccelerationTable', cast.west.id);
      return (await take('makePattern', { tableId, ...patternText, bottleneckIds: idsOf(members) })).pattern;
    },
  };
}
