import type { TestApp } from '@versnellingstafel/server/testing/test-app';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Seated, closeBrowser, openDemo, seat } from './browser.ts';
import { timeToShow, atOnce, printTimes } from './patience.ts';

const title = 'De brug naar het plan draagt het bouwverkeer niet';
const why = 'De brug is van het waterschap en de provincie';
const memoWords = 'Wie betaalt de versterking van de brug, zodat er in het voorjaar gebouwd kan worden?';
const backWhy = 'De provincie betaalt niet mee zolang het waterschap niet heeft gerekend';
const answer = 'Het waterschap rekent vóór 1 maart; daarna verdelen gemeente en waterschap de kosten';

const count = '{ bottlenecks(filter: { open: true }) { totalCount } }';
const found = `query ($id: ID!) { node(id: $id) { ... on Bottleneck { number state heldBy { slug } owner { name } sharedInPart
  escalations { state from { slug } to { slug } } } } }`;
const problems = 'problems { code message }';

describe('an escalation from the local table up and back, three people live', () => {
  let app: TestApp;
  let local: Seated;
  let west: Seated;
  let province: Seated;
  let id = '';
  let number = '';

  const caseOf = async (who: Seated) => (await who.api.run(found, { id })).node;
  const countOf = async (who: Seated) => (await who.api.run(count)).bottlenecks.totalCount as number;
  const dialog = (who: Seated) => who.page.getByRole('dialog');
  const escalation = (who: Seated) => who.page.getByRole('region', { name: 'Escalatie' });
  const asked = (who: Seated) => who.page.getByRole('region', { name: 'Tussen de tafels' });
  /** What is asked of them about this case. */
  const item = (who: Seated) => asked(who).getByRole('listitem').filter({ hasText: title });
  const live = (who: Seated) => who.page.getByRole('status').filter({ hasText: 'Live' }).waitFor();

  /** Runs a mutation that must succeed. */
  async function does(who: Seated, mutation: string, type: string, input: object) {
    const text = `mutation ($input: ${type}!) { ${mutation}(input: $input) { bottleneck { id number version } ${problems} } }`;
    const payload = (await who.api.run(text, { input }))[mutation];
    expect(payload.problems, mutation).toEqual([]);
    return payload.bottleneck as { id: string; number: string; version: number };
  }

  beforeAll(async () => {
    app = await openDemo();
    local = await seat(app, 'Secretaris lokale tafel Zwolle');
    west = await seat(app, 'Secretaris tafel West');
    province = await seat(app, 'Provinciaal coördinator');
    const { projects, table, people } = await local.api.run(
      `{ projects(filter: { text: "Kolkzone", kind: DEMO_FICTIONAL }) { edges { node { id } } } table(slug: "zwolle") { id }
        people(text: "Wethouder wonen Deventer") { edges { node { id } } } }`,
    );
    const made = await does(local, 'logBottleneck', 'LogBottleneckInput', {
      title,
      description: 'De brug mag twintig ton dragen en de bouw vraagt veertig.',
      ask: 'Denk mee over de brug.',
      themeCodes: ['MOBILITEIT'],
      confidentiality: 'CONFIDENTIAL',
      tableId: table.id,
      constructionStart: '2030-03-01',
      projects: [{ projectId: projects.edges[0].node.id, homesBlocked: 120 }],
    });
    ({ id, number } = made);
    const political = { politicalOwnerId: people.edges[0].node.id };
    const assigned = await does(local, 'assignBottleneck', 'AssignBottleneckInput', {
      bottleneckId: id,
      expectedVersion: made.version,
      ...political,
    });
    const triaged = await does(local, 'triageBottleneck', 'TriageBottleneckInput', {
      bottleneckId: id,
      expectedVersion: assigned.version,
    });
    await does(local, 'startBottleneck', 'BottleneckVersionInput', {
      bottleneckId: id,
      expectedVersion: triaged.version,
    });
    await local.page.goto(`/knelpunten/${number}`);
    await west.page.goto('/gevraagd');
    await province.page.goto('/gevraagd');
    for (const who of [local, west, province]) await live(who);
  });
  afterAll(async () => {
    printTimes();
    await closeBrowser();
    await app.close();
  });

  it('is nothing to the tables above before it is sent', async () => {
    expect([await caseOf(west), await caseOf(province)]).toEqual([null, null]);
  });

  it('goes to the regional table with a memo that was written from the case, and stands there at once', async () => {
    const before = [await countOf(west), await countOf(province)];
    await local.page.getByRole('button', { name: 'Meer stappen' }).click();
    await local.page.getByRole('menuitem', { name: 'Escaleer' }).click();
    await dialog(local).getByLabel('Waarom kan deze tafel het niet oplossen?').fill(why);
    await dialog(local)
      .getByRole('button', { name: /Bekijk en bewerk het memo/ })
      .click();
    const question = dialog(local).getByLabel('Wat vraag je?');
    await expect.poll(() => question.inputValue()).toBe('Denk mee over de brug.');
    await question.fill(memoWords);
    const shown = await timeToShow('An escalation at the table above', asked(west).getByText(title), () =>
      dialog(local).getByRole('button', { name: 'Escaleer naar West-Overijssel' }).click(),
    );
    expect(shown).toBeLessThan(atOnce);
    await item(west).getByText(memoWords).first().waitFor();
    expect([await countOf(west), await countOf(province)]).toEqual([(before[0] ?? 0) + 1, before[1]]);
    expect(await caseOf(west)).toMatchObject({
      state: 'ESCALATED',
      sharedInPart: true,
      heldBy: { slug: 'west-overijssel' },
    });
    expect(await caseOf(province)).toBeNull();
  });

  it('has its memo as a PDF of one page, for who reads it and nobody else', async () => {
    await item(west).getByRole('button', { name: 'Lees het memo' }).click();
    const address = await item(west).getByRole('link', { name: /PDF/ }).getAttribute('href');
    const pdf = await west.context.request.get(address ?? '');
    expect([pdf.status(), pdf.headers()['content-type']]).toEqual([200, 'application/pdf']);
    expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
    expect((await province.context.request.get(address ?? '')).status()).toBe(404);
  });

  it('is accepted with two presses, and the local table sees that at once', async () => {
    await item(west).getByRole('button', { name: 'Neem aan' }).click();
    const stop = escalation(local)
      .getByRole('listitem')
      .filter({ hasText: 'Aangenomen' })
      .filter({ hasNotText: 'wacht op' });
    await escalation(local).getByText('wacht op West-Overijssel').waitFor();
    const shown = await timeToShow('That it was accepted, at the table below', stop, () =>
      dialog(west).getByRole('button', { name: 'Neem aan' }).click(),
    );
    expect(shown).toBeLessThan(atOnce);
  });

  it('goes on to the provincial table once the alderman agrees, and both tables below see where it is', async () => {
    await west.page.goto(`/knelpunten/${number}`);
    await live(west);
    await west.page.getByRole('button', { name: 'Meer stappen' }).click();
    await west.page.getByRole('menuitem', { name: 'Escaleer' }).click();
    await dialog(west).getByLabel('Waarom kan deze tafel het niet oplossen?').fill(why);
    await dialog(west).getByRole('button', { name: 'Vraag akkoord' }).click();
    await escalation(west).getByText('wacht op akkoord').waitFor();
    expect(await caseOf(province)).toBeNull();

    const alderman = await seat(app, 'Wethouder wonen Deventer', { width: 390, height: 844 });
    await alderman.page.goto('/gevraagd');
    await asked(alderman).getByText(title).waitFor();
    await item(alderman).getByRole('button', { name: 'Geef akkoord' }).click();
    const send = escalation(west).getByRole('button', { name: 'Verstuur naar Provinciaal' });
    await send.waitFor();
    expect(alderman.complaints).toEqual([]);
    await alderman.context.close();
    const shown = await timeToShow('An escalation at the second table above', asked(province).getByText(title), () =>
      send.click(),
    );
    expect(shown).toBeLessThan(atOnce);
    await escalation(local)
      .getByText('Regionale versnellingstafel West-Overijssel naar Provinciale versnellingstafel Overijssel')
      .waitFor();
    expect(await caseOf(local)).toMatchObject({
      heldBy: { slug: 'overijssel' },
      owner: { name: 'Secretaris lokale tafel Zwolle' },
      escalations: [
        { state: 'ACCEPTED', from: { slug: 'zwolle' }, to: { slug: 'west-overijssel' } },
        { state: 'SENT', from: { slug: 'west-overijssel' }, to: { slug: 'overijssel' } },
      ],
    });
  });

  it('comes back with a reason that both tables below read at once', async () => {
    await item(province).getByRole('button', { name: 'Geef terug' }).click();
    await dialog(province).getByRole('textbox').fill(backWhy);
    const shown = await timeToShow('That it came back, at the table below', escalation(west).getByText(backWhy), () =>
      dialog(province).getByRole('button', { name: 'Geef terug' }).click(),
    );
    expect(shown).toBeLessThan(atOnce);
    await escalation(local).getByText(backWhy).waitFor();
    await item(province).waitFor({ state: 'detached' });
    expect(await caseOf(west)).toMatchObject({ heldBy: { slug: 'west-overijssel' } });
  });

  it('is answered to the local table, which holds it again and never stopped owning it', async () => {
    await escalation(west).getByRole('button', { name: 'Geef antwoord' }).click();
    await dialog(west).getByRole('textbox').first().fill(answer);
    const shown = await timeToShow('The answer, at the local table', escalation(local).getByText(answer), () =>
      dialog(west)
        .getByRole('button', { name: /antwoord/i })
        .click(),
    );
    expect(shown).toBeLessThan(atOnce);
    expect(await caseOf(local)).toMatchObject({
      heldBy: { slug: 'zwolle' },
      owner: { name: 'Secretaris lokale tafel Zwolle' },
      escalations: [{ state: 'ANSWERED' }, { state: 'RETURNED' }],
    });
    expect([local, west, province].flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
