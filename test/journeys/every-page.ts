import type { Page } from 'playwright-core';
import type { GraphClient } from '@versnellingstafel/server/testing/graph-client';

/** A page as somebody would see it. */
export interface ShownPage {
  readonly name: string;
  /** The persona who looks; null for nobody yet. */
  readonly who: string | null;
  readonly path: string;
  /** What they do there before it is looked at. */
  readonly doing?: (page: Page) => Promise<unknown>;
}

const lead = 'Projectleider Zwartewaterland';
const secretary = 'Secretaris tafel West';
const West = 'tafel=west-overijssel';

/**
 * Every page of the app, and the dialogs that people meet on the way of a case.
 * @param api as somebody who sees the table of West
 */
export async function everyPage(api: Pick<GraphClient, 'run'>): Promise<ShownPage[]> {
  const { table, projects, notes, legalEvents, patterns } = await api.run(
    `{ table(slug: "west-overijssel") { nextMeeting { id items { id subjects { __typename } } } }
       projects(filter: { text: "Buitenkwartier", kind: DEMO_FICTIONAL }) { edges { node { id } } }
       notes(first: 100) { edges { node { slug validity } } }
       patterns(first: 1) { edges { node { number } } }
       legalEvents(first: 1) { edges { node { id } } } }`,
  );
  const meeting = `/vergaderingen/${table.nextMeeting.id}`;
  const pattern = `/patronen/${patterns.edges[0].node.number}`;
  const onTable = table.nextMeeting.items.find((item: { subjects: object[] }) => item.subjects.length > 0).id;
  const validities: string[] = ['USABLE', 'CHECK_FIRST', 'EXPIRED'];
  const slugs = validities.flatMap(
    (wished) =>
      notes.edges.find(({ node }: { node: { validity: string } }) => node.validity === wished)?.node.slug ?? [],
  );
  const open = (name: string | RegExp) => (page: Page) =>
    page
      .getByRole('button', { name })
      .first()
      .click()
      .then(() => page.getByRole('dialog').waitFor());
  return [
    { name: 'sign-in', who: null, path: '/aanmelden' },
    { name: 'home', who: lead, path: '/' },
    { name: 'home of a stranger', who: 'Lezer zonder tafel', path: '/' },
    { name: 'bottlenecks', who: secretary, path: `/knelpunten?${West}` },
    { name: 'bottlenecks of Twente', who: 'Secretaris tafel Twente', path: '/knelpunten?tafel=twente' },
    { name: 'bottlenecks, all of them', who: secretary, path: '/knelpunten?weergave=alles' },
    { name: 'bottlenecks, none', who: secretary, path: '/knelpunten?tekst=bestaatniet' },
    { name: 'bottlenecks, as a board', who: secretary, path: `/knelpunten?${West}&vorm=bord` },
    { name: 'bottlenecks, by theme', who: secretary, path: `/knelpunten?${West}&groep=thema` },
    { name: 'a list to bring in', who: secretary, path: '/knelpunten/importeer' },
    {
      name: 'bottleneck, somebody is named',
      who: secretary,
      path: '/knelpunten/KP-2026-006',
      doing: async (page) => {
        await page.getByRole('textbox', { name: 'Reageer' }).fill('Weten jullie dit al @');
        await page.getByRole('combobox', { name: 'Wie noem je?' }).waitFor();
      },
    },
    {
      name: 'new bottleneck',
      who: lead,
      path: '/knelpunten/nieuw',
      doing: async (page) => {
        await page.getByLabel('Wat houdt het plan tegen?').fill('Geen stroom vóór de oplevering');
        await page.getByRole('list', { name: 'Lijkt hierop' }).getByRole('link').first().waitFor();
      },
    },
    { name: 'bottleneck', who: lead, path: '/knelpunten/KP-2026-013' },
    { name: 'bottleneck, who does what', who: secretary, path: '/knelpunten/KP-2026-013', doing: open(/^Bewerk/) },
    { name: 'bottleneck, resolving', who: secretary, path: '/knelpunten/KP-2026-006', doing: open('Los op') },
    { name: 'bottleneck, escalated', who: 'Wethouder wonen Deventer', path: '/knelpunten/KP-2026-002' },
    { name: 'pattern', who: lead, path: pattern },
    { name: 'pattern, one ruling for all', who: secretary, path: pattern, doing: open('Los alles in één keer op') },
    { name: 'pattern, more cases', who: secretary, path: pattern, doing: open(/^Voeg toe/) },
    { name: 'table', who: lead, path: '/tafels/west-overijssel' },
    { name: 'agenda in preparation', who: secretary, path: meeting },
    { name: 'agenda as participants will see it', who: secretary, path: `${meeting}?voorbeeld=true` },
    { name: 'agenda, a new item', who: secretary, path: meeting, doing: open(/^Voeg een punt toe/) },
    {
      name: 'agenda, an item being edited',
      who: 'Voorzitter tafel West',
      path: `${meeting}?punt=${onTable}`,
      doing: open('Bewerk dit punt'),
    },
    { name: 'agenda, a guest', who: secretary, path: `${meeting}?punt=${onTable}`, doing: open('Nodig een gast uit') },
    { name: 'agenda of a participant', who: lead, path: meeting },
    { name: 'agenda, a proposal', who: lead, path: meeting, doing: open('Stel een punt voor') },
    { name: 'agenda, absent', who: lead, path: meeting, doing: open('Ik kom niet') },
    { name: 'at the table', who: secretary, path: `${meeting}?punt=${onTable}` },
    { name: 'notes', who: lead, path: '/kennis' },
    ...slugs.map((slug, index) => ({
      name: `note, ${validities[index]?.toLowerCase()}`,
      who: lead,
      path: `/kennis/${slug}`,
    })),
    {
      name: 'note, its earlier texts',
      who: 'Kennisredacteur',
      path: `/kennis/${slugs[0]}`,
      doing: open('Bekijk eerdere teksten'),
    },
    { name: 'looking after search', who: 'Kennisredacteur', path: '/zoeken/beheer' },
    {
      name: 'a synonym',
      who: 'Kennisredacteur',
      path: '/zoeken/beheer',
      doing: open('Voeg synoniemen toe'),
    },
    { name: 'changes in the law', who: 'Kennisredacteur', path: '/kennis/recht' },
    { name: 'a change in the law', who: 'Kennisredacteur', path: `/kennis/recht/${legalEvents.edges[0].node.id}` },
    {
      name: 'a change in the law, being recorded',
      who: 'Kennisredacteur',
      path: '/kennis/recht',
      doing: open('Leg een wijziging vast'),
    },
    {
      name: 'bottleneck, a party is asked',
      who: lead,
      path: '/knelpunten/KP-2026-026',
      doing: open('Vraag een partij mee te tekenen'),
    },
    { name: 'what is asked of the deputy', who: 'Gedeputeerde wonen', path: '/gevraagd' },
    { name: 'what is asked, nothing', who: 'Lezer zonder tafel', path: '/gevraagd' },
    { name: 'bottleneck, a memo waits', who: secretary, path: '/knelpunten/KP-2026-034' },
    { name: 'new note', who: secretary, path: '/kennis/nieuw' },
    { name: 'note being edited', who: 'Kennisredacteur', path: `/kennis/${slugs[0]}/bewerk` },
    { name: 'search', who: lead, path: '/zoeken?q=stroom' },
    { name: 'search, nothing', who: lead, path: '/zoeken?q=qqqxyz' },
    {
      name: 'search from anywhere',
      who: lead,
      path: '/kennis',
      doing: async (page) => {
        await page.getByRole('button', { name: /^Zoek in knelpunten/ }).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByRole('searchbox').fill('stikstof');
        await dialog.getByRole('option').first().waitFor();
      },
    },
    { name: 'projects', who: lead, path: '/projecten' },
    { name: 'project', who: lead, path: `/projecten/${projects.edges[0].node.id}` },
    { name: 'nothing there', who: lead, path: '/bestaat-niet' },
  ];
}

/** Opens a page and waits until it stands still. */
export async function show(page: Page, { path, doing }: ShownPage): Promise<void> {
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.evaluate('document.fonts.ready.then(() => true)');
  await doing?.(page);
}
