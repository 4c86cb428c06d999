import * as Y from 'yjs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createApp } from '../../../app.ts';
import { readConfig } from '../../../config.ts';
import { type Cast, type Part, bottleneckCast } from '../../../../testing/bottleneck-cast.ts';
import { makeRunningMeeting } from '../../../../testing/minutes-factory.ts';
import { type TestApp, testApp } from '../../../../testing/test-app.ts';
import { type TextWriter, textWriter } from '../../../../testing/text-writer.ts';
import { readSharedText } from '../../../platform/collab/read-shared-text.ts';
import { textField } from '../../../platform/collab/text-blocks.ts';
import { textLimits } from '../../../platform/collab/text-limits.ts';
import { TextStore } from '../../../platform/collab/text-store.ts';
import { HttpServer } from '../../../platform/http/http-server.ts';
import { createLogger } from '../../../platform/logging/logger.ts';
import { minutesTextName } from './minutes-text.ts';

let app: TestApp;
let cast: Cast;
let name: string;
const writers: TextWriter[] = [];

beforeAll(async () => {
  app = await testApp();
  cast = await bottleneckCast(app);
});
beforeEach(async () => {
  const { meeting, items } = await makeRunningMeeting(app, cast.make, {
    table: cast.west,
    by: cast.people.chair,
    items: [{ title: 'Opening', went: 'CURRENT' }],
  });
  name = minutesTextName(meeting.id, items[0]?.id ?? '');
});
afterEach(() => {
  for (const writer of writers.splice(0)) writer.stop();
});
afterAll(() => app.close());

function at(part: Part, through: { url: string } = app): TextWriter {
  const writer = textWriter(through, cast.as(part).cookie, name);
  writers.push(writer);
  return writer;
}
const kept = async () =>
  ((await readSharedText(app.platform.database.fork(), [name])).get(name) ?? []).map((block) => block.text);
const numbers = async () => {
  const [row] = await app.platform.database
    .fork()
    .execute<{ last: number; snapshot: number; rows: number; first: number | null }[]>(
      `select last_n::int as last, snapshot_n::int as snapshot, (select count(*)::int from shared_text_update u where u.name = t.name) as rows,
         (select min(n)::int from shared_text_update u where u.name = t.name) as first from shared_text t where name = ?`,
      [name],
    );
  return row;
};

/** One change of a document of its own, as a client would send it. */
function changeOf(doc: Y.Doc, text: string): Uint8Array {
  const before = Y.encodeStateVector(doc);
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(text)]);
  doc.getXmlFragment(textField).push([paragraph]);
  return Y.encodeStateAsUpdate(doc, before);
}

describe('compaction', () => {
  test('keeps everything while people go on writing', async () => {
    const store = new TextStore(app.platform.database, () => new Date());
    const open = { closed: () => Promise.resolve(null) };
    const authors = [cast.people.chair, cast.people.secretary, cast.people.participant];
    let writing = true;
    const compacting = (async () => {
      let merged = 0;
      while (writing) if (await store.compact(name)) merged += 1;
      return merged;
    })();
    await Promise.all(
      authors.map(async (author) => {
        const doc = new Y.Doc();
        for (let line = 0; line < 40; line += 1)
          await store.append({ name, update: changeOf(doc, `${author.name} ${line}`), actorId: author.id }, open);
      }),
    );
    writing = false;
    expect(await compacting).toBeGreaterThan(1);
    const expected = authors.flatMap((author) => Array.from({ length: 40 }, (_, line) => `${author.name} ${line}`));
    expect((await kept()).toSorted()).toEqual(expected.toSorted());
    expect(await numbers()).toMatchObject({ last: 120 });
  });

  test('comes by itself after so many changes, and nobody who has the text open notices', async () => {
    const sien = at('secretary');
    const piet = at('participant');
    await Promise.all([sien.saved(), piet.saved()]);
    const lines = textLimits.sinceSnapshot + 20;
    for (let line = 0; line < lines; line += 1) {
      sien.write(`regel ${line}`);
      // Each in a message of its own.
      if (line % 20 === 19) await sien.saved();
    }
    await sien.saved();
    await vi.waitUntil(async () => ((await numbers())?.snapshot ?? 0) > textLimits.sinceSnapshot, { timeout: 20_000 });
    const now = await numbers();
    expect(now?.rows).toBe((now?.last ?? 0) - (now?.snapshot ?? 0));
    piet.write('van Piet');
    await piet.saved();
    await sien.until(() => sien.paragraphs().includes('van Piet'));
    expect(await kept()).toHaveLength(lines + 1);
    const late = at('chair');
    await late.until(() => late.paragraphs().length === lines + 1);
  });
});

describe('several instances on one PostgreSQL', () => {
  test('show each other what is written', async () => {
    const log = createLogger('silent');
    const other = await createApp({
      config: { ...readConfig({}), demo: true, dataDir: app.dataDir },
      log,
      database: await app.database.another(),
      jobs: false,
    });
    const http = new HttpServer(false, log);
    http.serve(other.routes);
    const there = { url: `http://127.0.0.1:${await http.listen('127.0.0.1', 0)}` };
    try {
      const sien = at('secretary');
      const piet = at('participant', there);
      await Promise.all([sien.saved(), piet.saved()]);
      for (let line = 0; line < 15; line += 1) {
        sien.write(`hier ${line}`);
        piet.write(`daar ${line}`);
      }
      await Promise.all([sien.saved(), piet.saved()]);
      for (const one of [sien, piet]) await one.until(() => one.paragraphs().length === 30);
      expect(sien.paragraphs()).toEqual(piet.paragraphs());
      expect(await numbers()).toMatchObject({ last: 30, rows: 30, first: 1 });
      piet.provider.setAwarenessField('cursor', { anchor: {}, head: {} });
      await sien.until(() => sien.provider.awareness?.getStates().get(piet.doc.clientID)?.['user']?.name === 'Piet');
      // A compaction here in between must not hide anything there.
      await new TextStore(app.platform.database, () => new Date()).compact(name);
      piet.write('na het samenvoegen');
      await piet.saved();
      await sien.until(() => sien.paragraphs().includes('na het samenvoegen'));
      expect(await kept()).toHaveLength(31);
    } finally {
      for (const writer of writers.splice(0)) writer.stop();
      await other.drain(() => http.close(500));
    }
  });
});

describe('what nobody will take', () => {
  test('a change that cannot be read is refused, and the others write on', async () => {
    const mara = at('market');
    const sien = at('secretary');
    await Promise.all([mara.saved(), sien.saved()]);
    sien.write('voor');
    await sien.saved();
    // The right frame around nonsense.
    mara.provider.configuration.websocketProvider.webSocket?.send(
      message(mara, Uint8Array.of(255, 255, 255, 255, 3, 1)),
    );
    await mara.until(() => mara.heard.refused.includes('MALFORMED'));
    sien.write('na');
    await sien.saved();
    expect(await kept()).toEqual(['voor', 'na']);
    expect(sien.heard.refused).toEqual([]);
  });

  test('a caret that cannot be read ends the socket of who sends it, and of nobody else', async () => {
    const mara = at('market');
    const sien = at('secretary');
    await Promise.all([mara.saved(), sien.saved()]);
    const address = new TextEncoder().encode(mara.provider.effectiveName);
    const caret = [1, 5, 1, 4, ...new TextEncoder().encode('niet')];
    mara.provider.configuration.websocketProvider.webSocket?.send(
      Uint8Array.from([address.length, ...address, 1, caret.length, ...caret]),
    );
    await mara.until(() => mara.heard.closeCodes.includes(1007));
    sien.write('ongestoord');
    await sien.saved();
    expect(await kept()).toEqual(['ongestoord']);
  });

  test('a change that is too large is refused with that reason', async () => {
    const mara = at('market');
    const sien = at('secretary');
    await Promise.all([mara.saved(), sien.saved()]);
    mara.write('x'.repeat(textLimits.update + 1));
    await mara.until(() => mara.heard.refused.length > 0);
    expect(mara.heard.refused).toEqual(['TOO_LARGE']);
    sien.write('gewoon');
    await sien.saved();
    expect(await kept()).toEqual(['gewoon']);
  });

  test('a message beyond all measure ends the socket', async () => {
    const mara = at('market');
    await mara.saved();
    mara.provider.configuration.websocketProvider.webSocket?.send(new Uint8Array(textLimits.message + 1));
    await mara.until(() => mara.heard.closeCodes.includes(1009));
    expect(await kept()).toEqual([]);
  });

  test.each([
    ['nothing', new Uint8Array()],
    ['noise', Uint8Array.of(9, 9, 9, 9)],
    ['a name with a line break', Uint8Array.of(3, 97, 10, 98, 0)],
    ['words instead of bytes', 'hallo'],
  ])('%s ends the socket of who sends it', async (_what, data) => {
    const mara = at('market');
    const sien = at('secretary');
    await Promise.all([mara.saved(), sien.saved()]);
    mara.provider.configuration.websocketProvider.webSocket?.send(data as Uint8Array<ArrayBuffer>);
    await mara.until(() => mara.heard.closeCodes.includes(1007));
    sien.write('ongestoord');
    await sien.saved();
    expect(sien.heard.closeCodes).toEqual([]);
  });

  test('a document has a limit, and takes words again once there is room', async () => {
    const store = new TextStore(app.platform.database, () => new Date(), 2_000);
    const doc = new Y.Doc();
    const open = { closed: () => Promise.resolve(null) };
    const append = (text: string) =>
      store.append({ name, update: changeOf(doc, text), actorId: cast.people.chair.id }, open);
    expect(await append('a'.repeat(1_500))).toMatchObject({ n: 1 });
    expect(await append('b'.repeat(1_500))).toEqual({ refused: 'TOO_LARGE' });
    const fragment = doc.getXmlFragment(textField);
    const before = Y.encodeStateVector(doc);
    fragment.delete(0, fragment.length);
    const deletion = Y.encodeStateAsUpdate(doc, before);
    expect(await store.append({ name, update: deletion, actorId: cast.people.chair.id }, open)).toMatchObject({ n: 2 });
    const fresh = new Y.Doc();
    expect(
      await store.append({ name, update: changeOf(fresh, 'c'.repeat(1_500)), actorId: cast.people.chair.id }, open),
    ).toMatchObject({ n: 3 });
    expect(await kept()).toEqual(['c'.repeat(1_500)]);
  });
});

/** A change in the frame in which a client sends it. */
function message({ provider }: TextWriter, update: Uint8Array): Uint8Array<ArrayBuffer> {
  const address = new TextEncoder().encode(provider.effectiveName);
  return Uint8Array.from([address.length, ...address, 0, 2, update.length, ...update]);
}
