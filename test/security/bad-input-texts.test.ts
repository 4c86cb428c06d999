import { type TestApp, testApp } from '@versnellingstafel/server/testing/test-app';
import { getNamedType, getNullableType, type GraphQLInputType, isInputObjectType, isListType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DemoPeople } from './demo-people.ts';
import type { MutationCase } from './mutation-case.ts';
import { demoNow, mutationCases } from './mutation-cases.ts';
import { mutationsOf, operationOf } from './mutation-operation.ts';

const note = 'title summary body applies appliesNot steps caveat tags legalReferences { text url }';
const happened = 'timeline(first: 3) { edges { node { remark changes { before after } } } }';
const escalation = 'memo { question situation tried consequence proposal } reason declineReason answer outcome';
const bottleneck = `title description triedSoFar ask nextStep proposedResolution resolution holdReason referredTo
  coSigners { name organisation reason } escalations { ${escalation} } applications { conditions } notes { ${note} } ${happened}`;
/** All that people wrote, of each thing that a payload gives back. */
const shown: Readonly<Record<string, string>> = {
  BottleneckViewPayload: 'view { name search }',
  BulkChangePayload: `changed { ${bottleneck} }`,
  PatternPayload: `pattern { title problem resolution note { ${note} } ${happened} }`,
  BottleneckPayload: `bottleneck { ${bottleneck} }`,
  KnowledgeNotePayload: `note { ${note} ${happened} }`,
  ApplicationPayload: 'application { conditions }',
  OutcomePayload: 'outcome { text action { what } } draftedNote { summary }',
  MeetingPayload:
    'meeting { location items { title presenterText proposedDecision outcome annotation guests { name organisation } } attendance { answerRemark } publications { message } }',
  AgendaProposalPayload: 'proposal { title motivation proposedDecision returnReason }',
  AgendaTemplatePayload: 'template { name }',
  ActionPayload: `action { what doneNote withdrawnReason ${happened} }`,
  MinutesPayload: 'minutes { remarks { text answer } addenda { text answer } }',
  LegalEventPayload: `legalEvent { title summary legalReferences { text } reviews { remark } } note { ${note} }`,
  EscalationPayload: `escalation { ${escalation} } bottleneck { ${bottleneck} }`,
  FeedbackPayload: 'feedback { note }',
  ImportRowPayload: 'row { cells { raw } }',
  PaperPayload: 'paper { title }',
  CommentPayload: 'comment { text }',
  AttachmentPayload: 'attachment { title }',
  SeriesPayload: 'meetings { location cancelReason }',
  SavedSearchPayload: 'savedSearch { query }',
  SynonymsPayload: 'synonymGroup { terms oneWay remark }',
  TablePayload: 'table { rhythm { location } }',
};

/** What breaks out of SQL, HTML, tsquery, LIKE, JSON, arrays, templates and a spreadsheet, written in both directions. */
const hostile = `<img src=x onerror="alert(1)">'); drop table event;-- a&!(b|c):*<-> ?$1%_\\{"x",null} \u202E\u05D0 🏘️é =1+1`;
/** The same for where little fits. */
const short = `<b>'";-- &|!:* ?$1%_\\{},null 🏘️`;
const shortFields = new Set(['tags', 'number', 'name']);
/** Texts with a form of their own. */
const formal = new Set([
  // A question is kept in small letters and without signs, or not at all.
  'query',
  'themeCode',
  'themeCodes',
  'addThemeCodes',
  'removeThemeCodes',
  'columns',
  'url',
  'starts',
  'ends',
  'keys',
  'email',
]);

let app: TestApp;
let people: DemoPeople;
let cases: readonly MutationCase[];

beforeAll(async () => {
  app = await testApp({ demoRegion: true, now: demoNow });
  people = new DemoPeople(app);
  cases = await mutationCases(app);
});
afterAll(() => app.close());

/** The value with every text in it hostile, and these texts; codes are no texts. */
function poisoned(type: GraphQLInputType, value: unknown, name: string, sent: string[]): unknown {
  const bare = getNullableType(type);
  if (value === undefined || value === null) return value;
  if (isListType(bare))
    return (value as unknown[]).map((each) => poisoned(bare.ofType as GraphQLInputType, each, name, sent));
  if (isInputObjectType(bare)) {
    const fields = Object.entries(value as Record<string, unknown>);
    return Object.fromEntries(
      fields.map(([key, inner]) => [key, poisoned(bare.getFields()[key]?.type as GraphQLInputType, inner, key, sent)]),
    );
  }
  if (getNamedType(type).name !== 'String' || formal.has(name)) return value;
  const text = `${name}${sent.length} ${shortFields.has(name) ? short : hostile}`;
  sent.push(text);
  return text;
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

describe('SQL, HTML and the language of searching', () => {
  it('are text in every text of every mutation, and come back to the letter', async () => {
    const missing: string[] = [];
    let count = 0;
    for (const one of cases) {
      const mutation = mutationsOf(app.app.schema).find(({ name }) => name === one.mutation);
      if (!mutation) throw new Error(`${one.mutation} is not in the schema.`);
      const right = await one.variables();
      const sent: string[] = [];
      const variables = Object.fromEntries(
        mutation.args.map((arg) => [arg.name, poisoned(arg.type, right[arg.name], arg.name, sent)]),
      );
      const client = await people.as(one.by);
      const { data, errors } = await client.answer(
        operationOf(mutation, shown[getNamedType(mutation.type).name]),
        variables,
      );
      expect([one.mutation, errors, data?.[one.mutation].problems]).toEqual([one.mutation, [], []]);
      const texts = new Set(textsIn(data));
      missing.push(...sent.filter((text) => !texts.has(text)).map((text) => `${one.mutation}: ${text}`));
      count += sent.length;
    }
    expect(missing).toEqual([]);
    expect(count).toBeGreaterThan(50);
  });

  it('are found again as text, and are questions that have an answer', async () => {
    await app.platform.streams.drain();
    const client = await people.as('lead-zwartewaterland');
    const query = `query ($query: String!) { search(query: $query, kinds: [BOTTLENECK, NOTE, MINUTES]) { totalCount suggestion edges { node { reason title { text hit } snippet { text hit } target { ... on Bottleneck { title } ... on KnowledgeNote { title } ... on AgendaItem { title } } } } } }`;
    const { search } = await client.run(query, { query: 'onerror' });
    expect(search.edges.length).toBeGreaterThan(0);
    for (const { node } of search.edges as { node: { title: { text: string }[]; target: { title: string } } }[])
      expect(node.title.map(({ text }) => text).join('')).toBe(node.target.title);
    for (const question of [
      hostile,
      short,
      `'`,
      `"`,
      `\\`,
      '%',
      '_',
      ':*',
      '!',
      '&',
      '|',
      '<->',
      '()',
      '((((',
      `a' or '1'='1`,
      '🏘️',
      '\u202E',
      '\u0301',
      '-',
      '* *',
      'é'.repeat(5_000),
      'a '.repeat(5_000),
    ]) {
      const answer = await client.answer(query, { query: question });
      expect([answer.status, answer.errors], question.slice(0, 40)).toEqual([200, []]);
      const like = await client.answer(
        'query ($text: String!) { similar(text: $text) { themeCode notes { note { id } } } }',
        { text: question },
      );
      expect([like.status, like.errors], question.slice(0, 40)).toEqual([200, []]);
    }
  });

  it('are no patterns in the filters of lists', async () => {
    const client = await people.as('policy-ommen');
    const lists = `query ($text: String!) { bottlenecks(filter: { text: $text }) { totalCount } notes(filter: { text: $text }) { totalCount } projects(filter: { text: $text }) { totalCount } people(text: $text) { edges { cursor } } }`;
    for (const text of ['%', '_', '%%%', '\\', `' or '1'='1`, '.*', `';--`]) {
      const { data, errors } = await client.answer(lists, { text: `${text} q` });
      expect(errors, text).toEqual([]);
      expect([data.bottlenecks.totalCount, data.projects.totalCount, data.people.edges.length], text).toEqual([
        0, 0, 0,
      ]);
    }
    const one = `query ($text: String!) { bottleneck(number: $text) { id } note(slug: $text) { id } table(slug: $text) { id } bottlenecks(filter: { themeCodes: [$text], municipalityCodes: [$text] }) { totalCount } notes(filter: { themeCodes: [$text] }) { totalCount } projects(filter: { municipalityCode: $text }) { totalCount } }`;
    for (const text of [hostile, `KP-2026-001' or '1'='1`, '../../etc/passwd', '', 'é'.repeat(20_000)]) {
      const { data, errors } = await client.answer(one, { text });
      expect(errors, text.slice(0, 40)).toEqual([]);
      const nothing = { totalCount: 0 };
      expect(data, text.slice(0, 40)).toEqual({
        bottleneck: null,
        note: null,
        table: null,
        bottlenecks: nothing,
        notes: nothing,
        projects: nothing,
      });
    }
  });
});
