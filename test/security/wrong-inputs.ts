import {
  getNamedType,
  getNullableType,
  type GraphQLArgument,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';

/** Variables of which one thing is wrong. */
export interface WrongInput {
  readonly what: string;
  readonly variables: Record<string, unknown>;
  /** The steps to the field, names and places in a list; what is refused names the last name, or the one before. */
  readonly path: readonly string[];
}

/** A value in place of the right one, with what is wrong about it. */
type Wrong = readonly [what: string, value: unknown];
type Variables = Record<string, unknown>;

/** Texts that may not be left empty; every other text may. */
const needed = new Set(['title', 'summary', 'reason', 'resolution', 'referredTo', 'location']);
/** Where any day is right. */
const anyDay = new Set(['effectiveOn', 'validFrom', 'validUntil']);
/** Dates of the past that are right there. */
const mayHavePassed = new Set(['validAsOf']);
/** Where a number below zero is right: it takes off what is otherwise added. */
const mayBeNegative = new Set(['addMinutes']);
/** Where nothing, or the first of a row, is right. */
const mayBeZero = new Set(['homesBlocked', 'column', 'headerRow']);
/** Not looked at: the same answer whatever stands there. */
const unread = new Set(['signInAsPersona']);

const noId = 'ffffffff-0000-7000-8000-000000000000';
const long = 'é'.repeat(20_001);

function wrongId(name: string, value: unknown): Wrong[] {
  if (name === 'idempotencyKey') {
    return [
      ['empty', ''],
      ['too long', 'k'.repeat(201)],
      ['with a line end', 'a\nb'],
      ['no text', { a: 1 }],
    ];
  }
  const type = String(value).split('_')[0] ?? '';
  return [
    ['of nothing', `${type}_${noId}`],
    ['of another type', `${type === 'Person' ? 'Project' : 'Person'}_${noId}`],
    ['without a type', noId],
    ['in capitals', String(value).toUpperCase()],
    ['empty', ''],
    ['with SQL', `${String(value)}' or '1'='1`],
    ['with NUL', `${String(value)}\0`],
    ['no text', ['x', 'y']],
  ];
}

function wrongText(name: string, inList: boolean): Wrong[] {
  const code = name === 'themeCodes';
  return [
    ['too long', long],
    ['with NUL', 'a\0b'],
    ['with half a surrogate pair', 'a\ud800b'],
    ['with a bell', 'rinkel\u0007'],
    ['a number', 3],
    ...(needed.has(name) || code
      ? ([
          ['empty', ''],
          ['blank', ' \t\n '],
        ] as const)
      : []),
    ...(code
      ? ([
          ['unknown', 'ZEE'],
          ['with a quote', `STIKSTOF'; --`],
          ['with a brace', '},{"'],
          ['no code', null],
        ] as const)
      : []),
    ...(inList && !code ? ([['null', null]] as const) : []),
  ];
}

function wrongNumber(name: string): Wrong[] {
  if (name === 'expectedVersion')
    return [
      ['old', 0],
      ['new', 2_000_000],
      ['negative', -1],
      ['a word', 'twee'],
      ['a half', 1.5],
      ['huge', 2 ** 31],
    ];
  return [
    ['−1', -1],
    ...(mayBeZero.has(name) ? [] : ([['0', 0]] as const)),
    ['too much', name === 'homesBlocked' ? 20_001 : 2_000],
    ['a half', 1.5],
    ['huge', 2 ** 31],
    ['a word', 'tien'],
  ];
}

function wrongLeaf(type: string, name: string, value: unknown, inList: boolean): Wrong[] {
  switch (type) {
    case 'ID':
      return wrongId(name, value);
    case 'String':
      return wrongText(name, inList);
    case 'Int':
      return wrongNumber(name);
    case 'Boolean':
      return [
        ['a word', 'ja'],
        ['a number', 1],
      ];
    case 'LocalDate':
      return [
        ['31 February', '2027-02-31'],
        ['written as people do', '31-02-2027'],
        ['a moment', '2027-03-01T00:00:00Z'],
        ['empty', ''],
        ['the year 0', '0000-01-01'],
        ...(anyDay.has(name)
          ? []
          : mayHavePassed.has(name)
            ? ([['in the future', '2027-03-02']] as const)
            : ([['in the past', '2026-11-24']] as const)),
      ];
    case 'DateTime':
      return [
        ['31 February', '2027-02-31T12:00:00Z'],
        ['without a zone', '2027-02-11T12:00:00'],
        ['in the past', '2026-11-24T12:00:00Z'],
        ['in the year 9999', '9999-12-31T12:30:00Z'],
        ['25 hours', '2027-02-11T25:00:00Z'],
        ['a number', 1_800_000_000],
      ];
    default:
      throw new Error(`Nobody has thought of wrong values of ${type} yet.`);
  }
}

/** Sixty of what a list takes, all different: more than any list may have. */
function tooMany(name: string, element: unknown): unknown[] {
  return Array.from({ length: 60 }, (_, index) => {
    const id = `ffffffff-0000-7000-8000-${String(index).padStart(12, '0')}`;
    if (name === 'projects') return { projectId: `Project_${id}` };
    if (name === 'bottlenecks') return { bottleneckId: `Bottleneck_${id}`, expectedVersion: 1 };
    if (name === 'mapping') return { column: 1_000 + index };
    if (typeof element === 'number') return index;
    const type = /^[A-Z]\w+_/.exec(String(element))?.[0];
    return type === undefined ? `woord${index}` : `${type}${id}`;
  });
}

/** What can be wrong with a value of this type in this place, and below it. */
function* wrongValues(
  type: GraphQLInputType,
  value: unknown,
  path: readonly string[],
  inList = false,
): Generator<readonly [...Wrong, path: readonly string[]]> {
  const name = path.findLast((step) => !/^\d+$/.test(step)) ?? '';
  const bare = getNullableType(type);
  if (isNonNullType(type)) yield ['nothing at all', null, path];
  if (isListType(bare)) {
    const [first] = value as unknown[];
    yield ['too many', tooMany(name, first), path];
    if (name === 'projects' || name === 'themeCodes') yield ['empty', [], path];
    for (const [what, wrong, below] of wrongValues(bare.ofType as GraphQLInputType, first, [...path, '0'], true))
      yield [what, wrong, below];
  } else if (isInputObjectType(bare)) {
    yield ['a text', 'tekst', path];
    yield ['with a field too many', { ...(value as Variables), ownerRole: 'CHAIR' }, path];
    for (const field of Object.values(bare.getFields())) {
      const inner = (value as Variables)[field.name];
      if (inner !== undefined && inner !== null) yield* wrongValues(field.type, inner, [...path, field.name]);
    }
  } else if (isEnumType(bare)) {
    yield ['no choice', 'HIERARCHICAL', path];
    yield ['in small letters', String(value).toLowerCase(), path];
    yield ['a number', 0, path];
  } else {
    for (const [what, wrong] of wrongLeaf(getNamedType(type).name, name, value, inList)) yield [what, wrong, path];
  }
}

/** The variables with another value in one place. */
function replaced(value: unknown, path: readonly string[], wrong: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return wrong;
  if (Array.isArray(value))
    return value.map((each, index) => (String(index) === step ? replaced(each, rest, wrong) : each));
  return { ...(value as Variables), [step]: replaced((value as Variables)[step], rest, wrong) };
}

/** Every way in which we can think of to spoil one thing in right variables; `args` say of which types these are. */
export function wrongInputs(
  mutation: { readonly name: string; readonly args: readonly GraphQLArgument[] },
  right: Variables,
): WrongInput[] {
  if (unread.has(mutation.name)) return [];
  return mutation.args.flatMap((arg) => {
    const value = right[arg.name];
    if (value === undefined || value === null) return [];
    const wrongs = [...wrongValues(arg.type, value, [arg.name])].filter(
      ([what, , path]) =>
        !(what === '−1' && mayBeNegative.has(mutation.name)) &&
        !(mutation.name === 'recordLegalEvent' && path.at(-1) === 'summary' && ['empty', 'blank'].includes(what)),
    );
    return wrongs.map(([what, wrong, path]) => ({
      what: `${path.join('.')} ${what}`,
      path,
      variables: replaced(right, path, wrong) as Variables,
    }));
  });
}
