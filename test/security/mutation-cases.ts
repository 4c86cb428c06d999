import type { TestApp } from '@versnellingstafel/server/testing/test-app';
import { personId, projectId, tableId } from './demo-people.ts';
import { actionCases } from './action-cases.ts';
import { discussionCases } from './discussion-cases.ts';
import { escalationCases } from './escalation-cases.ts';
import { importCases } from './import-cases.ts';
import { intakeCases } from './intake-cases.ts';
import { legalEventCases } from './legal-event-cases.ts';
import { minutesCases } from './minutes-cases.ts';
import type { MutationCase } from './mutation-case.ts';
import { paperCases } from './paper-cases.ts';
import { patternCases } from './pattern-cases.ts';
import { preparationCases } from './preparation-cases.ts';
import { runCases } from './run-cases.ts';
import { searchCases } from './search-cases.ts';
import { seriesCases } from './series-cases.ts';
import { workListCases } from './work-list-cases.ts';

/** The moment at which these cases hold: the Wednesday after the data was written down. */
export const demoNow = new Date('2026-11-25T09:00:00Z');

const later = '2027-03-01';
const text = (what: string) => `${what}, in een paar woorden`;
const fullNote = {
  title: 'Een notitie die bij het oplossen is geschreven',
  summary: text('Samengevat'),
  body: text('Uitgelegd'),
  applies: text('Wanneer wel'),
  appliesNot: text('Wanneer niet'),
  steps: text('Eerst dit'),
  caveat: text('Let op'),
  themeCodes: ['STIKSTOF'],
  tags: ['depositie'],
  legalReferences: ['Ow art. 5.1'],
  validAsOf: '2026-11-20',
  reviewBy: later,
  confidentiality: 'PUBLIC',
};
const impacts = [{ projectId: projectId('D13'), homesBlocked: 85 }];
const fullCase = {
  title: 'Een knelpunt met alles erop en eraan',
  description: text('Wat er speelt'),
  triedSoFar: text('Geprobeerd'),
  ask: text('Gevraagd'),
  decisionBy: later,
  constructionStart: later,
  solvableAt: 'REGIONAL',
  themeCodes: ['STIKSTOF'],
  projects: impacts,
};

/**
 * At least one case for every mutation, with every field filled in. They can be done one after the other, in this order. What some of
 * them need beside the demo region is made here, before anybody looks at what changes.
 */
export async function mutationCases({ database, platform }: TestApp): Promise<readonly MutationCase[]> {
  async function one<T>(sql: string, params: unknown[]): Promise<T> {
    const [row] = await database.fork().execute<T[]>(sql, params);
    if (!row) throw new Error(`The demo region has no row for ${sql} (${params.join(', ')}).`);
    return row;
  }
  const bottleneck = async (number: string) => {
    const row = await one<{ id: string; version: number }>('select id, version from bottleneck where number = ?', [
      number,
    ]);
    return { bottleneckId: `Bottleneck_${row.id}`, expectedVersion: row.version };
  };
  const note = async (title: string) => {
    const row = await one<{ id: string; version: number }>(
      'select id, version from knowledge_note where title like ?',
      [`${title}%`],
    );
    return { noteId: `KnowledgeNote_${row.id}`, expectedVersion: row.version };
  };
  const noteId = async (title: string) => (await note(title)).noteId;
  const meeting = async (table: string) => {
    const sql =
      'select m.id, m.version from meeting m join acceleration_table t on t.id = m.table_id where t.slug = ? and m.starts_at > ? order by m.starts_at limit 1';
    const row = await one<{ id: string; version: number }>(sql, [table, demoNow]);
    return { meetingId: `Meeting_${row.id}`, expectedVersion: row.version };
  };
  const item = async (title: string) => {
    const sql =
      'select i.id, m.version from agenda_item i join meeting m on m.id = i.meeting_id where i.title like ? and m.starts_at > ? order by m.starts_at limit 1';
    const row = await one<{ id: string; version: number }>(sql, [`${title}%`, demoNow]);
    return { itemId: `AgendaItem_${row.id}`, expectedVersion: row.version };
  };
  const input = (fields: object, more: object = {}) => ({
    input: { ...fields, ...more },
    idempotencyKey: crypto.randomUUID(),
  });
  const onCase = (mutation: string, number: string, by: string, more: object = {}, variant?: string): MutationCase => ({
    mutation,
    by,
    ...(variant !== undefined && { variant }),
    variables: async () => input(await bottleneck(number), more),
  });
  const plain = (mutation: string, by: string, variables: () => Promise<Record<string, unknown>>): MutationCase => ({
    mutation,
    by,
    variables,
  });

  return [
    plain('signInAsPersona', 'reader', () => Promise.resolve({ personaId: personId('reader') })),
    plain('setLocale', 'policy-raalte', () => Promise.resolve({ locale: 'NL' })),
    plain('markVisit', 'policy-raalte', () => Promise.resolve({})),
    plain('markInboxRead', 'lead-kampen', async () => {
      const row = await one<{ id: string }>(
        `select i.id from inbox_item i join person p on p.id = i.person_id where p.name = 'Projectleider Kampen' order by i.happened_at limit 1`,
        [],
      );
      return { upTo: `InboxItem_${row.id}` };
    }),
    plain('addMember', 'secretary-west', () =>
      Promise.resolve(
        input({ tableId: tableId('west'), personId: personId('reader'), role: 'PARTICIPANT', mandate: false }),
      ),
    ),
    plain('removeMember', 'secretary-west', () =>
      Promise.resolve(input({ tableId: tableId('west'), personId: personId('reader') })),
    ),
    plain('logBottleneck', 'lead-zwartewaterland', async () =>
      input(fullCase, {
        draft: false,
        confidentiality: 'REGIONAL',
        dueOn: later,
        tableId: tableId('west'),
        noteIds: [await noteId('Laddertoets')],
      }),
    ),
    onCase('editBottleneck', 'KP-2026-013', 'lead-zwartewaterland', {
      ...fullCase,
      proposedResolution: text('Voorstel'),
    }),
    onCase('assignBottleneck', 'KP-2026-013', 'secretary-west', {
      ownerId: personId('lead-zwartewaterland'),
      leadId: personId('water-adviser'),
      civilOwnerId: personId('civil-deventer'),
      politicalOwnerId: personId('alderman-deventer'),
      dueOn: later,
      nextStep: text('Eerst bellen'),
    }),
    onCase('submitBottleneck', 'KP-2026-026', 'lead-zwartewaterland'),
    onCase('triageBottleneck', 'KP-2026-025', 'secretary-twente', {
      remark: text('Compleet'),
      solvableAt: 'REGIONAL',
      constructionStart: later,
      projects: [{ projectId: projectId('D25'), homesBlocked: 60 }],
    }),
    plain('scheduleBottleneck', 'secretary-twente', async () =>
      input(await bottleneck('KP-2026-021'), {
        meetingId: (await meeting('twente')).meetingId,
        minutes: 20,
        purpose: 'DECIDE',
        ask: text('Gevraagd'),
      }),
    ),
    onCase('startBottleneck', 'KP-2026-015', 'secretary-twente'),
    onCase('holdBottleneck', 'KP-2026-006', 'secretary-west', { reason: text('Wacht'), returnOn: later }),
    onCase('resumeBottleneck', 'KP-2026-019', 'secretary-twente'),
    onCase('escalateBottleneck', 'KP-2026-016', 'secretary-twente', {
      reason: text('Hoger'),
      memo: {
        question: text('Gevraagd'),
        situation: text('Wat er speelt'),
        tried: text('Geprobeerd'),
        consequence: text('Zonder besluit'),
        proposal: text('Voorstel'),
        decisionBy: later,
      },
      sharesDossier: false,
      sharesFiles: false,
    }),
    onCase('returnEscalation', 'KP-2026-002', 'coordinator', { reason: text('Terug') }),
    onCase('resolveBottleneck', 'KP-2026-029', 'secretary-west', {
      resolution: text('Opgelost'),
      newNote: fullNote,
      openToAll: true,
    }),
    plain('resolveBottleneck', 'secretary-twente', async () =>
      input(await bottleneck('KP-2026-023'), {
        resolution: text('Opgelost'),
        noteId: await noteId('Laddertoets'),
        lesson: text('Wat de volgende helpt'),
        openToAll: false,
      }),
    ),
    plain('draftNoteFromBottleneck', 'secretary-west', async () =>
      input({ bottleneckId: (await bottleneck('KP-2026-029')).bottleneckId, lesson: text('Wat de volgende helpt') }),
    ),
    onCase('referBottleneck', 'KP-2026-019', 'secretary-twente', {
      referredTo: 'Het ministerie',
      reason: text('Wet'),
      feedbackBy: later,
    }),
    onCase('recordReferralFeedback', 'KP-2026-019', 'secretary-twente', { feedback: text('Geregeld'), solved: true }),
    onCase('withdrawBottleneck', 'KP-2026-012', 'lead-staphorst', { reason: text('Niet meer nodig') }),
    onCase('reopenBottleneck', 'KP-2026-001', 'secretary-west', { reason: text('Toch niet') }),
    onCase('undoTransition', 'KP-2025-034', 'secretary-west'),
    onCase('setConfidentiality', 'KP-2026-010', 'secretary-west', {
      confidentiality: 'PUBLIC',
      shareWithIds: [personId('reader')],
      excludeIds: [personId('developer')],
    }),
    plain('writeNote', 'policy-ommen', () => Promise.resolve(input(fullNote))),
    plain('restoreNoteVersion', 'knowledge-editor', async () => {
      const seen = await note('Flexpool');
      const { version } = await one<{ version: number }>(
        'select min(version) as version from note_version where note_id = ?::uuid',
        [seen.noteId.slice('KnowledgeNote_'.length)],
      );
      return input({ ...seen, version });
    }),
    plain('editNote', 'knowledge-editor', async () => input(await note('Parallel plannen'), fullNote)),
    plain('validateNote', 'validator', async () =>
      input(await note('Vertrouwelijk delen'), { validAsOf: '2026-11-20', reviewBy: later }),
    ),
    plain('archiveNote', 'knowledge-editor', async () =>
      input(await note('Bouwvrijstelling'), { supersededBy: await noteId('Flexpool') }),
    ),
    plain('applyNote', 'lead-zwartewaterland', async () =>
      input({
        noteId: await noteId('Flexpool'),
        bottleneckId: (await bottleneck('KP-2026-013')).bottleneckId,
        result: 'PARTLY',
        conditions: text('Mits'),
      }),
    ),
    plain('removeApplication', 'lead-kampen', async () => {
      const row = await one<{ id: string }>(
        'select a.id from application a join bottleneck b on b.id = a.bottleneck_id where b.number = ?',
        ['KP-2026-006'],
      );
      return input({ applicationId: `Application_${row.id}` });
    }),
    plain('planMeeting', 'secretary-west', () =>
      Promise.resolve(
        input({
          tableId: tableId('west'),
          startsAt: '2027-02-18T12:30:00Z',
          endsAt: '2027-02-18T15:00:00Z',
          location: 'Stadhuis',
        }),
      ),
    ),
    plain('publishAgenda', 'secretary-twente', async () =>
      input(await meeting('twente'), { message: text('Lees vooraf') }),
    ),
    plain('addAgendaItem', 'secretary-west', async () =>
      input(await meeting('west-overijssel'), {
        title: 'Een punt erbij',
        purpose: 'INFORM',
        minutes: 10,
        presenterId: personId('lead-raalte'),
        presenterText: 'Projectleider Raalte',
        proposedDecision: text('Stem in'),
        bottleneckIds: [(await bottleneck('KP-2026-011')).bottleneckId],
        noteIds: [await noteId('Flexpool')],
        closedPart: false,
        position: 2,
      }),
    ),
    plain('editAgendaItem', 'secretary-west', async () =>
      input(await item('Verslag en afspraken'), {
        title: 'Verslag',
        purpose: 'DECIDE',
        minutes: 12,
        presenterId: personId('chair-west'),
        presenterText: 'Voorzitter',
        proposedDecision: text('Vaststellen'),
        closedPart: false,
      }),
    ),
    plain('moveAgendaItem', 'secretary-west', async () => input(await item('Kennisdeling'), { position: 2 })),
    plain('recordOutcome', 'secretary-west', async () =>
      input(await item('Kennisdeling'), { outcome: text('Afgesproken') }),
    ),
    ...preparationCases(one),
    ...paperCases({ one, meeting, item, input }),
    plain('removeAgendaItem', 'secretary-west', async () => input(await item('Kennisdeling'))),
    ...seriesCases(one),
    ...intakeCases(one),
    ...escalationCases(one),
    ...(await importCases(one)),
    ...patternCases(one),
    ...workListCases(one),
    ...discussionCases(one, async () => (await bottleneck('KP-2026-013')).bottleneckId),
    ...legalEventCases(one),
    ...searchCases(one),
    ...actionCases(one),
    ...runCases(one, platform),
    ...minutesCases(one),
    plain('signOut', 'policy-raalte', () => Promise.resolve({})),
  ];
}
