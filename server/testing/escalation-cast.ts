import { expect } from 'vitest';
import { globalId } from '../src/platform/graphql/global-id.ts';
import { bottleneckCast, type Cast } from './bottleneck-cast.ts';
import type { BottleneckWish, MadeBottleneck } from './bottleneck-factory.ts';
import type { Made, MadePerson } from './factories.ts';
import { type AnswerData, type GraphAnswer, type GraphClient, graphClient } from './graph-client.ts';
import type { TestApp } from './test-app.ts';

/** Who plays in a story about escalations, beside the cast of bottlenecks. */
export type EscalationPart =
  | 'localSecretary'
  | 'localChair'
  | 'localMember'
  | 'alderman'
  | 'westSecretary'
  | 'westMandate'
  | 'deputy'
  | 'provinceSecretary'
  | 'provinceMember';

/** A local table under the west, which asks the agreement of the alderman, and people with and without a mandate. */
export interface EscalationCast extends Cast {
  readonly local: Made;
  readonly who: Readonly<Record<EscalationPart, MadePerson>>;
  of(part: EscalationPart): GraphClient;
  /** A case that the local table works on, with words that nobody else should read. */
  localCase(wish?: Partial<BottleneckWish>): Promise<MadeBottleneck>;
  /** Escalates as the local secretary; gives the escalation. */
  drafted(made: MadeBottleneck, more?: object): Promise<AnswerData>;
  /** Drafted, agreed to and sent to the west. */
  sent(made: MadeBottleneck, more?: object): Promise<AnswerData>;
}

const escalationFields = `id version state reason needsAgreement agreedAt agreedBy { name } declineReason sentAt answerBy acceptedAt endedAt
  outcome answer sharesDossier sharesFiles draftedBy { name } draftedAt memoUrl from { name } to { name } bottleneck { id state }
  memo { question situation tried consequence proposal decisionBy } viewerCan { verb allowed reason }`;
const problems = `problems { __typename code message path ... on ConflictProblem { currentVersion changedBy { name } } }`;
const caseFields = `id number version state dueOn resolution sharedInPart description triedSoFar proposedResolution heldBy { name } owner { name }
  escalations { ${escalationFields} } openEscalation { id state version }
  timeline(first: 50) { edges { node { type remark actor { name } changes { field before after } } } }`;

const inputs: Readonly<Record<string, string>> = {
  editEscalation: 'EditEscalationInput',
  agreeToEscalation: 'EscalationVersionInput',
  declineEscalation: 'EscalationReasonInput',
  sendEscalation: 'EscalationVersionInput',
  withdrawEscalation: 'EscalationReasonInput',
  acceptEscalation: 'AcceptEscalationInput',
  answerEscalation: 'AnswerEscalationInput',
  undoEscalationStep: 'EscalationVersionInput',
};

/** Takes a step on an escalation in the version that was seen; gives the whole answer. */
export function stepOn(client: GraphClient, name: string, on: AnswerData, more: object = {}): Promise<GraphAnswer> {
  const text = `mutation ($input: ${inputs[name]}!) { ${name}(input: $input) { escalation { ${escalationFields} } bottleneck { ${caseFields} } ${problems} } }`;
  return client.answer(text, { input: { escalationId: on.id, expectedVersion: on.version, ...more } });
}

/** Takes a step that succeeds; gives the escalation and the case as they are then. */
export async function takeStep(
  client: GraphClient,
  name: string,
  on: AnswerData,
  more: object = {},
): Promise<{ escalation: AnswerData; bottleneck: AnswerData }> {
  const { data, errors } = await stepOn(client, name, on, more);
  expect(errors).toEqual([]);
  expect(data[name].problems).toEqual([]);
  return data[name];
}

/** Escalates a case in the version it has now; gives the whole answer. */
export async function escalate(client: GraphClient, made: MadeBottleneck, more: object = {}): Promise<GraphAnswer> {
  const { version } = await readCase(client, made);
  const text = `mutation ($input: EscalateBottleneckInput!) { escalateBottleneck(input: $input) { bottleneck { ${caseFields} } ${problems} } }`;
  return client.answer(text, {
    input: { bottleneckId: made.globalId, expectedVersion: version ?? 1, reason: 'Dit kunnen wij hier niet', ...more },
  });
}

/** A case as somebody reads it; nothing when it is not theirs. */
export async function readCase(client: GraphClient, made: MadeBottleneck): Promise<AnswerData> {
  const { node } = await client.run(`query ($id: ID!) { node(id: $id) { ... on Bottleneck { ${caseFields} } } }`, {
    id: made.globalId,
  });
  return node ?? {};
}

/** Puts the cast on stage. */
export async function escalationCast(app: TestApp): Promise<EscalationCast> {
  const cast = await bottleneckCast(app);
  const { make, kampen, west, province, people } = cast;
  const region = await make.region('WEST_OVERIJSSEL');
  const local = await make.table({
    name: 'Kampen',
    level: 'LOCAL',
    region,
    municipality: kampen,
    parent: west,
    needsAgreement: true,
  });
  const townHall = people.filer.organisation;
  const withMandate = async (table: Made, name: string, kind: 'PROVINCE' | 'MUNICIPALITY') => {
    const person = await make.person({ name, kind });
    await make.seat(table, person, 'PARTICIPANT', true);
    return person;
  };
  const who: Record<EscalationPart, MadePerson> = {
    localSecretary: await make.member(local, 'SECRETARY', { name: 'Lena' }),
    localChair: await make.member(local, 'CHAIR', { name: 'Loek' }),
    localMember: await make.member(local, 'PARTICIPANT', { name: 'Lies' }),
    alderman: await make.person({ name: 'Wethouder', organisation: townHall, roles: ['POLITICAL_OWNER'] }),
    westSecretary: people.secretary,
    westMandate: await withMandate(west, 'Wim', 'MUNICIPALITY'),
    deputy: await withMandate(province, 'Gedeputeerde', 'PROVINCE'),
    provinceSecretary: await make.member(province, 'SECRETARY', { name: 'Paula', kind: 'PROVINCE' }),
    provinceMember: await make.member(province, 'PARTICIPANT', { name: 'Perry', kind: 'PROVINCE' }),
  };
  const clients = new Map<EscalationPart, GraphClient>();
  for (const [part, person] of Object.entries(who)) clients.set(part as EscalationPart, await graphClient(app, person));
  const of = (part: EscalationPart): GraphClient => {
    const client = clients.get(part);
    if (!client) throw new Error(`Nobody plays ${part}.`);
    return client;
  };
  const drafted = async (made: MadeBottleneck, more: object = {}) => {
    const { data, errors } = await escalate(of('localSecretary'), made, more);
    expect([errors, data?.escalateBottleneck.problems]).toEqual([[], []]);
    return data.escalateBottleneck.bottleneck.escalations.at(-1);
  };
  return {
    ...cast,
    local,
    who,
    of,
    drafted,
    async localCase(wish = {}) {
      const made = await cast.bottleneck({ table: local, state: 'IN_PROGRESS', ...wish });
      await app.database.fork().execute(
        `update bottleneck set description = 'Het geheime dossier', tried_so_far = 'Geheim geprobeerd', proposed_resolution = 'Geheim voorstel'
         where id = ?`,
        [made.id],
      );
      return made;
    },
    async sent(made, more = {}) {
      const draft = await drafted(made, more);
      const { escalation: agreed } = await takeStep(of('alderman'), 'agreeToEscalation', draft);
      return (await takeStep(of('localSecretary'), 'sendEscalation', agreed)).escalation;
    },
  };
}

/** The id of an escalation that is not there. */
export const noEscalation = (): string => globalId('Escalation', crypto.randomUUID());
