import { Factories } from '@versnellingstafel/server/testing/factories';
import type { GraphAnswer } from '@versnellingstafel/server/testing/graph-client';
import type { TestApp } from '@versnellingstafel/server/testing/test-app';
import { messages } from '@versnellingstafel/shared/errors/messages';
import { DemoPeople } from './demo-people.ts';
import { mutationsOf, operationOf } from './mutation-operation.ts';
import { changedTables, rowHashes } from './row-hashes.ts';

/** Somebody from each part that there is to play, by their key in the demo region. */
export const personas = [
  'reader',
  'observer',
  'developer',
  'lead-raalte',
  'lead-hof-van-twente',
  'lead-zwartewaterland',
  'lead-deventer',
  'water-adviser',
  'civil-deventer',
  'alderman-deventer',
  'deputy',
  'chair-west',
  'secretary-west',
  'secretary-twente',
  'coordinator',
  'administrator',
  'knowledge-editor',
  'validator',
] as const;
export type Persona = (typeof personas)[number];

/** Who may do one thing with something. */
export interface Right {
  readonly mutation: string;
  /** What sets it apart from others of the same mutation. */
  readonly what?: string;
  readonly allowed: readonly Persona[];
  /** The rules that people agreed on say neither yes nor no. */
  readonly unsaid?: readonly Persona[];
  /** Who sees what it is done with: to them it is forbidden, to others it is not there. */
  readonly sees: readonly Persona[];
  /** Makes what it is done with, and gives the input. */
  input(): Promise<Record<string, unknown>>;
}

type Outcome = 'DONE' | 'FORBIDDEN' | 'NOT_FOUND' | `PROBLEM ${string}`;

function outcomeOf({ data, errors }: GraphAnswer, mutation: string): Outcome {
  const [error] = errors;
  if (error) {
    const { code, reason } = error.extensions;
    return code === 'FORBIDDEN' && Object.hasOwn(messages, String(reason))
      ? 'FORBIDDEN'
      : `PROBLEM ${String(code)} ${String(reason)}`;
  }
  const problems = data[mutation].problems as { __typename: string; code: string }[];
  if (problems.length === 0) return 'DONE';
  return problems.every((problem) => problem.__typename === 'NotFoundProblem')
    ? 'NOT_FOUND'
    : `PROBLEM ${problems.map(({ code }) => code).join()}`;
}

/** Lets everybody try, and tells where that went otherwise than agreed. */
export class RightsMatrix {
  readonly make: Factories;
  readonly people: DemoPeople;

  constructor(readonly app: TestApp) {
    this.make = new Factories(app);
    this.people = new DemoPeople(app);
  }

  /** @returns a line for each person for whom it is not as it should be; who was refused changed nothing. */
  async surprises(right: Right): Promise<string[]> {
    const name = `${right.mutation}${right.what === undefined ? '' : ` (${right.what})`}`;
    const mayNot = personas.filter((who) => !right.allowed.includes(who) && !right.unsaid?.includes(who));
    const lines: string[] = [];
    const input = await right.input();
    const before = await rowHashes(this.app);
    for (const who of mayNot) {
      const expected: Outcome = right.sees.includes(who) ? 'FORBIDDEN' : 'NOT_FOUND';
      const found = await this.#tries(who, right.mutation, input);
      if (found !== expected) lines.push(`${name} by ${who}: ${found}, not ${expected}`);
    }
    lines.push(
      ...changedTables(before, await rowHashes(this.app)).map((table) => `${name}: a refusal changed ${table}`),
    );
    for (const who of right.allowed) {
      const found = await this.#tries(who, right.mutation, await right.input());
      if (found !== 'DONE') lines.push(`${name} by ${who}: ${found}, not DONE`);
    }
    return lines;
  }

  async #tries(who: Persona, name: string, input: Record<string, unknown>): Promise<Outcome> {
    const mutation = mutationsOf(this.app.app.schema).find((each) => each.name === name);
    if (!mutation) throw new Error(`${name} is not in the schema.`);
    const client = await this.people.as(who);
    return outcomeOf(await client.answer(operationOf(mutation), { input }), name);
  }
}
