import {
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  NoSchemaIntrospectionCustomRule,
  createSourceEventStream,
  execute,
  getOperationAST,
  specifiedRules,
  validate,
} from 'graphql';
import { Unauthenticated } from '../commands/breach.ts';
import { StreamRefused } from '../streams/stream-refused.ts';
import { checkVariables } from '../graphql/input-sanity.ts';
import { checkCost } from '../graphql/operation-cost.ts';
import type { OperationGate } from '../graphql/operation-limits.ts';

/** What a client asks to follow. */
export interface LiveRequest {
  readonly query: string;
  readonly variables?: Record<string, unknown> | null | undefined;
  readonly operationName?: string | null | undefined;
}

/** An answer as it goes over the wire. */
export interface LiveResult {
  data?: ExecutionResult['data'];
  errors?: readonly GraphQLFormattedError[];
}

export interface LivePort {
  readonly schema: GraphQLSchema;
  readonly gate: OperationGate;
  readonly introspection: boolean;
  /** A context read now: session, rights and loaders are of this moment. @throws Unauthenticated when the session is over. */
  freshContext(): Promise<unknown>;
  format(error: unknown): GraphQLFormattedError;
}

const validated = new WeakMap<DocumentNode, readonly GraphQLError[]>();

function refuse(code: string, message: string): never {
  throw new GraphQLError(message, { extensions: { code } });
}

/** Parses, limits and validates as HTTP does; only subscriptions pass. @throws GraphQLError */
export function prepareLive(port: LivePort, request: LiveRequest): Omit<ExecutionArgs, 'contextValue'> {
  const document = port.gate.pass(request.query);
  const variables = request.variables ?? {};
  checkVariables(variables);
  let errors = validated.get(document);
  if (!errors) {
    errors = validate(
      port.schema,
      document,
      port.introspection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule],
    );
    validated.set(document, errors);
  }
  if (errors[0]) refuse('GRAPHQL_VALIDATION_FAILED', errors[0].message);
  const operation = getOperationAST(document, request.operationName);
  if (!operation) refuse('OPERATION_RESOLUTION_FAILURE', 'Name one operation of the document.');
  if (operation.operation !== 'subscription')
    refuse('BAD_REQUEST', 'Only subscriptions run over a WebSocket; send queries and mutations by POST.');
  checkCost(port.schema, document, operation, variables);
  return { schema: port.schema, document, variableValues: variables, operationName: request.operationName };
}

/**
 * Follows a subscription, and executes every event with a context of its own. graphql-js shares one context over a
 * whole subscription: a loader would then serve the first value for ever, and a revoked right would never be noticed.
 * @throws GraphQLError when it cannot begin.
 */
export async function followLive(
  port: LivePort,
  args: Omit<ExecutionArgs, 'contextValue'>,
): Promise<LiveFollowing | LiveResult> {
  const source = await createSourceEventStream({ ...args, contextValue: await port.freshContext() });
  if (!(Symbol.asyncIterator in source)) return toLive(port, source);
  return new LiveFollowing(port, args, source[Symbol.asyncIterator]());
}

/**
 * The answers to the events of one subscription. Not a generator function: its `return` would wait for the next event
 * before it let go of the stream.
 */
export class LiveFollowing implements AsyncGenerator<LiveResult, undefined, void> {
  #over = false;

  constructor(
    private readonly port: LivePort,
    private readonly args: Omit<ExecutionArgs, 'contextValue'>,
    private readonly source: AsyncIterator<unknown>,
  ) {}

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<LiveResult, undefined>> {
    if (this.#over) return { done: true, value: undefined };
    try {
      const event = await this.source.next();
      if (event.done) return await this.return();
      const result = await execute({
        ...this.args,
        rootValue: event.value,
        contextValue: await this.port.freshContext(),
      });
      if (result.errors?.some((error) => endsFollowing(error.originalError))) await this.return();
      return { done: false, value: toLive(this.port, result) };
    } catch (error) {
      await this.return();
      return { done: false, value: { errors: [this.port.format(error)] } };
    }
  }

  async return(): Promise<IteratorResult<LiveResult, undefined>> {
    this.#over = true;
    await this.source.return?.();
    return { done: true, value: undefined };
  }

  async throw(): Promise<IteratorResult<LiveResult, undefined>> {
    return this.return();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.return();
  }
}

/** A right or a session that is gone: what was refused once is not asked again. */
function endsFollowing(thrown: unknown): boolean {
  return thrown instanceof StreamRefused || thrown instanceof Unauthenticated;
}

function toLive(port: LivePort, result: ExecutionResult): LiveResult {
  if (!result.errors) return { data: result.data };
  return {
    ...(result.data !== undefined && { data: result.data }),
    errors: result.errors.map((error) => port.format(error)),
  };
}
