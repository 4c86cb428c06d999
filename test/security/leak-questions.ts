import fc from 'fast-check';
import { personId, projectId, tableId } from './demo-people.ts';
import { secretWords } from './hidden-world.ts';

/** Something that a person can ask. */
export interface Question {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

const told =
  '{ edges { node { type occurredAt remark actor { name } changes { field before after } subjects { __typename } } } pageInfo { hasNextPage } }';
/** Short pages too: behind them, much is hidden. */
const happened = `timeline(first: 20) ${told} one: timeline(first: 1) ${told} few: timeline(first: 3) ${told}`;
/** Homes times months, and what they are made of. */
const atRisk =
  'atRisk { homes homeMonths projectCount bottleneckCount projects { homes homeMonths since project { name } bottlenecks { title } } }';
const caseFields = `number version title description ask nextStep triedSoFar proposedResolution resolution state stateSince dueOn homesBlocked overdue confidentiality themes { code } heldBy { name }
  ${atRisk} pattern { title problem state resolution bottlenecks { title } } projects { homesBlocked project { name } } owner { name } lead { name } sharedWith { name } sharedWithOrganisations { name } excluded { name } coSigners { name organisation state reason } escalations { reason outcome declineReason memo { question situation tried consequence proposal } } openEscalation { state } sharedInPart applications { result conditions note { title } } notes { title } comments(first: 5) { totalCount edges { node { text removed author { name } mentions { name } } } } attachments { title kind size }`;
const noteFields =
  'title version status validity updatedAt tags reuse { worked partly failed notYet } applications { result conditions bottleneck { number } } openBottlenecks { number } versions { version title summary body steps tags legalReferences writtenBy { name } }';
const segments = 'title { text hit } snippet { text hit }';
const page = 'pageInfo { hasNextPage hasPreviousPage }';

const some = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });
const word = fc.constantFrom(
  'stikstof',
  'depositie',
  'grond',
  'net',
  'Leikade',
  'bouw',
  'KP-2026',
  'houdt',
  'plan',
  'zwane',
  ...secretWords,
);
const municipalities = ['GM0150', 'GM0141', 'GM0166', 'GM1896', 'GM0180'];
const projects = ['D02', 'D05', 'D06', 'D13', 'D12'];
const filers = ['lead-staphorst', 'lead-almelo', 'lead-kampen', 'lead-deventer', 'lead-borne', 'lead-zwartewaterland'];
const states = ['DRAFT', 'SUBMITTED', 'TRIAGE', 'SCHEDULED', 'IN_PROGRESS', 'ESCALATED', 'RESOLVED', 'WITHDRAWN'];
const first = fc.constantFrom(1, 3, 50);

const caseFilter = fc.record({
  text: some(word),
  open: some(fc.boolean()),
  states: some(fc.subarray(states, { minLength: 1 })),
  themeCodes: some(fc.subarray(['STIKSTOF', 'GROND', 'NETCONGESTIE'], { minLength: 1 })),
  municipalityCodes: some(fc.subarray(municipalities, { minLength: 1 })),
  regionCode: some(fc.constantFrom('WEST_OVERIJSSEL', 'TWENTE')),
  tableId: some(fc.constantFrom('west', 'twente', 'province').map(tableId)),
  ownerId: some(fc.constantFrom(...filers).map(personId)),
  mine: some(fc.boolean()),
  overdue: some(fc.boolean()),
  projectId: some(fc.constantFrom(...projects).map(projectId)),
  confidentiality: some(fc.subarray(['PUBLIC', 'REGIONAL', 'CONFIDENTIAL'], { minLength: 1 })),
});
/** Most filters are nearly empty, or nothing would be found. */
const thinned = fc.tuple(caseFilter, fc.integer({ min: 0, max: 2 }), fc.integer()).map(([filter, kept, seed]) => {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined);
  const from = given.length === 0 ? 0 : Math.abs(seed) % given.length;
  return Object.fromEntries([...given, ...given].slice(from, from + Math.min(kept, given.length)));
});

const cases = fc
  .record({
    filter: thinned,
    orderBy: fc.constantFrom('DUE_ON', 'HOMES_DESC', 'FILED_ON_DESC', 'NUMBER', 'STATE', 'TITLE', 'UPDATED_DESC'),
    first,
  })
  .map((variables) => ({
    query: `query ($filter: BottleneckFilter, $orderBy: BottleneckOrder, $first: Int!) {
    bottlenecks(filter: $filter, orderBy: $orderBy, first: $first) { totalCount totalCountIsExact homesWaiting ${atRisk} ${page} edges { node { ${caseFields} } } }
    bottleneckFacets(filter: $filter) { states { value label count } themes { value label count } municipalities { value label count } } }`,
    variables,
  }));

const projectList = fc
  .record({
    filter: fc.record(
      {
        text: some(fc.constantFrom('Leikade', 'kade', 'a')),
        municipalityCode: some(fc.constantFrom(...municipalities)),
        blocked: some(fc.boolean()),
        regionCode: some(fc.constantFrom('WEST_OVERIJSSEL', 'TWENTE')),
      },
      { requiredKeys: [] },
    ),
    orderBy: fc.constantFrom('NAME', 'HOMES_WAITING_DESC', 'HOMES_DESC', 'MUNICIPALITY'),
    first,
  })
  .map((variables) => ({
    query: `query ($filter: ProjectFilter, $orderBy: ProjectOrder, $first: Int!) { projects(filter: $filter, orderBy: $orderBy, first: $first) { totalCount ${page} edges { node { name openBottleneckCount homesWaiting } } } }`,
    variables,
  }));

const project = fc.record({ id: fc.constantFrom(...projects).map(projectId), open: fc.boolean() }).map((variables) => ({
  query: `query ($id: ID!, $open: Boolean!) { node(id: $id) { ... on Project { name openBottleneckCount homesWaiting ${happened}
    bottlenecks(open: $open) { totalCount homesWaiting ${page} edges { node { number title } } } } } }`,
  variables,
}));

const notes = fc
  .record({
    filter: fc.record(
      {
        text: some(word),
        themeCodes: some(fc.subarray(['STIKSTOF', 'GROND', 'LADDERTOETS'], { minLength: 1 })),
        authorId: some(fc.constantFrom('knowledge-editor', ...filers).map(personId)),
      },
      { requiredKeys: [] },
    ),
    orderBy: fc.constantFrom('TITLE', 'UPDATED_DESC', 'REVIEW_BY'),
    first,
  })
  .map((variables) => ({
    query: `query ($filter: KnowledgeNoteFilter, $orderBy: KnowledgeNoteOrder, $first: Int!) { notes(filter: $filter, orderBy: $orderBy, first: $first) { totalCount ${page} edges { node { ${noteFields} ${happened} } } } }`,
    variables,
  }));

const asked = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: word },
      {
        weight: 1,
        arbitrary: fc
          .constantFrom(...secretWords)
          .chain((text) => fc.nat(text.length - 6).map((at) => text.slice(0, at) + text.slice(at + 1))),
      },
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((words) => words.join(' '));

const searches = fc
  .record({ query: asked, kinds: some(fc.subarray(['BOTTLENECK', 'NOTE'], { minLength: 1 })), first })
  .map((variables) => ({
    query: `query ($query: String!, $kinds: [SearchKind!], $first: Int!) { search(query: $query, kinds: $kinds, first: $first) { totalCount suggestion ${page} kindCounts { value count } interpretations { from to kind }
    edges { node { reason ${segments} target { ... on Bottleneck { number } ... on KnowledgeNote { title } } } } } }`,
    variables,
  }));

const lookAlikes = fc
  .record({
    text: asked.map((text) => `Grondeigenaar en ${text}`),
    projectId: some(fc.constantFrom(...projects).map(projectId)),
    themeCode: some(fc.constantFrom('STIKSTOF', 'GROND')),
    first: fc.constantFrom(1, 5),
  })
  .map((variables) => ({
    query: `query ($text: String!, $projectId: ID, $themeCode: String, $first: Int!) { similar(text: $text, projectId: $projectId, themeCode: $themeCode, first: $first) { themeCode bottlenecks { bottleneck { number } ${segments} } notes { note { title } ${segments} } } }`,
    variables,
  }));

const aCase = fc
  .constantFrom(
    'KP-2026-002',
    'KP-2026-006',
    'KP-2026-005',
    'KP-2026-012',
    'KP-2026-013',
    'KP-2026-029',
    'KP-2025-031',
    'KP-2025-037',
    'KP-2026-027',
    'KP-2026-028',
    'KP-2026-030',
    'KP-2025-034',
  )
  .map((number) => ({
    query: `query ($number: String!) { bottleneck(number: $number) { ${caseFields} ${happened} viewerCan { verb allowed reason } agendaItems { title position startsAt outcome homesWaiting subjects { __typename } } similar { themeCode bottlenecks { bottleneck { number } } notes { note { title } } } } }`,
    variables: { number },
  }));

/** Random questions of each sort, by what they are about. */
export const questions: Readonly<Record<string, fc.Arbitrary<Question>>> = {
  cases,
  projectList,
  project,
  notes,
  searches,
  lookAlikes,
  aCase,
};

/** What a person sees without asking for anything in particular. */
export const screens: Readonly<Record<string, string>> = {
  home: `{ one: inbox(first: 1) { pageInfo { hasNextPage } edges { node { reason } } } inbox(first: 50) { unreadCount edges { node { reason readAt event { type occurredAt remark actor { name } changes { field before after } } } } } askedOfMe { kind dueOn verb bottleneck { number } meeting { startsAt } } viewer { viewerCan { verb allowed } lastVisitAt } }`,
  tables: `{ tables { edges { node { name members { person { name } role } nextMeeting { startsAt version plannedMinutes unpublishedChanges
    items { position title minutes startsAt closedPart homesWaiting proposedDecision outcome subjects { ... on Bottleneck { number } ... on KnowledgeNote { title } } } }
    meetings { ${page} edges { node { startsAt version state items { title homesWaiting outcome } } } } } } } }`,
  patterns: `{ patterns { totalCount ${page} edges { node { title problem state version resolution bottlenecks { number } ${atRisk} ${happened} } } } }`,
  people: '{ people(first: 100) { edges { node { name jobTitle } } } themes { code } municipalities { name } }',
};
