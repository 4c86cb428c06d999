import { globalId } from '../src/platform/graphql/global-id.ts';
import type { Factories, Made } from './factories.ts';
import type { GraphClient } from './graph-client.ts';
import { type MadeMeeting, makeMeeting, problemFields } from './meeting-factory.ts';
import type { TestApp } from './test-app.ts';

export interface MadeItem extends Made {
  readonly globalId: string;
}

export interface ItemWish {
  readonly title: string;
  readonly purpose?: 'INFORM' | 'DISCUSS' | 'DECIDE';
  readonly closedPart?: boolean;
  readonly proposedDecision?: string;
  readonly bottlenecks?: readonly Made[];
  /** What became of it; left out: the table did not come to it. */
  readonly went?: 'FINISHED' | 'LEFT' | 'CURRENT';
  readonly spentMinutes?: number;
  readonly why?: string;
}

export interface OutcomeWish {
  readonly kind?: 'DECISION' | 'AMENDED_DECISION' | 'INFORMED' | 'ACTION' | 'BOTTLENECK' | 'NOTE';
  readonly number?: string;
  readonly text?: string;
  readonly by: Made;
  readonly action?: { readonly number: string; readonly what: string; readonly owner: Made; readonly dueOn: string };
  readonly closedPart?: boolean;
}

const minute = 60_000;

/** A meeting that is going on, with the items in their order, published as they are. */
export async function makeRunningMeeting(
  app: TestApp,
  make: Factories,
  wish: { readonly table: Made; readonly by: Made; readonly items: readonly ItemWish[]; readonly startsAt?: Date },
): Promise<{ meeting: MadeMeeting; items: MadeItem[] }> {
  const now = app.platform.now();
  const startsAt = wish.startsAt ?? now;
  const meeting = await makeMeeting(app, make, { table: wish.table, by: wish.by, startsAt, state: 'IN_SESSION' });
  const items: MadeItem[] = [];
  for (const item of wish.items) items.push(await makeItem(app, make, meeting, items.length + 1, item));
  const em = app.platform.database.fork();
  const current = wish.items.findIndex(({ went }) => went === 'CURRENT');
  await em.execute(
    `insert into meeting_run (meeting_id, started_at, started_by_id, lead_id, current_item_id, running_since) values (?, ?, ?, ?, ?, ?)`,
    [meeting.id, startsAt, wish.by.id, wish.by.id, items[current]?.id ?? null, current < 0 ? null : startsAt],
  );
  for (const [index, { went, spentMinutes }] of wish.items.entries()) {
    if (went === undefined) continue;
    await em.execute(
      `insert into agenda_item_run (agenda_item_id, meeting_id, started_at, spent_ms, finished) values (?, ?, ?, ?, ?)`,
      [items[index]?.id, meeting.id, startsAt, (spentMinutes ?? 0) * minute, went === 'FINISHED'],
    );
  }
  await em.execute(
    `update meeting set published_agenda = (select jsonb_agg(jsonb_build_object('id', i.id, 'position', i.position, 'title', i.title, 'purpose', i.purpose,
       'minutes', i.minutes, 'presenterId', null, 'presenterText', null, 'proposedDecision', i.proposed_decision, 'closedPart', i.closed_part,
       'subjects', (select coalesce(jsonb_agg(jsonb_build_object('kind', 'bottleneck', 'id', s.bottleneck_id) order by s.position), '[]')
         from agenda_item_subject s where s.agenda_item_id = i.id)) order by i.position) from agenda_item i where i.meeting_id = meeting.id)
     where id = ?`,
    [meeting.id],
  );
  return { meeting, items };
}

/** An item straight into the rows. */
export async function makeItem(
  app: TestApp,
  make: Factories,
  meeting: Made,
  position: number,
  wish: ItemWish,
): Promise<MadeItem> {
  const item = await make.insert('agenda_item', {
    meeting_id: meeting.id,
    position,
    title: wish.title,
    purpose: wish.purpose ?? 'DISCUSS',
    minutes: 15,
    proposed_decision: wish.proposedDecision ?? '',
    closed_part: wish.closedPart ?? false,
    why: wish.why === undefined ? null : JSON.stringify([{ kind: wish.why }]),
  });
  for (const [index, bottleneck] of (wish.bottlenecks ?? []).entries())
    await app.platform.database
      .fork()
      .execute('insert into agenda_item_subject (agenda_item_id, position, bottleneck_id) values (?, ?, ?)', [
        item.id,
        index + 1,
        bottleneck.id,
      ]);
  return { ...item, globalId: globalId('AgendaItem', item.id) };
}

/** Something that came of an item, straight into the rows. */
export async function makeOutcome(
  app: TestApp,
  make: Factories,
  meeting: Made & { readonly tableId: string },
  item: Made,
  wish: OutcomeWish,
): Promise<Made> {
  const now = app.platform.now();
  const by = wish.by.id;
  const action =
    wish.action &&
    (await make.insert('action', {
      number: wish.action.number,
      table_id: meeting.tableId,
      meeting_id: meeting.id,
      agenda_item_id: item.id,
      closed_part: wish.closedPart ?? false,
      state: 'OPEN',
      what: wish.action.what,
      owner_id: wish.action.owner.id,
      due_on: wish.action.dueOn,
      agreed_due_on: wish.action.dueOn,
      created_at: now,
      created_by_id: by,
      updated_at: now,
      updated_by_id: by,
    }));
  return make.insert('agenda_outcome', {
    meeting_id: meeting.id,
    agenda_item_id: item.id,
    kind: wish.kind ?? 'DECISION',
    number: wish.number ?? null,
    text: wish.text ?? '',
    action_id: action?.id ?? null,
    closed_part: wish.closedPart ?? false,
    recorded_at: now,
    recorded_by_id: by,
  });
}

const minutesFields = `id version state reviewBy hash adoptedAt publishedAt drawnUpAt adoptedBy { name } adoptedIn { id } meeting { id state }
  viewerCan { verb allowed reason }
  sections { position title purpose closedPart masked startedAt spentSeconds carriedOverTo { id } item { id } text { kind text level } outcomes { kind text action { what } } }
  decisions { number text } actions { what owner { name } }
  remarks { id text taken answer author { name } settledBy { name } item { id } }
  addenda { id state origin text number answer author { name } decidedBy { name } item { id } }`;

/** The minutes of a meeting as this person gets them; null when they are not there for them. */
export async function readMinutes(client: GraphClient, meeting: MadeMeeting) {
  const { meeting: found } = await client.run(
    `query ($id: ID!) { meeting(id: $id) { minutes { ${minutesFields} } } }`,
    {
      id: meeting.globalId,
    },
  );
  return found?.minutes ?? null;
}

const inputTypes: Readonly<Record<string, string>> = {
  closeMeeting: 'MeetingInput',
  sendMinutesForReview: 'MinutesVersionInput',
  publishMinutes: 'MinutesVersionInput',
  addAddendum: 'AddendumInput',
};

/** Runs one of the mutations on minutes and gives the whole answer. */
async function answerMinutes(client: GraphClient, mutation: string, input: object) {
  const type = inputTypes[mutation] ?? `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  return client.answer(
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { minutes { ${minutesFields} } meeting { id state } problems { ${problemFields} } } }`,
    { input },
  );
}

/** Carries one of the mutations on minutes out. @throws Error when it was refused. */
export async function changeMinutes(client: GraphClient, mutation: string, input: object) {
  const { data, errors } = await answerMinutes(client, mutation, input);
  const problems = data?.[mutation]?.problems ?? [];
  if (errors.length > 0 || problems.length > 0) throw new Error(JSON.stringify(errors.length > 0 ? errors : problems));
  return data[mutation].minutes;
}

/** Why a mutation on minutes was refused: the code of the problem, or of the error with the sentence. */
export async function refusedMinutes(client: GraphClient, mutation: string, input: object) {
  const { data, errors } = await answerMinutes(client, mutation, input);
  if (errors[0]) return { error: errors[0].extensions.code, message: errors[0].message };
  const [problem] = data[mutation].problems;
  return problem
    ? { code: problem.code, path: problem.path, ...(problem.current && { current: problem.current }) }
    : null;
}
