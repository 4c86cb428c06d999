import type { BottleneckState } from '@versnellingstafel/shared/bottlenecks/states';
import type { BottleneckVerb } from '@versnellingstafel/shared/bottlenecks/transitions';
import type { Cast, Part } from './bottleneck-cast.ts';
import type { BottleneckWish, MadeBottleneck } from './bottleneck-factory.ts';
import type { GraphAnswer } from './graph-client.ts';

const problems = `problems { __typename code message path
  ... on ConflictProblem { currentVersion changedBy { name } current { id } }
  ... on InvalidTransitionProblem { from allowed } }`;
const shown = `bottleneck { id version state dueOn returnOn holdReason referredTo resolution resolvedOn solvableAt confidentiality homesBlocked constructionStart
  heldBy { name } owner { name } escalations { from { name } to { name } reason endedAt outcome } projects { homesBlocked }
  timeline(first: 3) { edges { node { type actor { name } remark changes { field before after } } } } }`;
const mutation = (name: string, input: string) =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { ${shown} ${problems} } }`;

/** Each step as a client takes it, but for SCHEDULE, which belongs to the room of meetings. */
export const steps: Readonly<
  Record<Exclude<BottleneckVerb, 'SCHEDULE'>, { query: string; name: string; rest: object }>
> = {
  SUBMIT: { name: 'submitBottleneck', query: mutation('submitBottleneck', 'BottleneckVersionInput'), rest: {} },
  TRIAGE: { name: 'triageBottleneck', query: mutation('triageBottleneck', 'TriageBottleneckInput'), rest: {} },
  START: { name: 'startBottleneck', query: mutation('startBottleneck', 'BottleneckVersionInput'), rest: {} },
  HOLD: {
    name: 'holdBottleneck',
    query: mutation('holdBottleneck', 'HoldBottleneckInput'),
    rest: { reason: 'Wacht op Enexis', returnOn: '2027-01-14' },
  },
  RESUME: { name: 'resumeBottleneck', query: mutation('resumeBottleneck', 'BottleneckVersionInput'), rest: {} },
  ESCALATE: {
    name: 'escalateBottleneck',
    query: mutation('escalateBottleneck', 'EscalateBottleneckInput'),
    rest: { reason: 'De provincie verdeelt de ruimte' },
  },
  RETURN_ESCALATION: {
    name: 'returnEscalation',
    query: mutation('returnEscalation', 'ReasonInput'),
    rest: { reason: 'Eerst zelf proberen' },
  },
  RESOLVE: {
    name: 'resolveBottleneck',
    query: mutation('resolveBottleneck', 'ResolveBottleneckInput'),
    rest: { resolution: 'Een tussenstation' },
  },
  REFER: {
    name: 'referBottleneck',
    query: mutation('referBottleneck', 'ReferBottleneckInput'),
    rest: { referredTo: 'Ministerie', reason: 'Wet', feedbackBy: '2027-02-01' },
  },
  WITHDRAW: {
    name: 'withdrawBottleneck',
    query: mutation('withdrawBottleneck', 'ReasonInput'),
    rest: { reason: 'Opgelost zonder tafel' },
  },
  REOPEN: {
    name: 'reopenBottleneck',
    query: mutation('reopenBottleneck', 'ReasonInput'),
    rest: { reason: 'Het station werkt niet' },
  },
};
export type Step = keyof typeof steps;
export const stepNames = Object.keys(steps) as Step[];

/** Takes steps on cases of a cast. */
export class StepTaker {
  constructor(private readonly cast: Cast) {}

  /** A case in a state, as it lies there; an escalated one is held by the table above. */
  async inState(state: BottleneckState, wish: Partial<BottleneckWish> = {}): Promise<MadeBottleneck> {
    const { cast } = this;
    const themes = [cast.theme('NETCONGESTIE')];
    const made = await cast.bottleneck({
      state,
      themes,
      ...wish,
      ...(state === 'ESCALATED' && { table: cast.province }),
    });
    if (state === 'ESCALATED') {
      const tables = { from_table_id: cast.west.id, to_table_id: cast.province.id };
      await cast.make.insert('escalation', { bottleneck_id: made.id, ...tables, reason: 'r', sent_at: new Date() });
    }
    return made;
  }

  /** Takes a step against version 1 unless the input says otherwise; gives the whole answer. */
  take(step: Step, on: MadeBottleneck, part: Part, input: object = {}): Promise<GraphAnswer> {
    const { query, rest } = steps[step];
    return this.cast
      .as(part)
      .answer(query, { input: { bottleneckId: on.globalId, expectedVersion: 1, ...rest, ...input } });
  }

  /** Takes a step and gives its payload. @throws Error when it was forbidden. */
  async outcome(step: Step, on: MadeBottleneck, part: Part, input: object = {}): Promise<GraphAnswer['data']> {
    const answer = await this.take(step, on, part, input);
    if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors));
    return answer.data[steps[step].name];
  }
}
