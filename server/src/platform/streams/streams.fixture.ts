import { randomUUID } from 'node:crypto';
import { testDatabase, type TestDatabase } from '../../../testing/database.ts';
import { createCommandRunner } from '../commands/create-command-runner.ts';
import type { CommandRunner } from '../commands/command-runner.ts';
import type { Database, DatabaseKind } from '../database/database.ts';
import type { Json } from '../database/json.ts';
import type { Frame, Reference } from './event.ts';
import { LiveStreams, type StreamOptions } from './live-streams.ts';

/** Who looks, and what the tests let them see. */
export interface TestViewer {
  personId: string;
  mayFollow: boolean;
  hidden: (payload: Json) => boolean;
}

/** One instance of the server as far as streams go. */
export interface Instance {
  database: Database;
  streams: LiveStreams<TestViewer>;
  commands: CommandRunner;
  /** Sizes of the bulks in which visibility was asked. */
  bulks: number[];
  happen(stream: Reference, payload?: Json, subjects?: Reference[]): Promise<void>;
  stop(): Promise<void>;
}

export async function startInstance(
  database: Database,
  options: StreamOptions = {},
  register?: (streams: LiveStreams<TestViewer>) => void,
): Promise<Instance> {
  const streams = new LiveStreams<TestViewer>(database, options);
  const commands = createCommandRunner(database, streams);
  const bulks: number[] = [];
  streams.registerKind('table', {
    mayFollow: async (viewer) => viewer.mayFollow,
    async visible(viewer, events) {
      bulks.push(events.length);
      return new Set(events.filter((event) => !viewer.hidden(event.payload)).map((event) => event.id));
    },
  });
  register?.(streams);
  await streams.start();
  return {
    database,
    streams,
    commands,
    bulks,
    async happen(stream, payload = null, subjects = []) {
      await commands.run('happen', { actorId: null, input: null }, async (tx) =>
        tx.record({ stream, type: 'Happened', subjects, payload }),
      );
    },
    async stop() {
      await streams.stop();
      await database.close();
    },
  };
}

/** The first instance on a fresh database. */
export async function freshInstance(
  kind: DatabaseKind,
  { server, ...options }: StreamOptions & { server?: string } = {},
  register?: (streams: LiveStreams<TestViewer>) => void,
): Promise<Instance & { database: TestDatabase }> {
  const database = await testDatabase({ kind, ...(server === undefined ? {} : { server }) });
  return { ...(await startInstance(database, options, register)), database };
}

export function newTable(): Reference {
  return { kind: 'table', id: randomUUID() };
}

export function newViewer(rights: Partial<TestViewer> = {}): TestViewer {
  return { personId: randomUUID(), mayFollow: true, hidden: () => false, ...rights };
}

/** Takes the next `count` frames. */
export async function take(frames: AsyncIterator<Frame>, count: number): Promise<Frame[]> {
  const taken: Frame[] = [];
  while (taken.length < count) {
    const { done, value } = await frames.next();
    if (done) throw new Error(`The stream ended after ${taken.length} frames.`);
    taken.push(value as Frame);
  }
  return taken;
}

/** What the frames say, in short. */
export function gist(frames: readonly Frame[]): Json[] {
  return frames.map((frame) => (frame.kind === 'RESET' ? 'RESET' : frame.event.payload));
}
