import { ApolloClient, ApolloLink, type Unmasked } from '@apollo/client';
import { i18n } from '@lingui/core';
import { createMemoryHistory } from '@tanstack/react-router';
import { createRoot, type Root } from 'react-dom/client';
import { Observable } from 'rxjs';
import { afterEach } from 'vitest';
import type { ViewerQuery } from '../../generated/graphql.ts';
import { LiveBus } from '../../features/live/live-bus.ts';
import { LiveFeed } from '../../features/live/live-feed.ts';
import type { FrameSink, LiveTransport } from '../../features/live/live-transport.ts';
import type { StreamRef } from '../../features/live/live-event.ts';
import '../../ui/styles.css';
import '../app.css';
import { App } from '../App.tsx';
import { createCache } from '../apollo/cache.ts';
import { createPreload } from '../preload.ts';
import { createAppRouter, type AppRouter } from '../router.ts';

/** What the server answers, by the name of the operation. A function sees the variables and may throw. */
export type Answers = Record<string, object | ((variables: Record<string, unknown>) => object | Promise<object>)>;

/** An answer with its type checked against the operation: `answer<HomePageQuery>({ … })`. */
export const answer = <TData,>(data: Unmasked<TData>): object => data as object;

let root: Root | undefined;

afterEach(() => {
  root?.unmount();
  root = undefined;
  document.body.replaceChildren();
  localStorage.clear();
  sessionStorage.clear();
});

/** A network that answers from a list and remembers what it was asked. */
function createNetwork(answers: Answers): {
  link: ApolloLink;
  asked: { name: string; variables: Record<string, unknown> }[];
} {
  const asked: { name: string; variables: Record<string, unknown> }[] = [];
  const link = new ApolloLink(
    ({ operationName: name = '', variables }) =>
      new Observable((subscriber) => {
        asked.push({ name, variables });
        void (async () => {
          try {
            const given = answers[name];
            if (!given) throw new Error(`The test has no answer to ${name}`);
            subscriber.next({
              data: await (typeof given === 'function' ? (given as (variables: object) => object)(variables) : given),
            });
            subscriber.complete();
          } catch (error) {
            subscriber.error(error);
          }
        })();
      }),
  );
  return { link, asked };
}

/** A line that is always open and silent, until the test speaks through a sink. */
function createLine(refetch: () => Promise<unknown>): {
  transport: LiveTransport;
  sinks: Map<StreamRef['kind'], FrameSink>;
  open: () => void;
} {
  const sinks = new Map<StreamRef['kind'], FrameSink>();
  let opened: () => void = () => undefined;
  const transport: LiveTransport = {
    follow: (stream, _after, sink) => {
      sinks.set(stream.kind, sink);
      return () => sinks.delete(stream.kind);
    },
    onOpen: (listener) => {
      opened = listener;
      return () => undefined;
    },
    cut: () => undefined,
    cursorOf: async () => 'now',
    refetch,
    online: () => true,
    onNetwork: () => () => undefined,
    now: () => new Date(),
    random: () => 0,
  };
  return { transport, sinks, open: () => opened() };
}

export interface ShownApp {
  router: AppRouter;
  client: ApolloClient;
  bus: LiveBus;
  asked: { name: string; variables: Record<string, unknown> }[];
  /** Speaks for the server on a stream. */
  sinks: Map<StreamRef['kind'], FrameSink>;
  /** Says that the socket is open. */
  open: () => void;
}

/** Shows the whole app at an address, on answers that the test gives. Again in the same test it is a reload. */
export function renderApp(path: string, answers: Answers): ShownApp {
  root?.unmount();
  document.body.replaceChildren();
  i18n.loadAndActivate({ locale: 'nl', messages: {} });
  document.documentElement.lang = 'nl';
  const { link, asked } = createNetwork(answers);
  const client = new ApolloClient({ cache: createCache(), link, dataMasking: true });
  const { transport, sinks, open } = createLine(() => client.refetchQueries({ include: 'active' }));
  const bus = new LiveBus();
  const live = new LiveFeed(transport, bus);
  const router = createAppRouter(
    { client, preload: createPreload(client), live },
    createMemoryHistory({ initialEntries: [path] }),
  );
  const host = document.createElement('div');
  document.body.append(host);
  root = createRoot(host);
  root.render(<App client={client} router={router} bus={bus} />);
  return { router, client, bus, asked, sinks, open };
}

const west = {
  __typename: 'AccelerationTable' as const,
  id: 'west',
  slug: 'west-overijssel',
  name: 'Regionale versnellingstafel West-Overijssel',
  shortName: 'West-Overijssel',
  level: 'REGIONAL' as const,
  parent: null,
};

/** The project leader of Zwartewaterland, who sits at the table of West; or, without a table, a reader. */
export function viewerAnswer({
  atTable = true,
  lastVisitAt = null as string | null,
  abilities = [] as string[],
} = {}): object {
  return answer<ViewerQuery>({
    __typename: 'Query',
    viewer: {
      __typename: 'Viewer',
      person: {
        __typename: 'Person',
        id: 'me',
        name: 'Projectleider Zwartewaterland',
        jobTitle: 'Projectleider woningbouw',
        organisation: {
          __typename: 'Organisation',
          id: 'o1',
          name: 'Gemeente Zwartewaterland',
          shortName: 'ZW',
          kind: 'MUNICIPALITY',
          municipality: { __typename: 'Municipality', id: 'zw', code: 'GM1896', name: 'Zwartewaterland' },
        },
      },
      organisationRoles: atTable ? ['PROJECT_LEADER'] : [],
      memberships: atTable
        ? [
            {
              __typename: 'Membership',
              role: 'PARTICIPANT',
              mandate: false,
              table: { __typename: 'AccelerationTable', id: 'west' },
              person: { __typename: 'Person', id: 'me' },
            },
          ]
        : [],
      locale: 'NL',
      lastVisitAt,
      viewerCan: [
        {
          __typename: 'Ability',
          verb: 'LOG_BOTTLENECK',
          allowed: atTable,
          reason: atTable ? null : 'Daarvoor heb je een rol bij een organisatie of een plaats aan een tafel nodig.',
        },
        ...abilities.map((verb) => ({ __typename: 'Ability' as const, verb, allowed: true, reason: null })),
      ],
      demo: true,
    },
    tables: { __typename: 'AccelerationTableConnection', edges: [{ __typename: 'AccelerationTableEdge', node: west }] },
  });
}

/** The count beside Knelpunten. */
export const countsAnswer = (totalCount: number): object => ({
  __typename: 'Query',
  bottlenecks: { __typename: 'BottleneckConnection', totalCount },
  actions: { __typename: 'ActionConnection', totalCount: 0 },
});
