import { randomUUID } from 'node:crypto';
import { cloneTemplate } from '../../../testing/clone-template.ts';
import { platformMigrations } from '../../migrations/platform-migrations.ts';
import { createCommandRunner } from '../commands/create-command-runner.ts';
import { openDatabase } from '../database/open-database.ts';
import type { Reference } from './event.ts';
import { LiveStreams } from './live-streams.ts';

export interface StreamProof {
  writers: number;
  eventsEach: number;
  /** Commits a second on one shared stream, and with a stream for each writer. */
  shared: number;
  separate: number;
  /** Milliseconds from commit to a follower in the same process. */
  delivery: { p50: number; p99: number };
}

const lowestThroughput = 400;

/**
 * Writers commit commands as fast as they can, on one stream and on separate ones. Every event must be
 * there once, numbered without gap in the order of commits, and a live follower must hear all in order.
 * @param server URL of a PostgreSQL on which databases may be made.
 * @throws when anything is missing, double, out of order or, in the full count, too slow.
 */
export async function proveStreams(
  server: string,
  {
    writers = 8,
    eventsEach = 200,
    judgeSpeed = true,
    print = console.log,
  }: { writers?: number; eventsEach?: number; judgeSpeed?: boolean; print?: (line: string) => void } = {},
): Promise<StreamProof> {
  const database = await openDatabase(
    { url: await cloneTemplate(server, platformMigrations), poolSize: writers + 4 },
    [],
    platformMigrations,
  );
  const streams = new LiveStreams(database);
  const commands = createCommandRunner(database, streams);
  streams.registerKind('proof', {
    mayFollow: async () => true,
    visible: async (_, events) => new Set(events.map((event) => event.id)),
  });
  await streams.start();
  const delays: number[] = [];

  const write = async (streamOf: (writer: number) => Reference, mark: string) => {
    const started = performance.now();
    await Promise.all(
      Array.from({ length: writers }, async (_, writer) => {
        for (let turn = 0; turn < eventsEach; turn += 1) {
          await commands.run(
            'prove',
            { actorId: randomUUID(), input: { turn }, idempotencyKey: `${mark}-${writer}-${turn}` },
            async (tx) => {
              const event = {
                stream: streamOf(writer),
                type: 'Proven',
                subjects: [streamOf(writer)],
                payload: { writer, turn, sent: Date.now() },
              };
              tx.record(event);
              return { writer, turn };
            },
          );
        }
      }),
    );
    return (writers * eventsEach) / ((performance.now() - started) / 1_000);
  };
  const beginningOf = (stream: Reference) => streams.cursorNow(database.fork(), stream);
  const listen = async (stream: Reference, after: string, count: number) => {
    const follower = streams.follow({ personId: randomUUID() }, stream, after);
    const heard: { number: number; writer: number; turn: number }[] = [];
    for await (const frame of follower) {
      if (frame.kind === 'RESET') throw new Error('A follower that never left was reset.');
      const { writer, turn, sent } = frame.event.payload as { writer: number; turn: number; sent: number };
      heard.push({ number: frame.event.number, writer, turn });
      delays.push(Date.now() - sent);
      if (heard.length === count) break;
    }
    refuseUnless(
      heard.every((each, index) => each.number === index + 1),
      'Numbers heard have a gap or are out of order.',
    );
    for (let writer = 0; writer < writers; writer += 1) {
      const turns = heard.filter((each) => each.writer === writer).map((each) => each.turn);
      refuseUnless(
        turns.every((turn, index) => turn === index),
        `What writer ${writer} did is out of order or double.`,
      );
    }
  };

  try {
    await write(() => ({ kind: 'warm-up', id: randomUUID() }), 'warm-up');
    const one: Reference = { kind: 'proof', id: randomUUID() };
    const start = await beginningOf(one);
    const [shared] = await Promise.all([write(() => one, 'shared'), listen(one, start, writers * eventsEach)]);
    const own: Reference[] = Array.from({ length: writers }, () => ({ kind: 'proof', id: randomUUID() }));
    const starts = await Promise.all(own.map(beginningOf));
    const [separate] = await Promise.all([
      write((writer) => own[writer]!, 'separate'),
      ...own.map((stream, index) => listen(stream, starts[index]!, eventsEach)),
    ]);

    const [check] = await database.fork().execute<{ broken: number; events: number }[]>(
      `select count(*) filter (where last <> events or counter <> events)::int as broken, sum(events)::int as events
       from (select max(number) as last, count(*) as events, max(counter) as counter
             from event join stream on stream.kind = stream_kind and stream.id = stream_id
             where stream_kind = 'proof' group by stream_kind, stream_id) as each`,
    );
    refuseUnless(
      check?.broken === 0 && check.events === 2 * writers * eventsEach,
      `Events are missing or double: ${JSON.stringify(check)}.`,
    );
    delays.sort((a, b) => a - b);
    const delivery = {
      p50: delays[Math.floor(delays.length / 2)] ?? 0,
      p99: delays[Math.floor(delays.length * 0.99)] ?? 0,
    };
    print(
      `streams: ${writers} writers × ${eventsEach}: ${Math.round(shared)} commits/s on one stream, ${Math.round(separate)} on ${writers}; heard after ${delivery.p50} ms (p50), ${delivery.p99} ms (p99)`,
    );
    refuseUnless(
      !judgeSpeed || shared >= lowestThroughput,
      `One stream carries ${Math.round(shared)} commits/s; the bar is ${lowestThroughput}.`,
    );
    return { writers, eventsEach, shared, separate, delivery };
  } finally {
    await streams.stop();
    await database.close();
  }
}

function refuseUnless(holds: boolean, complaint: string): void {
  if (!holds) throw new Error(complaint);
}
