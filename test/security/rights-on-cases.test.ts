import { grant, makeBottleneck } from '@versnellingstafel/server/testing/bottleneck-factory';
import { demoId } from '@versnellingstafel/server/testing/demo-region/demo-reference';
import { type TestApp, testApp } from '@versnellingstafel/server/testing/test-app';
import type { BottleneckState, Confidentiality } from '@versnellingstafel/shared/bottlenecks/states';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personId, projectId, tableId } from './demo-people.ts';
import { demoNow } from './mutation-cases.ts';
import { type Persona, personas, type Right, RightsMatrix } from './rights-matrix.ts';

const later = '2027-03-01';
const owner: Persona = 'lead-deventer';
const filer: Persona = 'lead-zwartewaterland';
const lead: Persona = 'water-adviser';
const chair: Persona = 'chair-west';
const secretary: Persona = 'secretary-west';

/** Participants of any table of the region (observers read too), and its civil and political owners. */
const regional: readonly Persona[] = [
  'observer',
  'developer',
  'lead-raalte',
  filer,
  owner,
  lead,
  'civil-deventer',
  'alderman-deventer',
  chair,
  secretary,
  'validator',
];
/** The people of the case, and members of its table from public bodies: no observers, no market parties. */
const confidential: readonly Persona[] = [
  'lead-raalte',
  filer,
  owner,
  lead,
  'alderman-deventer',
  chair,
  secretary,
  'validator',
];
const nobody: readonly Persona[] = [];

let app: TestApp;
let matrix: RightsMatrix;

beforeAll(async () => {
  app = await testApp({ demoRegion: true, now: demoNow });
  matrix = new RightsMatrix(app);
});
afterAll(() => app.close());

const made = (kind: string, key: string) => ({ id: demoId(kind, key) });
const person = (key: Persona) => made('person', key);

/** A case of the west: filed by one municipality, owned by another, led by the water board. */
async function caseIn(state: BottleneckState, confidentiality: Confidentiality = 'REGIONAL', excluded?: Persona) {
  const project = {
    ...made('project', 'D13'),
    globalId: projectId('D13'),
    municipality: made('municipality', 'GM1896'),
  };
  const row = await makeBottleneck(app, matrix.make, {
    state,
    confidentiality,
    table: made('table', state === 'ESCALATED' ? 'province' : 'west'),
    filer: person(filer),
    owner: person(owner),
    lead: person(lead),
    politicalOwner: person('alderman-deventer'),
    projects: [{ project, homes: 10 }],
    themes: [made('theme', 'STIKSTOF')],
  });
  if (state === 'ESCALATED')
    await matrix.make.insert('escalation', {
      bottleneck_id: row.id,
      from_table_id: demoId('table', 'west'),
      to_table_id: demoId('table', 'province'),
      reason: 'Hoger',
      sent_at: demoNow,
    });
  if (excluded) await grant(app, row, person(excluded), 'EXCLUDED');
  return { bottleneckId: row.globalId, expectedVersion: 1 };
}

const steps: readonly (readonly [
  mutation: string,
  state: BottleneckState,
  allowed: readonly Persona[],
  rest: object,
])[] = [
  ['triageBottleneck', 'SUBMITTED', [secretary], {}],
  ['scheduleBottleneck', 'TRIAGE', [secretary], {}],
  ['startBottleneck', 'TRIAGE', [chair, secretary], {}],
  ['holdBottleneck', 'IN_PROGRESS', [secretary], { reason: 'Wacht', returnOn: later }],
  ['resumeBottleneck', 'ON_HOLD', [secretary], {}],
  ['escalateBottleneck', 'IN_PROGRESS', [chair, secretary], { reason: 'Hoger' }],
  ['resolveBottleneck', 'IN_PROGRESS', [chair, secretary], { resolution: 'Opgelost' }],
  ['referBottleneck', 'TRIAGE', [secretary], { referredTo: 'Het Rijk', reason: 'Wet', feedbackBy: later }],
  ['withdrawBottleneck', 'TRIAGE', [owner], { reason: 'Hoeft niet' }],
  ['reopenBottleneck', 'RESOLVED', [owner, chair, secretary], { reason: 'Toch niet' }],
];
const changes: readonly (readonly [
  mutation: string,
  what: string,
  allowed: readonly Persona[],
  rest: object,
  unsaid?: readonly Persona[],
])[] = [
  ['editBottleneck', 'its text', [owner, secretary], { title: 'Een andere titel' }],
  ['editBottleneck', 'proposed resolution', [owner, lead, secretary], { proposedResolution: 'Zo dan' }, [chair]],
  ['assignBottleneck', 'next step', [owner, lead, secretary], { nextStep: 'Bellen' }, [chair]],
  ['assignBottleneck', 'owner', [owner, 'civil-deventer', chair, secretary], { ownerId: personId('lead-raalte') }],
  ['assignBottleneck', 'date', [owner, chair, secretary], { dueOn: later }],
  ['assignBottleneck', 'owner and date', [owner, chair, secretary], { ownerId: personId('lead-raalte'), dueOn: later }],
  ['setConfidentiality', 'open', [owner, chair, secretary], { confidentiality: 'PUBLIC' }],
];

describe('With a regional case', () => {
  it.each(steps)('%s is for who may take that step', async (mutation, state, allowed, rest) => {
    expect(
      await matrix.surprises({
        mutation,
        allowed,
        sees: regional,
        input: async () => ({ ...(await caseIn(state)), ...rest }),
      }),
    ).toEqual([]);
  });

  it.each(changes)('%s: %s', async (mutation, what, allowed, rest, unsaid = []) => {
    expect(
      await matrix.surprises({
        mutation,
        what,
        allowed,
        unsaid,
        sees: regional,
        input: async () => ({ ...(await caseIn('IN_PROGRESS')), ...rest }),
      }),
    ).toEqual([]);
  });

  it('notes are linked and taken off by owner, filer, lead, chair and secretary', async () => {
    const allowed = [owner, filer, lead, chair, secretary];
    const [note] = await app.database
      .fork()
      .execute<{ id: string }[]>(`select id from knowledge_note where title like 'Flexpool%'`);
    const noteId = note?.id ?? '';
    const apply: Right = {
      mutation: 'applyNote',
      allowed,
      sees: regional,
      input: async () => ({
        noteId: `KnowledgeNote_${noteId}`,
        bottleneckId: (await caseIn('IN_PROGRESS')).bottleneckId,
        result: 'WORKED',
      }),
    };
    const remove: Right = {
      mutation: 'removeApplication',
      allowed,
      sees: regional,
      input: async () => {
        const bottleneckId = (await caseIn('IN_PROGRESS')).bottleneckId.replace('Bottleneck_', '');
        const { id } = await matrix.make.insert('application', {
          note_id: noteId,
          bottleneck_id: bottleneckId,
          result: 'WORKED',
          applied_by_id: demoId('person', owner),
          applied_on: '2026-11-20',
        });
        return { applicationId: `Application_${id}` };
      },
    };
    expect([...(await matrix.surprises(apply)), ...(await matrix.surprises(remove))]).toEqual([]);
  });
});

describe('With a confidential case', () => {
  it.each(steps)(
    '%s is not there for market parties, observers and the civil owner next door',
    async (mutation, state, allowed, rest) => {
      expect(
        await matrix.surprises({
          mutation,
          allowed,
          sees: confidential,
          input: async () => ({ ...(await caseIn(state, 'CONFIDENTIAL')), ...rest }),
        }),
      ).toEqual([]);
    },
  );

  it.each(changes)('%s: %s', async (mutation, what, allowed, rest, unsaid = []) => {
    const may = allowed.filter((who) => confidential.includes(who));
    expect(
      await matrix.surprises({
        mutation,
        what,
        allowed: may,
        unsaid,
        sees: confidential,
        input: async () => ({ ...(await caseIn('IN_PROGRESS', 'CONFIDENTIAL')), ...rest }),
      }),
    ).toEqual([]);
  });

  it.each(['REGIONAL', 'CONFIDENTIAL', 'PUBLIC'] as const)(
    'is not there for who is excluded, were they the chair: %s',
    async (confidentiality) => {
      const all = confidentiality === 'PUBLIC' ? personas : confidentiality === 'REGIONAL' ? regional : confidential;
      const sees = all.filter((who) => who !== chair);
      const input = async () => ({ ...(await caseIn('IN_PROGRESS', confidentiality, chair)), resolution: 'Opgelost' });
      expect(
        await matrix.surprises({
          mutation: 'resolveBottleneck',
          what: 'chair excluded',
          allowed: [secretary],
          sees,
          input,
        }),
      ).toEqual([]);
    },
  );
});

describe('With a case of both tables', () => {
  it('only the table that received an escalation answers it', async () => {
    const sees: readonly Persona[] = [...regional, 'deputy', 'coordinator', 'knowledge-editor'];
    const answered = (mutation: string, rest: object): Right => ({
      mutation,
      what: 'escalated',
      allowed: ['coordinator'],
      sees,
      input: async () => ({ ...(await caseIn('ESCALATED')), ...rest }),
    });
    expect(await matrix.surprises(answered('returnEscalation', { reason: 'Terug' }))).toEqual([]);
    expect(await matrix.surprises(answered('resolveBottleneck', { resolution: 'Geregeld' }))).toEqual([]);
  });
});

describe('With a draft', () => {
  it('everything is for who filed it', async () => {
    const mine: readonly Persona[] = [filer, owner];
    expect(
      await matrix.surprises({ mutation: 'submitBottleneck', allowed: mine, sees: mine, input: () => caseIn('DRAFT') }),
    ).toEqual([]);
    expect(
      await matrix.surprises({
        mutation: 'editBottleneck',
        what: 'draft',
        allowed: mine,
        sees: mine,
        input: async () => ({ ...(await caseIn('DRAFT')), title: 'Anders gezegd' }),
      }),
    ).toEqual([]);
    expect(
      await matrix.surprises({
        mutation: 'withdrawBottleneck',
        what: 'draft',
        allowed: mine,
        sees: mine,
        input: async () => ({ ...(await caseIn('DRAFT')), reason: 'Toch niet' }),
      }),
    ).toEqual([]);
  });

  it('logging is for who has a role or a place; an observer and a reader only read', async () => {
    const input = () =>
      Promise.resolve({
        title: 'Een nieuw knelpunt',
        projects: [{ projectId: projectId('D13') }],
        themeCodes: ['STIKSTOF'],
      });
    const allowed = personas.filter((who) => !['observer', 'reader'].includes(who));
    expect(await matrix.surprises({ mutation: 'logBottleneck', allowed, sees: personas, input })).toEqual([]);
    const elsewhere = async () => ({ ...(await input()), tableId: tableId('zwolle') });
    const client = await matrix.people.as(secretary);
    const answer = await client.run(
      'mutation ($input: LogBottleneckInput!) { logBottleneck(input: $input) { problems { code path } } }',
      { input: await elsewhere() },
    );
    expect(answer.logBottleneck.problems).toEqual([{ code: 'UNKNOWN_TABLE', path: ['input', 'tableId'] }]);
  });
});

describe('A step', () => {
  it('is undone by who took it, and by nobody else', async () => {
    const taken = async () => {
      const input = await caseIn('SUBMITTED');
      const client = await matrix.people.as(secretary);
      const { triageBottleneck } = await client.run(
        'mutation ($input: TriageBottleneckInput!) { triageBottleneck(input: $input) { bottleneck { version } problems { code } } }',
        { input },
      );
      return { ...input, expectedVersion: triageBottleneck.bottleneck.version as number };
    };
    const undo: Right = { mutation: 'undoTransition', allowed: [secretary], sees: nobody, input: taken };
    const lines = await matrix.surprises(undo);
    // It is a problem of its own, with the remedy; who does not see the case gets the answer of what is not there.
    expect(lines.filter((line) => !line.includes('NOTHING_TO_UNDO'))).toEqual([]);
    expect(lines).toHaveLength(regional.length - 1);
  });
});
