import type { GraphClient } from '@versnellingstafel/server/testing/graph-client';
import { type TestApp, testApp } from '@versnellingstafel/server/testing/test-app';
import { DemoPeople, personId, projectId, tableId } from './demo-people.ts';
import { demoNow } from './mutation-cases.ts';

/** The demo region, with its people. */
export interface World {
  readonly app: TestApp;
  readonly people: DemoPeople;
}

/** Ids, as clients name them, of what is hidden in a world. */
export interface HiddenThings {
  readonly ids: readonly string[];
  readonly numbers: readonly string[];
  readonly slugs: readonly string[];
}

/** Words that stand in what is hidden and nowhere else, and others that stand elsewhere too. */
export const secretWords = ['zwanezangkwestie', 'boterhamgrond', 'Kwakkelstein'];
const secretText = `De ${secretWords.join(', de ')} en de stikstofdepositie van Natura 2000 houden het stroomnet, de grondprijs en de bouw van Leikade tegen.`;

export async function openWorld(): Promise<World> {
  const app = await testApp({ demoRegion: true, now: demoNow });
  return { app, people: new DemoPeople(app) };
}

/** Runs a mutation that must succeed, and gives its payload. */
async function does(client: GraphClient, mutation: string, type: string, shown: string, input: object) {
  const text = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${shown} problems { code message path } } }`;
  const payload = (await client.run(text, { input }))[mutation];
  if (payload.problems.length > 0) throw new Error(`${mutation}: ${JSON.stringify(payload.problems)}`);
  return payload;
}

const facts = 'bottleneck { id number version }';
const inRow = async (steps: readonly (() => Promise<unknown>)[]) => {
  for (const step of steps) await step();
};

/** A case on its whole way, with all that hangs on a case. */
async function hideCase(
  { people, app }: World,
  of: {
    by: string;
    lead: string;
    secretary: string;
    table: string;
    project: string;
    confidentiality: string;
    /** Who agrees that the case is escalated. */
    political: string;
    excluded?: readonly string[];
    ends?: boolean;
  },
): Promise<{ id: string; number: string }> {
  const filer = await people.as(of.by);
  const secretary = await people.as(of.secretary);
  const [note] = await app.database
    .fork()
    .execute<{ id: string }[]>(`select id from knowledge_note where title like 'Gemeentegrond%'`);
  const [other] = await app.database
    .fork()
    .execute<{ id: string }[]>(`select id from knowledge_note where title like 'Flexpool%'`);
  const logged = await does(filer, 'logBottleneck', 'LogBottleneckInput', facts, {
    title: `Grondeigenaar en ${secretWords[0] ?? ''} bij netcongestie`,
    description: secretText,
    ask: secretText,
    themeCodes: ['STIKSTOF', 'GROND'],
    confidentiality: of.confidentiality,
    tableId: tableId(of.table),
    projects: [{ projectId: projectId(of.project), homesBlocked: 777 }],
    noteIds: [`KnowledgeNote_${note?.id ?? ''}`],
    dueOn: '2026-11-26',
  });
  const { id, number } = logged.bottleneck as { id: string; number: string };
  let version = 1;
  const step = (client: GraphClient, mutation: string, type: string, rest: object) => async () => {
    const { bottleneck } = await does(client, mutation, type, facts, {
      bottleneckId: id,
      expectedVersion: version,
      ...rest,
    });
    // A step can take the case out of sight of who took it.
    version = bottleneck?.version ?? version + 1;
  };
  await inRow([
    step(secretary, 'triageBottleneck', 'TriageBottleneckInput', {
      remark: secretText,
      constructionStart: '2030-03-01',
    }),
    () =>
      does(filer, 'askCoSigner', 'AskCoSignerInput', facts, {
        bottleneckId: id,
        externalName: secretWords[2],
        externalOrganisation: `Stichting ${secretWords[0] ?? ''}`,
      }),
    step(secretary, 'assignBottleneck', 'AssignBottleneckInput', {
      leadId: personId(of.lead),
      politicalOwnerId: personId(of.political),
      nextStep: `Bellen over ${secretWords[1] ?? ''}`,
    }),
    step(secretary, 'setConfidentiality', 'ConfidentialityInput', {
      confidentiality: of.confidentiality,
      ...(of.excluded !== undefined && { excludeIds: of.excluded.map(personId) }),
    }),
    () =>
      does(secretary, 'addComment', 'AddCommentInput', 'comment { id }', {
        bottleneckId: id,
        text: secretText,
        mentionIds: [personId(of.by)],
      }),
    () =>
      does(filer, 'addAttachment', 'AddAttachmentInput', 'attachment { id }', {
        bottleneckId: id,
        title: secretText.slice(0, 120),
        url: 'https://example.org/kaart',
      }),
    step(filer, 'editBottleneck', 'EditBottleneckInput', { triedSoFar: secretText, proposedResolution: secretText }),
    step(secretary, 'scheduleBottleneck', 'ScheduleBottleneckInput', { ask: secretText }),
    () =>
      does(filer, 'applyNote', 'ApplyNoteInput', 'application { id }', {
        bottleneckId: id,
        noteId: `KnowledgeNote_${other?.id ?? ''}`,
        result: 'FAILED',
        conditions: secretText,
      }),
  ]);
  if (of.ends === true) {
    await inRow([
      step(secretary, 'startBottleneck', 'BottleneckVersionInput', {}),
      async () => {
        const shown = 'bottleneck { version openEscalation { id version } }';
        const input = { bottleneckId: id, expectedVersion: version, reason: secretText };
        const { bottleneck } = await does(secretary, 'escalateBottleneck', 'EscalateBottleneckInput', shown, input);
        const { id: escalationId, version: expectedVersion } = bottleneck.openEscalation;
        const agreed = await does(
          await people.as(of.political),
          'agreeToEscalation',
          'EscalationVersionInput',
          'escalation { version }',
          { escalationId, expectedVersion },
        );
        const sent = { escalationId, expectedVersion: agreed.escalation.version };
        const gone = await does(secretary, 'sendEscalation', 'EscalationVersionInput', shown, sent);
        version = gone.bottleneck?.version ?? version + 1;
      },
      step(await people.as('coordinator'), 'returnEscalation', 'ReasonInput', { reason: secretText }),
      step(secretary, 'resolveBottleneck', 'ResolveBottleneckInput', {
        resolution: secretText,
        newNote: {
          title: `Notitie over de ${secretWords[0] ?? ''}`,
          summary: secretText,
          themeCodes: ['STIKSTOF'],
          tags: [secretWords[1] ?? ''],
          legalReferences: ['ECLI:NL:RVS:2024:4923'],
        },
      }),
    ]);
  }
  return { id, number };
}

/** Lets people do in a world what the people of `region` may not see, and nothing else: cases, notes, and work on an agenda that is not published. */
export async function hideThings(world: World, from: 'West' | 'Twente'): Promise<HiddenThings> {
  const { people, app } = world;
  const other =
    from === 'West'
      ? {
          by: 'lead-almelo',
          lead: 'lead-borne',
          secretary: 'secretary-twente',
          table: 'twente',
          project: 'D05',
          political: 'alderman-oldenzaal',
        }
      : {
          by: 'lead-kampen',
          lead: 'water-adviser',
          secretary: 'secretary-west',
          table: 'west',
          project: 'D06',
          political: 'alderman-steenwijkerland',
        };
  const staphorst = {
    by: 'lead-staphorst',
    lead: 'lead-raalte',
    secretary: 'secretary-west',
    table: 'west',
    project: 'D02',
    political: 'alderman-steenwijkerland',
  };
  const cases = [
    await hideCase(world, { ...staphorst, confidentiality: 'CONFIDENTIAL', excluded: ['lead-kampen', 'lead-raalte'] }),
    await hideCase(world, {
      ...staphorst,
      confidentiality: 'CONFIDENTIAL',
      excluded: ['lead-kampen', 'lead-raalte'],
      ends: true,
    }),
    await hideCase(world, { ...other, confidentiality: 'REGIONAL' }),
    await hideCase(world, { ...other, confidentiality: 'REGIONAL', ends: true }),
  ];
  const drafter = await people.as(other.by);
  const draft = await does(drafter, 'logBottleneck', 'LogBottleneckInput', facts, {
    title: `Concept over ${secretWords[2] ?? ''}`,
    draft: true,
    themeCodes: ['STIKSTOF'],
    projects: [{ projectId: projectId(other.project), homesBlocked: 99 }],
  });
  const note = await does(drafter, 'writeNote', 'WriteNoteInput', 'note { id slug }', {
    title: `Laddertoets en ${secretWords[0] ?? ''}`,
    summary: secretText,
    themeCodes: ['LADDERTOETS'],
    tags: ['stikstof'],
    confidentiality: 'CONFIDENTIAL',
  });
  await app.platform.streams.drain();
  const em = app.database.fork();
  const ids = [...cases.map(({ id }) => id), draft.bottleneck.id as string];
  const bare = ids.map((id) => `'${id.replace('Bottleneck_', '')}'`).join();
  const below = await em.execute<
    { id: string }[]
  >(`select 'Application_' || id as id from application where bottleneck_id in (${bare})
    union all select 'Comment_' || id from comment where subject_id in (${bare})
    union all select 'Attachment_' || id from attachment where subject_id in (${bare})
    union all select 'AgendaItem_' || agenda_item_id from agenda_item_subject where bottleneck_id in (${bare})
    union all select 'Event_' || e.id from event e join event_subject s on s.position = e.position where s.id in (${bare})
    union all select 'KnowledgeNote_' || id from knowledge_note where confidentiality <> 'PUBLIC'`);
  const slugs = await em.execute<{ slug: string }[]>(
    `select slug from knowledge_note where confidentiality <> 'PUBLIC'`,
  );
  return {
    ids: [...ids, note.note.id as string, ...below.map(({ id }) => id)],
    numbers: [...cases.map(({ number }) => number), draft.bottleneck.number as string],
    slugs: slugs.map(({ slug }) => slug),
  };
}
