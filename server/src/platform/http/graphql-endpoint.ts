import { ApolloServer, type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import { messageFor } from '@versnellingstafel/shared/errors/messages';
import { createGraphContext, localeOf } from '../graphql/create-graph-context.ts';
import { toFormattedError } from '../graphql/error-mapping.ts';
import type { GraphContext, GraphViewer, Platform, RequestFacts } from '../graphql/graph-context.ts';
import { checkVariables } from '../graphql/input-sanity.ts';
import { checkCost } from '../graphql/operation-cost.ts';
import type { OperationGate } from '../graphql/operation-limits.ts';
import type { HttpSettings } from './http-settings.ts';
import { BodyTooLarge, readBody } from './read-body.ts';
import { requestFacts } from './request-facts.ts';
import { isSameOrigin } from './same-origin.ts';
import { sendError, sendJson } from './send.ts';

const bodyLimit = 1_000_000;

function noSubscriptions(): GraphQLError {
  return new GraphQLError('Subscriptions run over a WebSocket.', {
    extensions: { code: 'BAD_REQUEST', http: { status: 400 } },
  });
}

/** The errors that graphql-js and resolvers gave become an answer here; Apollo itself knows neither language nor log. */
function answerErrors<V extends GraphViewer>(schema: GraphQLSchema): ApolloServerPlugin<GraphContext<V>> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ document, operation, request }) => {
          if (operation?.operation === 'subscription') throw noSubscriptions();
          if (operation) checkCost(schema, document, operation, request.variables ?? {});
          return Promise.resolve();
        },
        willSendResponse: ({ response, errors, contextValue }) => {
          if (response.body.kind === 'single' && errors) {
            const options = {
              locale: contextValue.locale,
              requestId: contextValue.request.requestId,
              log: contextValue.platform.log,
            };
            response.body.singleResult.errors = errors.map((error) => toFormattedError(error, options));
          }
          return Promise.resolve();
        },
      }),
  };
}

/** GraphQL over HTTP: POST with JSON and nothing else. */
export class GraphqlEndpoint<V extends GraphViewer> {
  readonly #apollo: ApolloServer<GraphContext<V>>;

  constructor(
    private readonly platform: Platform<V>,
    schema: GraphQLSchema,
    private readonly gate: OperationGate,
    private readonly settings: HttpSettings,
  ) {
    this.#apollo = new ApolloServer<GraphContext<V>>({
      schema,
      introspection: settings.introspection,
      hideSchemaDetailsFromClientErrors: !settings.introspection,
      includeStacktraceInErrorResponses: false,
      allowBatchedHttpRequests: false,
      stopOnTerminationSignals: false,
      persistedQueries: false,
      csrfPrevention: true,
      logger: {
        debug: () => {},
        info: () => {},
        warn: (message) => platform.log.warn(String(message)),
        error: (message) => platform.log.error(String(message)),
      },
      formatError: (formatted) =>
        formatted.extensions?.['code'] === 'INTERNAL_SERVER_ERROR'
          ? { message: messageFor('INTERNAL', 'nl'), extensions: { code: 'INTERNAL' } }
          : formatted,
      plugins: [answerErrors(schema)],
    });
  }

  async start(): Promise<void> {
    await this.#apollo.start();
  }

  async stop(): Promise<void> {
    await this.#apollo.stop();
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'POST') {
      response.setHeader('Allow', 'POST');
      return sendError(request, response, 405, 'METHOD_NOT_ALLOWED', 'Send operations by POST with application/json.');
    }
    if (!isSameOrigin(request, this.settings.publicUrl))
      return sendError(request, response, 403, 'FORBIDDEN', 'This origin may not call the API.');
    if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) {
      return sendError(request, response, 400, 'BAD_REQUEST', 'Send the operation as application/json.');
    }
    const body = await this.#readJson(request, response);
    if (body !== undefined) await this.#execute(request, response, body);
  }

  /** The operation as an object; undefined when an answer has been sent already. */
  async #readJson(request: IncomingMessage, response: ServerResponse): Promise<Record<string, unknown> | undefined> {
    try {
      const body: unknown = JSON.parse(await readBody(request, bodyLimit));
      if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Record<string, unknown>;
      await sendError(
        request,
        response,
        400,
        'BAD_REQUEST',
        'Send one operation as a JSON object; batches are not taken.',
      );
    } catch (error) {
      if (error instanceof BodyTooLarge)
        await sendError(request, response, 413, 'TOO_LARGE', `A request may be ${bodyLimit / 1_000_000} MB at most.`);
      else if (error instanceof SyntaxError || error instanceof RangeError)
        await sendError(request, response, 400, 'BAD_REQUEST', 'This is not valid JSON.');
      else throw error;
    }
    return undefined;
  }

  async #execute(request: IncomingMessage, response: ServerResponse, body: Record<string, unknown>): Promise<void> {
    const cookies: string[] = [];
    const facts = requestFacts(request, this.settings.trustProxy, (value) => cookies.push(value));
    let context: GraphContext<V>;
    try {
      if (typeof body['query'] === 'string') this.gate.pass(body['query']);
      checkVariables(body['variables']);
      context = await this.#context(request, facts);
    } catch (error) {
      return this.#refuse(request, response, error, facts);
    }
    const headers = new HeaderMap();
    for (const [name, value] of Object.entries(request.headers))
      if (value !== undefined) headers.set(name, String(value));
    const answer = await this.#apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: 'POST', headers, body, search: '' },
      context: () => Promise.resolve(context),
    });
    for (const [name, value] of answer.headers)
      if (!['content-length', 'cache-control'].includes(name)) response.setHeader(name, value);
    if (cookies.length > 0) response.setHeader('Set-Cookie', cookies);
    if (answer.body.kind === 'chunked') throw new Error('Incremental delivery is switched off.');
    await sendJson(request, response, answer.status ?? 200, answer.body.string, answer.headers.get('content-type'));
  }

  async #context(request: IncomingMessage, facts: RequestFacts): Promise<GraphContext<V>> {
    const { sessions, cookie } = this.platform;
    return createGraphContext(this.platform, facts, await sessions.find(cookie.read(request.headers.cookie)));
  }

  #refuse(request: IncomingMessage, response: ServerResponse, error: unknown, facts: RequestFacts): Promise<void> {
    const formatted = toFormattedError(error, {
      locale: localeOf(facts.acceptLanguage),
      requestId: facts.requestId,
      log: this.platform.log,
    });
    let status = 500;
    if (error instanceof GraphQLError) status = 400;
    else if (formatted.extensions?.['retriable'] === true) status = 503;
    return sendJson(request, response, status, JSON.stringify({ errors: [formatted] }));
  }
}
