import {
  ApolloLink,
  CombinedGraphQLErrors,
  type ApolloClient,
  type OperationVariables,
  type TypedDocumentNode,
} from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { OperationTypeNode } from 'graphql';
import type { FrameSink, LiveTransport } from '../../features/live/live-transport.ts';
import type { StreamRef } from '../../features/live/live-event.ts';
import { createErrorLink } from '../apollo/create-client.ts';
import { createSocket } from '../apollo/create-socket.ts';
import type { TableEventsSubscription } from '../../generated/graphql.ts';
import {
  inboxCursorQuery,
  inboxEventsSubscription,
  knowledgeCursorQuery,
  knowledgeEventsSubscription,
  tableCursorQuery,
  tableEventsSubscription,
} from './live-documents.ts';
import { meetingCursorQuery, meetingEventsSubscription } from './live-meeting-documents.ts';

type WireFrame = TableEventsSubscription['tableEvents'];

function hand(frame: WireFrame, sink: FrameSink): void {
  if (frame.__typename === 'StreamReset') sink.frame({ kind: 'reset', cursor: frame.cursor });
  else sink.frame({ kind: 'event', cursor: frame.cursor, event: frame.event });
}

/** Not yours, rather than broken: asking again would be answered alike. */
const refusals: readonly unknown[] = [
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'UNAUTHENTICATED',
  'GRAPHQL_VALIDATION_FAILED',
];

function fail(error: unknown, sink: FrameSink): void {
  const codes: unknown[] = CombinedGraphQLErrors.is(error)
    ? error.errors.map(({ extensions }) => extensions?.['code'])
    : [];
  if (codes.includes('BAD_CURSOR')) sink.stale();
  else if (codes.some((code) => refusals.includes(code))) sink.refused();
  else sink.lost();
}

/** Through Apollo, which writes the subjects into the cache before the sink hears of them. */
function follow<TData, TVariables extends OperationVariables>(
  client: ApolloClient,
  query: TypedDocumentNode<TData, TVariables>,
  variables: TVariables,
  frameOf: (data: TData) => WireFrame,
  sink: FrameSink,
): () => void {
  const subscription = client.subscribe<TData, OperationVariables>({ query, variables }).subscribe({
    next: ({ data, error }) => {
      if (error) fail(error, sink);
      else if (data) hand(frameOf(data as TData), sink);
    },
    error: () => sink.lost(),
    // A server that stops says goodbye first; the stream itself never ends.
    complete: () => sink.lost(),
  });
  return () => subscription.unsubscribe();
}

function followStream(client: ApolloClient, stream: StreamRef, after: string, sink: FrameSink): () => void {
  switch (stream.kind) {
    case 'table':
      return follow(
        client,
        tableEventsSubscription,
        { tableId: stream.tableId, after },
        (data) => data.tableEvents,
        sink,
      );
    case 'meeting':
      return follow(
        client,
        meetingEventsSubscription,
        { meetingId: stream.meetingId, after },
        (data) => data.meetingEvents,
        sink,
      );
    case 'knowledge':
      return follow(client, knowledgeEventsSubscription, { after }, (data) => data.knowledgeEvents, sink);
    case 'inbox':
      return follow(client, inboxEventsSubscription, { after }, (data) => data.inboxEvents, sink);
  }
}

async function cursorOf(client: ApolloClient, stream: StreamRef): Promise<string | null> {
  const fetchPolicy = 'no-cache';
  switch (stream.kind) {
    case 'table':
      return (
        (await client.query({ query: tableCursorQuery, variables: { tableId: stream.tableId }, fetchPolicy })).data
          ?.tableCursor ?? null
      );
    case 'meeting':
      return (
        (await client.query({ query: meetingCursorQuery, variables: { meetingId: stream.meetingId }, fetchPolicy }))
          .data?.meetingCursor ?? null
      );
    case 'knowledge':
      return (await client.query({ query: knowledgeCursorQuery, fetchPolicy })).data?.knowledgeCursor ?? null;
    case 'inbox':
      return (await client.query({ query: inboxCursorQuery, fetchPolicy })).data?.inboxCursor ?? null;
  }
}

/** What the line itself adds to a feed's outside world. */
export type Line = Pick<LiveTransport, 'follow' | 'onOpen' | 'cut' | 'cursorOf'>;

/**
 * Opens the one socket and sends the client's subscriptions over it.
 * @param onUnauthenticated the session is gone: ask the person to sign in again
 */
export function openLine(client: ApolloClient, onUnauthenticated: () => void): Line {
  const socket = createSocket(onUnauthenticated);
  const overSocket = createErrorLink(onUnauthenticated).concat(new GraphQLWsLink(socket));
  client.setLink(
    ApolloLink.split(({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION, overSocket, client.link),
  );
  return {
    follow: (stream, after, sink) => followStream(client, stream, after, sink),
    onOpen: (listener) => socket.on('connected', listener),
    cut: () => socket.terminate(),
    cursorOf: (stream) => cursorOf(client, stream),
  };
}
