import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Part } from '../../../../testing/bottleneck-cast.ts';
import { ClosedMeeting, secret } from '../../../../testing/closed-meeting.ts';
import { makeMeeting } from '../../../../testing/meeting-factory.ts';
import { makeItem, makeRunningMeeting } from '../../../../testing/minutes-factory.ts';
import { readPdf } from '../../../../testing/read-pdf.ts';
import { type TestApp, testApp } from '../../../../testing/test-app.ts';

const start = new Date('2026-11-12T12:30:00Z');
let app: TestApp;
let stage: ClosedMeeting;

beforeAll(async () => {
  app = await testApp({ now: start });
  stage = await ClosedMeeting.on(app);
});
beforeEach(() => stage.play());
afterAll(() => app.close());

const kinds = ['agenda', 'minutes', 'decisions', 'actions'];
const asks = (part: Part | null, path: string, options: RequestInit = {}) =>
  fetch(`${app.url}/documents/meetings/${path}`, {
    ...options,
    headers: { ...(part && { cookie: stage.as(part).cookie }), ...options.headers },
  });
const get = (part: Part | null, name: string, options: RequestInit = {}) =>
  asks(part, `${stage.meeting.id}/${name}`, options);
const textOf = async (part: Part, name: string, options: RequestInit = {}) => {
  const answer = await get(part, name, options);
  expect(answer.status, name).toBe(200);
  return answer.text();
};
const closedWords = /2 miljoen|Streekhof|Grondbod/;
const listed = async (part: Part, id = stage.meeting.globalId) =>
  (
    await stage
      .as(part)
      .run('query ($id: ID!) { meeting(id: $id) { documents { kind format url urlWithClosedPart } } }', { id })
  ).meeting?.documents as { kind: string; format: string; url: string; urlWithClosedPart: string | null }[];

describe('the list of documents', () => {
  test('gives each kind in each format, and the closed part to whom it is for', async () => {
    const documents = await listed('participant');
    expect(documents).toHaveLength(12);
    for (const { url, urlWithClosedPart } of documents) {
      expect((await fetch(app.url + url, { headers: { cookie: stage.as('participant').cookie } })).status).toBe(200);
      expect(urlWithClosedPart).toBe(`${url}?besloten=1`);
    }
    for (const part of ['market', 'observer'] as const)
      expect((await listed(part)).map(({ urlWithClosedPart }) => urlWithClosedPart)).toEqual(Array(12).fill(null));
  });

  test('of who is not of the table has the agenda alone until the minutes are published', async () => {
    const seen = async () => new Set((await listed('provincialChair')).map(({ kind }) => kind));
    expect(await seen()).toEqual(new Set(['AGENDA']));
    expect((await get('provincialChair', 'minutes.md')).status).toBe(404);
    await stage.adopted();
    await stage.change('chair', 'publishMinutes');
    expect(await seen()).toEqual(new Set(['AGENDA', 'MINUTES', 'DECISIONS', 'ACTIONS']));
    expect(await textOf('provincialChair', 'minutes.md')).not.toMatch(closedWords);
    expect(await listed('stranger')).toBeUndefined();
  });
});

describe('a document', () => {
  test('says every decision and action, with the closed part only when it is asked for', async () => {
    const open = await textOf('participant', 'minutes.md');
    expect(open).toContain('De ruimte gaat naar Kampen');
    expect(open).toContain('Kampen licht toe.');
    expect(open).toContain('## 2. Besloten deel');
    expect(open).not.toMatch(closedWords);
    const whole = await textOf('participant', 'minutes.md?besloten=1');
    expect(whole).toContain('Met besloten deel, niet verspreiden');
    expect(whole).toContain(`| ${secret} | Piet | 1 december 2026 |`);
    expect(await textOf('participant', 'decisions.md')).toContain('| 1. Stikstofruimte | De ruimte gaat naar Kampen |');
    expect(await textOf('participant', 'actions.md')).toContain('Er zijn geen acties afgesproken.');
    expect(await textOf('participant', 'actions.md?besloten=1')).toContain(secret);
    expect(await textOf('participant', 'agenda.md')).toContain('| 2 | 13:45 | Besloten deel |');
    expect(await textOf('participant', 'agenda.md?besloten=1')).toContain('Grondbod Streekhof');
  });

  test('keeps the closed part from whom it is not for, in every kind and format', async () => {
    for (const part of ['market', 'observer'] as const)
      for (const kind of kinds) {
        expect(await textOf(part, `${kind}.md`)).not.toMatch(closedWords);
        expect((await get(part, `${kind}.md?besloten=1`)).status).toBe(404);
        const docx = unzipSync(new Uint8Array(await (await get(part, `${kind}.docx`)).arrayBuffer()));
        for (const bytes of Object.values(docx)) expect(strFromU8(bytes)).not.toMatch(closedWords);
        expect((await pdfOf(part, `${kind}.pdf`)).text).not.toMatch(closedWords);
      }
  });

  test('is not there for strangers and without a session, and neither is a wrong address', async () => {
    for (const part of ['stranger', 'twente', 'reader', null] as const)
      for (const kind of kinds) expect((await get(part, `${kind}.md`)).status).toBe(404);
    for (const name of ['minutes.exe', 'minutes', 'notes.md', 'minutes.md/..', '../minutes.md', 'MINUTES.md'])
      expect((await get('chair', name)).status).toBe(404);
    expect((await asks('chair', '00000000-0000-7000-8000-000000000000/minutes.md')).status).toBe(404);
    expect((await get('chair', 'minutes.md', { method: 'POST' })).status).toBe(405);
    const draft = await makeMeeting(app, stage.cast.make, { table: stage.cast.west, by: stage.cast.people.chair });
    expect((await asks('participant', `${draft.id}/agenda.md`)).status).toBe(404);
    expect(await (await asks('chair', `${draft.id}/agenda.md`)).text()).toContain('**Concept**');
  });

  test('reads as a draft until it is adopted, and then tells how and under which hash', async () => {
    expect(await textOf('market', 'minutes.md')).toContain('**Concept**');
    const { hash } = await stage.adopted();
    const text = await textOf('market', 'minutes.md');
    expect(text).not.toContain('Concept');
    expect(text).toContain('**Vastgesteld**: donderdag 12 november 2026, buiten een vergadering, Cor');
    expect(text).toContain(hash);
    await stage.change('secretary', 'addAddendum', { text: 'Het bedrag was anders.' });
    await stage.change('secretary', 'addAddendum', { text: secret, itemId: stage.closed.globalId });
    await stage.change('market', 'addAddendum', { text: 'Nog niet besloten.' });
    const added = await textOf('participant', 'minutes.md');
    expect(added).toContain('- **Aanvulling 1**: Het bedrag was anders.');
    expect(added).not.toMatch(/2 miljoen|Nog niet besloten/);
    expect(await textOf('participant', 'minutes.md?besloten=1')).toContain(`- **Aanvulling 2**: ${secret}`);
  });

  test('can be had before the meeting ends, by the people of the table', async () => {
    const { meeting } = await makeRunningMeeting(app, stage.cast.make, {
      table: stage.cast.west,
      by: stage.cast.people.chair,
      items: [{ title: 'Opening', went: 'CURRENT' }],
    });
    const text = await (await asks('observer', `${meeting.id}/minutes.md`)).text();
    expect(text).toContain('**Concept, de vergadering is nog niet gesloten**');
    expect((await asks('provincialChair', `${meeting.id}/minutes.md`)).status).toBe(404);
  });

  test('speaks the language of who asks', async () => {
    const english = await textOf('participant', 'minutes.md', { headers: { 'accept-language': 'en' } });
    expect(english).toContain('# Minutes West, Thursday, 12 November 2026');
    expect(english).toContain('## 2. Closed part');
  });

  test('has a name that tells what it is, and headers that keep it to its reader', async () => {
    const answer = await get('participant', 'minutes.pdf?besloten=1', { method: 'HEAD' });
    expect(answer.headers.get('content-disposition')).toMatch(
      /^inline; filename="verslag-tafel-\d+-2026-11-12-besloten-deel\.pdf"/,
    );
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(Number(answer.headers.get('content-length'))).toBeGreaterThan(1_000);
    const docx = await get('participant', 'decisions.docx');
    expect(docx.headers.get('content-disposition')).toContain('filename="besluitenlijst-tafel-');
    expect(unzipSync(new Uint8Array(await docx.arrayBuffer()))['word/document.xml']).toBeDefined();
  });

  test('as PDF is tagged, and says what the others say', async () => {
    const { text, roles } = await pdfOf('participant', 'minutes.pdf?besloten=1');
    expect(roles).toEqual(expect.arrayContaining(['Document', 'H1', 'Table', 'TH', 'TD']));
    const squeezed = text.replace(/[\s\u200b]/g, '');
    for (const said of ['DeruimtegaatnaarKampen', secret.replace(/\s/g, ''), 'Kampenlichttoe.', 'Piet'])
      expect(squeezed).toContain(said);
  });

  test('shows no case to whom the case does not show', async () => {
    const hidden = await stage.cast.bottleneck({ confidentiality: 'CONFIDENTIAL', title: 'Geheim knelpunt' });
    const meeting = await makeMeeting(app, stage.cast.make, {
      table: stage.cast.west,
      by: stage.cast.people.chair,
      state: 'IN_SESSION',
    });
    await makeItem(app, stage.cast.make, meeting, 1, { title: 'Over het knelpunt', bottlenecks: [hidden] });
    const agenda = async (part: Part) => (await asks(part, `${meeting.id}/agenda.md`)).text();
    expect(await agenda('participant')).toContain(`**Over**: ${hidden.number} Geheim knelpunt`);
    expect(await agenda('market')).not.toMatch(/Geheim|Over het knelpunt|KP-/);
  });
});

const pdfOf = async (part: Part, name: string) => readPdf(new Uint8Array(await (await get(part, name)).arrayBuffer()));
