import { escalationLimits } from '@versnellingstafel/shared/bottlenecks/escalations';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EscalationCast, escalationCast, noEscalation } from '../../../../testing/escalation-cast.ts';
import type { GraphClient } from '../../../../testing/graph-client.ts';
import { readPdf } from '../../../../testing/read-pdf.ts';
import { type TestApp, testApp } from '../../../../testing/test-app.ts';

let app: TestApp;
let cast: EscalationCast;
beforeAll(async () => {
  app = await testApp({ now: new Date('2026-11-25T10:00:00Z') });
  cast = await escalationCast(app);
});
afterAll(() => app.close());

const get = (client: GraphClient | null, url: string, options: RequestInit = {}) =>
  fetch(app.url + url, { ...options, headers: { ...(client && { cookie: client.cookie }), ...options.headers } });

test('the memo is a PDF of one page, tagged and with a title, in the language of the reader', async () => {
  const made = await cast.localCase();
  const draft = await cast.drafted(made, { memo: { question: 'Mag dit?' } });
  const answer = await get(cast.of('alderman'), draft.memoUrl);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  const pdf = await readPdf(new Uint8Array(await answer.arrayBuffer()));
  expect(pdf).toMatchObject({ title: `Escalatiememo ${made.number}`, author: 'Kampen', language: 'nl' });
  expect(pdf.roles).toEqual(expect.arrayContaining(['H1', 'P']));
  for (const text of ['Concept, nog niet verstuurd', 'Mag dit?', 'Het geheime dossier', '120 woningen', 'West'])
    expect(pdf.text).toContain(text);
  expect(pdf.text).toContain('1 / 1');
});

test('also when every text is as long as it may be', async () => {
  const { questionMax, situationMax, triedMax, consequenceMax, proposalMax } = escalationLimits;
  const filled = (length: number) => 'Woningbouw vraagt stroom. '.repeat(60).slice(0, length).trim();
  const lines = (length: number) => 'Regel.\n'.repeat(8) + filled(length - 60);
  const memo = {
    question: filled(questionMax),
    situation: lines(situationMax),
    tried: lines(triedMax),
    consequence: filled(consequenceMax),
    proposal: lines(proposalMax),
  };
  const draft = await cast.drafted(await cast.localCase({ title: 'Een lang knelpunt '.repeat(8).trim() }), { memo });
  const answer = await get(cast.of('localMember'), draft.memoUrl);
  const { text } = await readPdf(new Uint8Array(await answer.arrayBuffer()));
  expect(text).toContain('1 / 1');
});

test('is not there for whom the escalation is not, nor under another address, and is only read', async () => {
  const draft = await cast.drafted(await cast.localCase());
  const id = draft.memoUrl.slice(0, -'.pdf'.length);
  const asked = [
    get(cast.of('westSecretary'), draft.memoUrl),
    get(cast.as('stranger'), draft.memoUrl),
    get(null, draft.memoUrl),
    get(cast.of('alderman'), `${id}.docx`),
    get(cast.of('alderman'), `/documents/escalations/${noEscalation().replace('Escalation_', '')}.pdf`),
  ];
  const answers = await Promise.all(asked);
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
  const bodies = await Promise.all(answers.slice(0, 2).map((answer) => answer.text()));
  const told = bodies.map((body) => (JSON.parse(body) as { message: string }).message);
  expect(told[0]).toBe(told[1]);
  expect((await get(cast.of('alderman'), draft.memoUrl, { method: 'DELETE' })).status).toBe(405);
  const head = await get(cast.of('alderman'), draft.memoUrl, { method: 'HEAD' });
  expect([head.status, await head.text()]).toEqual([200, '']);
});
