import type { Factories, Made } from './factories.ts';
import type { GraphClient } from './graph-client.ts';
import { type MadeMeeting, problemFields } from './meeting-factory.ts';
import type { TestApp } from './test-app.ts';

const reasonFields = 'kind on done late open meeting { id } person { name } legalEvent { id title }';
const subjectFields =
  '__typename ... on Bottleneck { id } ... on KnowledgeNote { id } ... on Project { id } ... on Meeting { id }';
const suggestionFields = `key title purpose minutes presenter { name } presenterText proposedDecision closedPart fits homesWaiting
  proposal { id } reasons { ${reasonFields} } subjects { ${subjectFields} }`;
const proposalFields = `id title purpose minutes motivation proposedDecision state returnReason afterDeadline proposedAt
  meeting { id } proposedBy { name } decidedBy { name } item { id title } subjects { ${subjectFields} } viewerCan { verb allowed reason }`;
const itemFields = `id position title purpose minutes presenter { name } presenterText proposedDecision closedPart annotation
  why { ${reasonFields} } continues { id title } guests { id name organisation email person { name } } subjects { ${subjectFields} }`;

/** What the page that prepares a meeting asks. */
const preparationFields = `id version unpublishedChanges plannedMinutes viewerAnswer
  suggestions { ${suggestionFields} } droppedSuggestions { ${suggestionFields} }
  proposals { ${proposalFields} } items { ${itemFields} } viewerCan { verb allowed reason }`;

/** A meeting with all that prepares it, as this person gets it; null when it is not there for them. */
export async function readPreparation(client: GraphClient, meeting: { readonly globalId: string }) {
  return (await client.run(`query ($id: ID!) { meeting(id: $id) { ${preparationFields} } }`, { id: meeting.globalId }))
    .meeting;
}

const inputs: Readonly<Record<string, string>> = {
  acceptSuggestions: 'SuggestionsInput',
  dropSuggestions: 'SuggestionsInput',
  restoreSuggestions: 'SuggestionsInput',
  withdrawProposal: 'ProposalInput',
  removeAgendaTemplate: 'AgendaTemplateInput',
  publishAgenda: 'MeetingVersionInput',
};
const payloads: Readonly<Record<string, string>> = {
  proposeAgendaItem: `proposal { ${proposalFields} } meeting { ${preparationFields} }`,
  acceptProposal: `proposal { ${proposalFields} } meeting { ${preparationFields} }`,
  returnProposal: `proposal { ${proposalFields} } meeting { ${preparationFields} }`,
  withdrawProposal: `proposal { ${proposalFields} } meeting { ${preparationFields} }`,
  saveAgendaTemplate: 'template { id name items { title } } table { agendaTemplates { name } }',
  removeAgendaTemplate: 'template { id } table { agendaTemplates { name } }',
};

function operation(mutation: string): string {
  const input = inputs[mutation] ?? `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const payload = payloads[mutation] ?? `meeting { ${preparationFields} } item { id title }`;
  return `mutation ($input: ${input}!) { ${mutation}(input: $input) { ${payload} problems { ${problemFields} } } }`;
}

/** Runs one of the mutations that prepare a meeting. */
export async function prepare(client: GraphClient, mutation: string, input: object) {
  return (await client.run(operation(mutation), { input }))[mutation];
}

/** The codes and paths with which it is refused, as a payload tells them. */
export async function problemsOf(client: GraphClient, mutation: string, input: object) {
  const { problems } = await prepare(client, mutation, input);
  return (problems as { code: string; path: string[] }[]).map(({ code, path }) => [code, path.join('.')]);
}

/** The sentence with which somebody without the right is refused. */
export async function forbiddenOf(client: GraphClient, mutation: string, input: object) {
  const { errors } = await client.answer(operation(mutation), { input });
  return errors[0] ? { code: errors[0].extensions.code, message: errors[0].message } : null;
}

let actions = 0;

/** An action of a table straight into the rows. */
export function makeAction(
  make: Factories,
  wish: {
    readonly table: Made;
    readonly owner: Made;
    readonly dueOn: string;
    readonly doneOn?: string;
    readonly closedPart?: boolean;
    readonly bottleneck?: Made;
  },
): Promise<Made> {
  const at = new Date('2026-10-01T09:00:00Z');
  return make.insert('action', {
    number: `A-2026-${String(++actions + 100)}`,
    table_id: wish.table.id,
    state: wish.doneOn === undefined ? 'OPEN' : 'DONE',
    what: 'Zoekt het uit',
    owner_id: wish.owner.id,
    due_on: wish.dueOn,
    agreed_due_on: wish.dueOn,
    done_on: wish.doneOn ?? null,
    closed_part: wish.closedPart ?? false,
    bottleneck_id: wish.bottleneck?.id ?? null,
    created_at: at,
    created_by_id: wish.owner.id,
    updated_at: at,
    updated_by_id: wish.owner.id,
  });
}

/** An item straight into the rows of a meeting. */
export async function placeOnAgenda(
  app: Pick<TestApp, 'platform'>,
  make: Factories,
  meeting: MadeMeeting,
  wish: {
    readonly title: string;
    readonly position: number;
    readonly about?: Made;
    readonly closedPart?: boolean;
    readonly finished?: boolean;
    readonly minutes?: number;
    readonly annotation?: string;
  },
): Promise<Made> {
  const item = await make.insert('agenda_item', {
    meeting_id: meeting.id,
    position: wish.position,
    title: wish.title,
    purpose: 'DECIDE',
    minutes: wish.minutes ?? 25,
    closed_part: wish.closedPart ?? false,
    annotation: wish.annotation ?? '',
  });
  const em = app.platform.database.fork();
  if (wish.about)
    await em.execute('insert into agenda_item_subject (agenda_item_id, position, bottleneck_id) values (?, 1, ?)', [
      item.id,
      wish.about.id,
    ]);
  await em.execute('insert into agenda_item_run (agenda_item_id, meeting_id, finished) values (?, ?, ?)', [
    item.id,
    meeting.id,
    wish.finished ?? false,
  ]);
  return item;
}
