import { demoId } from '@versnellingstafel/server/testing/demo-region/demo-reference';
import { type TestApp, testApp } from '@versnellingstafel/server/testing/test-app';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseIn, chair, confidential, deeds, filer, lead, owner, regional, secretary } from './agreed-rights.ts';
import { projectId, tableId } from './demo-people.ts';
import { demoNow } from './mutation-cases.ts';
import { type Persona, personas, type Right, RightsMatrix } from './rights-matrix.ts';

let app: TestApp;
let matrix: RightsMatrix;

beforeAll(async () => {
  app = await testApp({ demoRegion: true, now: demoNow });
  matrix = new RightsMatrix(app);
});
afterAll(() => app.close());

describe('With a regional case', () => {
  it.each(deeds)('$mutation ($what) is for who may do that', async ({ state, rest, ...deed }) => {
    const input = async () => ({ ...(await caseIn(matrix, state)), ...rest });
    expect(await matrix.surprises({ ...deed, sees: regional, input })).toEqual([]);
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
        bottleneckId: (await caseIn(matrix, 'IN_PROGRESS')).bottleneckId,
        result: 'WORKED',
      }),
    };
    const remove: Right = {
      mutation: 'removeApplication',
      allowed,
      sees: regional,
      input: async () => {
        const bottleneckId = (await caseIn(matrix, 'IN_PROGRESS')).bottleneckId.replace('Bottleneck_', '');
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

/** Its people, and who sits at its table without looking on. */
const talkers = regional.filter((persona) => persona !== 'observer');

describe.each([
  ['REGIONAL', regional, talkers],
  ['CONFIDENTIAL', confidential, talkers.filter((who) => confidential.includes(who))],
] as const)('What is said about a case that is %s', (confidentiality, sees, allowed) => {
  const caseId = async () => (await caseIn(matrix, 'IN_PROGRESS', confidentiality)).bottleneckId;
  const insert = async (table: 'comment' | 'attachment', removed: boolean): Promise<string> => {
    const { id } = await matrix.make.insert(table, {
      subject_kind: 'bottleneck',
      subject_id: (await caseId()).replace('Bottleneck_', ''),
      in_confidence: confidentiality === 'CONFIDENTIAL',
      ...(removed && { removed_at: demoNow }),
      ...(table === 'comment'
        ? { version: 1, text: 'Zo is het', author_id: demoId('person', owner), written_at: demoNow }
        : { title: 'De kaart', url: 'https://example.org', added_by_id: demoId('person', owner), added_at: demoNow }),
    });
    return id;
  };
  const comment = (removed: boolean) => async () => ({
    commentId: `Comment_${await insert('comment', removed)}`,
    expectedVersion: 1,
  });
  const attachment = (removed: boolean) => async () => ({
    attachmentId: `Attachment_${await insert('attachment', removed)}`,
  });
  const rights: readonly Omit<Right, 'sees'>[] = [
    { mutation: 'addComment', allowed, input: async () => ({ bottleneckId: await caseId(), text: 'Zo is het' }) },
    { mutation: 'editComment', allowed: [owner], input: async () => ({ ...(await comment(false)()), text: 'Anders' }) },
    { mutation: 'removeComment', allowed: [owner, secretary], input: comment(false) },
    { mutation: 'restoreComment', allowed: [owner, secretary], input: comment(true) },
    {
      mutation: 'addAttachment',
      allowed,
      input: async () => ({ bottleneckId: await caseId(), url: 'https://example.org' }),
    },
    { mutation: 'removeAttachment', allowed: [owner, secretary], input: attachment(false) },
    { mutation: 'restoreAttachment', allowed: [owner, secretary], input: attachment(true) },
  ];
  it.each(rights)('$mutation is for who may do that', async (right) => {
    expect(await matrix.surprises({ ...right, sees })).toEqual([]);
  });
});

describe('With a confidential case', () => {
  it.each(deeds)(
    '$mutation ($what): it is not there for market parties, observers and the civil owner next door',
    async ({ state, rest, ...deed }) => {
      const allowed = deed.allowed.filter((who) => confidential.includes(who));
      const input = async () => ({ ...(await caseIn(matrix, state, 'CONFIDENTIAL')), ...rest });
      expect(await matrix.surprises({ ...deed, allowed, sees: confidential, input })).toEqual([]);
    },
  );

  it.each(['REGIONAL', 'CONFIDENTIAL', 'PUBLIC'] as const)(
    'is not there for who is excluded, were they the chair: %s',
    async (confidentiality) => {
      const all = confidentiality === 'PUBLIC' ? personas : confidentiality === 'REGIONAL' ? regional : confidential;
      const sees = all.filter((who) => who !== chair);
      const input = async () => ({
        ...(await caseIn(matrix, 'IN_PROGRESS', confidentiality, chair)),
        resolution: 'Opgelost',
      });
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
  it('only the table that received an escalation answers it, by who holds its mandate', async () => {
    const sees: readonly Persona[] = [...regional, 'deputy', 'coordinator', 'knowledge-editor'];
    const answered = (mutation: string, allowed: readonly Persona[], rest: object): Right => ({
      mutation,
      what: 'escalated',
      allowed,
      sees,
      input: async () => ({ ...(await caseIn(matrix, 'ESCALATED')), ...rest }),
    });
    expect(
      await matrix.surprises(answered('returnEscalation', ['coordinator', 'deputy'], { reason: 'Terug' })),
    ).toEqual([]);
    expect(await matrix.surprises(answered('resolveBottleneck', ['coordinator'], { resolution: 'Geregeld' }))).toEqual(
      [],
    );
  });
});

describe('With a draft', () => {
  it('everything is for who filed it', async () => {
    const mine: readonly Persona[] = [filer, owner];
    expect(
      await matrix.surprises({
        mutation: 'submitBottleneck',
        allowed: mine,
        sees: mine,
        input: () => caseIn(matrix, 'DRAFT'),
      }),
    ).toEqual([]);
    expect(
      await matrix.surprises({
        mutation: 'editBottleneck',
        what: 'draft',
        allowed: mine,
        sees: mine,
        input: async () => ({ ...(await caseIn(matrix, 'DRAFT')), title: 'Anders gezegd' }),
      }),
    ).toEqual([]);
    expect(
      await matrix.surprises({
        mutation: 'withdrawBottleneck',
        what: 'draft',
        allowed: mine,
        sees: mine,
        input: async () => ({ ...(await caseIn(matrix, 'DRAFT')), reason: 'Toch niet' }),
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
      const input = await caseIn(matrix, 'SUBMITTED');
      const client = await matrix.people.as(secretary);
      const { triageBottleneck } = await client.run(
        'mutation ($input: TriageBottleneckInput!) { triageBottleneck(input: $input) { bottleneck { version } problems { code } } }',
        {
          input: {
            ...input,
            constructionStart: '2030-03-01',
            projects: [{ projectId: projectId('D13'), homesBlocked: 40 }],
          },
        },
      );
      return { ...input, expectedVersion: triageBottleneck.bottleneck.version as number };
    };
    const undo: Right = { mutation: 'undoTransition', allowed: [secretary], sees: [], input: taken };
    const lines = await matrix.surprises(undo);
    // It is a problem of its own, with the remedy; who does not see the case gets the answer of what is not there.
    expect(lines.filter((line) => !line.includes('NOTHING_TO_UNDO'))).toEqual([]);
    expect(lines).toHaveLength(regional.length - 1);
  });
});
