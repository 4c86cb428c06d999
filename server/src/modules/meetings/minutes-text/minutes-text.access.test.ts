import { WebSocket } from 'ws';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Cast, type Part, bottleneckCast } from '../../../../testing/bottleneck-cast.ts';
import { makeItem, makeRunningMeeting } from '../../../../testing/minutes-factory.ts';
import { type TestApp, testApp } from '../../../../testing/test-app.ts';
import { type TextWriter, textWriter } from '../../../../testing/text-writer.ts';
import { readSharedText } from '../../../platform/collab/read-shared-text.ts';
import { newId } from '../../../platform/ids/new-id.ts';
import { minutesTextName } from './minutes-text.ts';

let app: TestApp;
let cast: Cast;
let meetingId: string;
let name: string;
let closedName: string;
const writers: TextWriter[] = [];

beforeAll(async () => {
  app = await testApp();
  cast = await bottleneckCast(app);
});
beforeEach(async () => {
  const { meeting, items } = await makeRunningMeeting(app, cast.make, {
    table: cast.west,
    by: cast.people.chair,
    items: [
      { title: 'Opening', went: 'CURRENT' },
      { title: 'Grondbod', closedPart: true },
    ],
  });
  meetingId = meeting.id;
  name = minutesTextName(meeting.id, items[0]?.id ?? '');
  closedName = minutesTextName(meeting.id, items[1]?.id ?? '');
});
afterEach(() => {
  for (const writer of writers.splice(0)) writer.stop();
});
afterAll(() => app.close());

function at(part: Part, text = name, doc?: TextWriter['doc']): TextWriter {
  const writer = textWriter(app, cast.as(part).cookie, text, doc);
  writers.push(writer);
  return writer;
}
const kept = async (text = name) =>
  ((await readSharedText(app.platform.database.fork(), [text])).get(text) ?? []).map((block) => block.text);
const putState = (state: string) =>
  app.platform.database.fork().execute('update meeting set state = ? where id = ?', [state, meetingId]);
async function granted(writer: TextWriter): Promise<TextWriter['heard']['access']> {
  await writer.until(() => writer.heard.access !== null);
  return writer.heard.access;
}
async function denied(writer: TextWriter): Promise<string | null> {
  await writer.until(() => writer.heard.deniedBecause !== null);
  expect(writer.paragraphs()).toEqual([]);
  return writer.heard.deniedBecause;
}

describe('who may write the minutes', () => {
  test.each(['chair', 'secretary', 'participant', 'market'] as const)('%s takes part and writes', async (part) => {
    const writer = at(part);
    expect(await granted(writer)).toEqual({ access: 'write', because: null });
    writer.write(`van ${part}`);
    await writer.saved();
    expect(await kept()).toEqual([`van ${part}`]);
  });

  test.each(['observer', 'provincialChair'] as const)(
    '%s reads along, live, and no change of theirs is kept',
    async (part) => {
      const reader = at(part);
      expect(await granted(reader)).toEqual({ access: 'read', because: 'PARTICIPANTS_ONLY' });
      const sien = at('secretary');
      sien.write('van Sien');
      await reader.until(() => reader.paragraphs().includes('van Sien'));
      reader.write('erbij gesmokkeld');
      await reader.until(() => reader.heard.refused.length > 0);
      expect(reader.heard.refused[0]).toBe('PARTICIPANTS_ONLY');
      await sien.saved();
      expect(await kept()).toEqual(['van Sien']);
      expect(sien.paragraphs()).toEqual(['van Sien']);
    },
  );

  test.each(['stranger', 'reader', 'twente'] as const)('%s is answered as if there were no such text', async (part) => {
    expect(await denied(at(part))).toBe('NOT_YOURS');
    expect(await denied(at(part, minutesTextName(meetingId, newId())))).toBe('NOT_YOURS');
  });

  test('the closed part is a text of its own, for public bodies', async () => {
    const sien = at('secretary', closedName);
    sien.write('twee miljoen');
    await sien.saved();
    for (const part of ['market', 'observer', 'provincialChair', 'stranger'] as const)
      expect(await denied(at(part, closedName))).toBe('NOT_YOURS');
    expect(await kept(closedName)).toEqual(['twee miljoen']);
    expect(await kept()).toEqual([]);
  });

  test('a guest reads the items of the invitation and no other', async () => {
    await app.platform.database
      .fork()
      .execute(
        `insert into agenda_guest (id, meeting_id, agenda_item_id, person_id, name, organisation, invited_by_id, invited_at) values (?, ?, ?, ?, 'Lezer', '', ?, now())`,
        [newId(), meetingId, name.split(':')[2], cast.people.reader.id, cast.people.secretary.id],
      );
    const other = await makeItem(app, cast.make, { id: meetingId }, 3, { title: 'Niet voor gasten' });
    expect(await granted(at('reader'))).toEqual({ access: 'read', because: 'PARTICIPANTS_ONLY' });
    expect(await denied(at('reader', minutesTextName(meetingId, other.id)))).toBe('NOT_YOURS');
    expect(await denied(at('reader', closedName))).toBe('NOT_YOURS');
  });

  test.each([
    'onbekend:a:b',
    'minutes:a:b',
    'minutes:x',
    `minutes:${newId()}:${newId()}`,
    `minutes:${newId()}:${newId()}:1`,
  ])('%s is no text', async (text) => {
    expect(await denied(at('chair', text))).toBe('NOT_YOURS');
  });

  test('an item of another meeting is not found under this one', async () => {
    const other = await makeRunningMeeting(app, cast.make, {
      table: cast.west,
      by: cast.people.chair,
      items: [{ title: 'Elders' }],
    });
    expect(await denied(at('chair', minutesTextName(meetingId, other.items[0]?.id ?? '')))).toBe('NOT_YOURS');
  });
});

describe('when it may be written', () => {
  test.each([
    ['PUBLISHED', 'read', 'MEETING_NOT_STARTED'],
    ['IN_SESSION', 'write', null],
    ['CLOSED', 'write', null],
    ['MINUTES_ADOPTED', 'read', 'MINUTES_ADOPTED'],
    ['CANCELLED', 'read', 'MEETING_OVER'],
  ])('%s: %s', async (state, access, because) => {
    await putState(state);
    expect(await granted(at('secretary'))).toEqual({ access, because });
  });

  test('who was away when the minutes were adopted is refused and told why; the text stands as it was', async () => {
    const sien = at('secretary');
    const piet = at('participant');
    sien.write('vastgelegd');
    await Promise.all([sien.saved(), piet.saved()]);
    await piet.until(() => piet.paragraphs().length === 1);
    await piet.goOffline();
    piet.write('onderweg geschreven');
    await putState('MINUTES_ADOPTED');
    piet.goOnline();
    await piet.until(() => piet.heard.refused.length > 0);
    expect(piet.heard.refused).toEqual(['MINUTES_ADOPTED']);
    expect(piet.heard.access).toEqual({ access: 'read', because: 'MINUTES_ADOPTED' });
    expect(await kept()).toEqual(['vastgelegd']);
  });

  test('a change that comes after the adoption is refused in the transaction itself, whatever was known before', async () => {
    const sien = at('secretary');
    await sien.saved();
    // No event tells of this: only the transaction finds out, or the look that comes round.
    await putState('MINUTES_ADOPTED');
    sien.write('te laat');
    await sien.until(() => sien.heard.refused.length > 0);
    expect(sien.heard.refused).toEqual(['MINUTES_ADOPTED']);
    expect(await kept()).toEqual([]);
  });

  test('it opens for writing for who has it open already when the meeting begins', async () => {
    await putState('PUBLISHED');
    const sien = at('secretary');
    expect(await granted(sien)).toEqual({ access: 'read', because: 'MEETING_NOT_STARTED' });
    await putState('IN_SESSION');
    await sien.until(() => sien.heard.access?.access === 'write');
    sien.write('begonnen');
    await sien.saved();
    expect(await kept()).toEqual(['begonnen']);
  });
});

describe('who may no longer', () => {
  test('a seat that is taken away cuts the text at once', async () => {
    const mike = await cast.make.member(cast.west, 'PARTICIPANT', { name: 'Mike' });
    const session = app.platform.cookie.set(await app.platform.sessions.begin(mike.id, null)).split(';')[0] ?? '';
    const writer = textWriter(app, session, name);
    writers.push(writer);
    writer.write('van Mike');
    await writer.saved();
    await cast
      .as('secretary')
      .run('mutation ($input: RemoveMemberInput!) { removeMember(input: $input) { problems { code } } }', {
        input: { tableId: `AccelerationTable_${cast.west.id}`, personId: `Person_${mike.id}` },
      });
    await writer.until(() => writer.heard.closedBecause.includes('NOT_YOURS'));
    const sien = at('secretary');
    await sien.saved();
    sien.write('zonder Mike');
    await sien.saved();
    writer.write('nog iets van Mike');
    await sien.saved();
    expect(await kept()).toEqual(['van Mike', 'zonder Mike']);
    expect(writer.paragraphs()).not.toContain('zonder Mike');
  });

  test('signing out closes the socket within a second, and the session opens no other', async () => {
    const session =
      app.platform.cookie.set(await app.platform.sessions.begin(cast.people.market.id, null)).split(';')[0] ?? '';
    const writer = textWriter(app, session, name);
    writers.push(writer);
    await writer.saved();
    const [idHash] = (
      await app.platform.database
        .fork()
        .execute<{ hash: string }[]>(
          'select id_hash as hash from session where person_id = ? order by created_at desc limit 1',
          [cast.people.market.id],
        )
    ).map((row) => row.hash);
    // As another instance would: nobody tells this one.
    await app.platform.database.fork().execute('delete from session where id_hash = ?', [idHash]);
    const since = performance.now();
    await writer.until(() => writer.heard.closeCodes.includes(4401));
    expect(performance.now() - since).toBeLessThan(5_000);
    await writer.until(() => writer.heard.closeCodes.filter((code) => code === 4401).length > 1);
    expect(writer.provider.isSynced).toBe(false);
  });
});

describe('the door', () => {
  const open = (headers: Record<string, string>) =>
    new Promise<number>((resolve) => {
      const socket = new WebSocket(`${app.url.replace('http', 'ws')}/collab`, { headers });
      socket.on('unexpected-response', (_request, response) => {
        resolve(response.statusCode ?? 0);
        socket.terminate();
      });
      socket.on('close', (code) => resolve(code));
      socket.on('error', () => {});
    });

  test('a page of elsewhere is refused before it is a socket', async () => {
    expect(await open({ cookie: cast.as('chair').cookie, origin: 'https://elders.example' })).toBe(403);
  });

  test('nobody comes in without a session', async () => {
    expect(await open({ origin: app.url })).toBe(4401);
    expect(await open({ origin: app.url, cookie: 'session=niets' })).toBe(4401);
  });

  test('one session has so many sockets and no more', async () => {
    const { cookie } = cast.as('civilOwner');
    const sockets: WebSocket[] = [];
    const codes: number[] = [];
    for (let count = 0; count < 25; count += 1) {
      const socket = new WebSocket(`${app.url.replace('http', 'ws')}/collab`, { headers: { cookie, origin: app.url } });
      socket.on('close', (code) => codes.push(code));
      sockets.push(socket);
    }
    await vi.waitUntil(() => codes.length === 5, { timeout: 20_000 });
    expect(codes).toEqual([1008, 1008, 1008, 1008, 1008]);
    for (const socket of sockets) socket.terminate();
  });
});
