import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Cast, type Part, bottleneckCast } from '../../../../testing/bottleneck-cast.ts';
import { makeRunningMeeting } from '../../../../testing/minutes-factory.ts';
import { type TestApp, testApp } from '../../../../testing/test-app.ts';
import { type TextWriter, textWriter } from '../../../../testing/text-writer.ts';
import { readSharedText } from '../../../platform/collab/read-shared-text.ts';
import { minutesTextName } from './minutes-text.ts';

describe.each(['postgresql', 'pglite'] as const)('writing together on %s', (kind) => {
  let app: TestApp;
  let cast: Cast;
  let name: string;
  const writers: TextWriter[] = [];
  const at = (part: Part) => {
    const writer = textWriter(app, cast.as(part).cookie, name);
    writers.push(writer);
    return writer;
  };
  const kept = async () =>
    ((await readSharedText(app.platform.database.fork(), [name])).get(name) ?? []).map((block) => block.text);

  beforeAll(async () => {
    app = await testApp({ database: kind });
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

  test('two people write in the same text, and a third who was away comes back with theirs', async () => {
    const sien = at('secretary');
    const piet = at('participant');
    const cor = at('chair');
    await Promise.all([sien.saved(), piet.saved(), cor.saved()]);
    await cor.goOffline();
    for (let line = 0; line < 10; line += 1) {
      sien.write(`Sien ${line}`);
      piet.write(`Piet ${line}`);
      cor.write(`Cor ${line}`);
    }
    await Promise.all([sien.saved(), piet.saved()]);
    expect(await kept()).toHaveLength(20);
    cor.goOnline();
    await cor.saved();
    const all = [sien, piet, cor];
    for (const one of all) await one.until(() => one.paragraphs().length === 30);
    expect(new Set(all.map((one) => one.paragraphs().join('|'))).size).toBe(1);
    expect((await kept()).toSorted()).toEqual(sien.paragraphs().toSorted());
  });

  test('what is shown as saved is in the rows at that moment, with who wrote it', async () => {
    const sien = at('secretary');
    for (let line = 0; line < 5; line += 1) {
      sien.write(`regel ${line}`);
      await sien.saved();
      expect(await kept()).toContain(`regel ${line}`);
    }
    const rows = await app.platform.database
      .fork()
      .execute<{ n: number; actor: string }[]>(
        'select n::int, actor_id as actor from shared_text_update where name = ? order by n',
        [name],
      );
    expect(rows.map((row) => row.n)).toEqual(rows.map((_, index) => index + 1));
    expect(new Set(rows.map((row) => row.actor))).toEqual(new Set([cast.people.secretary.id]));
  });

  test('everybody comes back to it after nobody had it open', async () => {
    const sien = at('secretary');
    sien.write('blijft staan');
    await sien.saved();
    sien.stop();
    const piet = at('participant');
    await piet.until(() => piet.paragraphs().length > 0);
    expect(piet.paragraphs()).toEqual(['blijft staan']);
  });

  test('everybody sees where the others are, under the name of their session', async () => {
    const sien = at('secretary');
    const piet = at('participant');
    const otto = at('observer');
    await Promise.all([sien.saved(), piet.saved(), otto.until(() => otto.heard.access !== null)]);
    const seenBySien = () => [...(sien.provider.awareness?.getStates() ?? [])];
    piet.provider.setAwarenessField('user', { name: 'Cor de voorzitter', color: '#ff0000' });
    piet.provider.setAwarenessField('cursor', { anchor: { assoc: 0 }, head: { assoc: 0 } });
    otto.provider.setAwarenessField('user', { name: 'Otto' });
    otto.provider.setAwarenessField('cursor', { anchor: {}, head: {} });
    await sien.until(() => seenBySien().some(([id, state]) => id === piet.doc.clientID && state['cursor']));
    const states = new Map(seenBySien());
    expect(states.get(piet.doc.clientID)).toEqual({
      cursor: { anchor: { assoc: 0 }, head: { assoc: 0 } },
      user: { name: 'Piet', tone: expect.any(Number) },
    });
    await sien.until(() => seenBySien().some(([id]) => id === otto.doc.clientID));
    expect(new Map(seenBySien()).get(otto.doc.clientID)).toEqual({});
    piet.stop();
    await sien.until(() => !seenBySien().some(([id]) => id === piet.doc.clientID));
  });

  test('a reconnect with nothing new keeps nothing', async () => {
    const sien = at('secretary');
    sien.write('een');
    await sien.saved();
    const count = async () =>
      (
        await app.platform.database
          .fork()
          .execute<{ n: number }[]>('select last_n::int as n from shared_text where name = ?', [name])
      )[0]?.n;
    const before = await count();
    for (let turn = 0; turn < 3; turn += 1) {
      await sien.goOffline();
      sien.goOnline();
      await sien.saved();
    }
    expect(await count()).toBe(before);
  });
});
