import type { ReactElement, ReactNode } from 'react';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { AccountMenu } from './AccountMenu.tsx';
import { AppShell } from './AppShell.tsx';
import { Ask } from './Ask.tsx';
import { BackOnlineNote } from './BackOnlineNote.tsx';
import { BarLink } from './BarLink.tsx';
import { BarTableSelect } from './BarTableSelect.tsx';
import { Bones } from './Bones.tsx';
import { Brand } from './Brand.tsx';
import { Button } from './Button.tsx';
import { Crumbs } from './Crumbs.tsx';
import { DateWithDistance } from './DateWithDistance.tsx';
import { Delay } from './Delay.tsx';
import { DemoNotice } from './DemoNotice.tsx';
import { EmptyState } from './EmptyState.tsx';
import { ErrorState } from './ErrorState.tsx';
import { Facts } from './Facts.tsx';
import { Highlight } from './Highlight.tsx';
import { Homes } from './Homes.tsx';
import { HomeIcon, ScreenIcon } from './icons.tsx';
import { LevelMark } from './LevelMark.tsx';
import { LineOfStops, type Stop } from './LineOfStops.tsx';
import { List } from './List.tsx';
import { LiveDot } from './LiveDot.tsx';
import { MainNav } from './MainNav.tsx';
import { Meta } from './Meta.tsx';
import { NavItem } from './NavItem.tsx';
import { NewAbove } from './NewAbove.tsx';
import { Note } from './Note.tsx';
import { OfflineBand } from './OfflineBand.tsx';
import { PageHead } from './PageHead.tsx';
import { Prose } from './Prose.tsx';
import { Row } from './Row.tsx';
import { SearchTrigger } from './SearchTrigger.tsx';
import { Section } from './Section.tsx';
import { Split } from './Split.tsx';
import { Stack } from './Stack.tsx';
import { StateMark, stateLabels, type BottleneckState } from './StateMark.tsx';
import { Tag } from './Tag.tsx';
import { expectAccessible, render } from './testing/render.tsx';
import { Toolbar } from './Toolbar.tsx';
import { ValidityBand } from './ValidityBand.tsx';
import { VisuallyHidden } from './VisuallyHidden.tsx';
import { Who } from './Who.tsx';

const nothing = (): void => undefined;
const today = '2026-11-23';
const link = (content: ReactNode): ReactElement => <a href="#elders">{content}</a>;
const currentLink = (content: ReactNode): ReactElement => (
  <a href="#start" aria-current="page">
    {content}
  </a>
);

function Frame({ onSearch = nothing }: { onSearch?: () => void }): ReactElement {
  return (
    <AppShell
      brand={<Brand link={link} />}
      table={<BarTableSelect tables={[{ id: 'west', name: 'West-Overijssel' }]} value="west" onChange={nothing} />}
      search={<SearchTrigger onPress={onSearch} />}
      live={<LiveDot state="connected" people={18} />}
      extra={
        <BarLink link={link} icon={<ScreenIcon />}>
          Projector
        </BarLink>
      }
      account={<AccountMenu letters="PO" name="Secretaris" entries={[]} />}
      nav={
        <MainNav saved={<NavItem label="Te laat" count={2} link={link} />}>
          <NavItem icon={<HomeIcon />} label="Start" link={currentLink} />
          <NavItem label="Knelpunten" count={11} link={link} />
        </MainNav>
      }
      band={<OfflineBand since="2026-11-23T13:32:00Z" waiting={2} onRetry={nothing} />}
    >
      <PageHead
        title="Knelpunten"
        meta={<Meta>{['KP-2026-002', 'Leikade']}</Meta>}
        actions={<Button variant="primary">Nieuw knelpunt</Button>}
      />
      <DemoNotice />
    </AppShell>
  );
}

test('the frame names its parts, starts with the skip link and opens search with a slash', async () => {
  const onSearch = vi.fn<() => void>();
  render(<Frame onSearch={onSearch} />, { frame: true });
  await expect.element(page.getByRole('navigation', { name: 'Hoofdmenu' })).toBeVisible();
  await expect.element(page.getByText('Live, 18 verbonden')).toBeInTheDocument();
  await expect.element(page.getByText(/2 wijzigingen wachten op verzending/)).toBeVisible();
  await expectAccessible();
  await userEvent.tab();
  await expect.element(page.getByRole('link', { name: 'Naar de inhoud' })).toHaveFocus();
  await userEvent.keyboard('/');
  expect(onSearch).toHaveBeenCalledOnce();
});

const stops: Stop[] = [
  { id: 'local', at: 'been', title: 'Lokaal', place: 'Gemeente Deventer', lines: ['5 mrt – 16 apr'] },
  { id: 'provincial', at: 'returned', title: 'Provinciaal', lines: ['eerst de grondbalans'] },
  {
    id: 'national',
    at: 'now',
    title: 'Landelijk',
    lines: [
      <span className="soon" key="wait">
        wacht op antwoord
      </span>,
    ],
  },
  { id: 'home', at: 'ahead', title: 'Terug naar Deventer' },
];

test('a case page is made of accessible parts', async () => {
  render(
    <Stack>
      <Crumbs label="Knelpunten" link={link} aside={<Who letters="DV" name="Deventer" live />} />
      <Ask
        heading="Gevraagd van de landelijke tafel"
        actions={<Button>Memo</Button>}
        facts={[{ term: 'Wachten hierop', value: '650 woningen', note: 'over 69 dagen', homes: 650 }]}
      >
        Geef woningbouw voorrang.
      </Ask>
      <LineOfStops label="Weg langs de tafels" stops={stops} />
      <Split side={<Section title="Projecten">Leikade</Section>}>
        <Section title="Wie doet wat" aside="3" actions={<Button variant="quiet">Bewerk</Button>}>
          <Facts wide items={[{ term: 'Trekker', value: 'Provincie' }]} />
        </Section>
        <Section title="Tijdlijn" hideTitle>
          <LineOfStops label="Tijdlijn" tone="log" stops={stops} />
        </Section>
      </Split>
      <ValidityBand state="usable" date="2027-01-15" note="Controleer bij BIJ12.">
        <LineOfStops tone="positive" label="Waar deze notitie op rust" stops={stops} />
      </ValidityBand>
      <ValidityBand state="check" date="2026-10-15" />
      <ValidityBand state="expired" date="2024-01-01" />
    </Stack>,
  );
  await expect.element(page.getByRole('heading', { name: 'Bruikbaar tot 15 januari 2027' })).toBeVisible();
  await expect.element(page.getByRole('heading', { name: 'Vervallen sinds 1 januari 2024' })).toBeVisible();
  await expect.element(page.getByText('teruggegeven').first()).toBeInTheDocument();
  expect(document.querySelector('[aria-current=step]')?.textContent).toContain('Landelijk');
  await expectAccessible();
});

test('marks carry a word beside every shape', async () => {
  render(
    <Stack>
      <Row>
        {(Object.keys(stateLabels) as BottleneckState[]).map((state) => (
          <StateMark key={state} state={state} />
        ))}
      </Row>
      <Row>
        <LevelMark level="NATIONAL" />
        <Tag>sleutelproject</Tag>
        <Tag tone="old">vervallen</Tag>
        <Delay minutes={5} />
        <Homes count={140} tone="free">
          vrij
        </Homes>
        <Homes count={180} of={420} />
        <DateWithDistance date="2026-11-12" today={today} />
        <DateWithDistance date="2026-11-26" today={today} />
        <DateWithDistance date="2026-12-10" today={today} />
        <span className="news">nieuw, 14:32</span>
      </Row>
    </Stack>,
  );
  await expect.element(page.getByText('11 dagen te laat')).toHaveClass('late');
  await expect.element(page.getByText('over 3 dagen')).toHaveClass('soon');
  await expect.element(page.getByText('over 17 dagen')).toHaveClass('sub');
  await expect.element(page.getByText('5 minuten later dan gepland')).toBeInTheDocument();
  await expectAccessible();
});

const widthOfRoofs = (): number => document.querySelector('.roofs')?.getBoundingClientRect().width ?? -1;

test('one roof is fifty homes, never clipped: what does not fit is told by the figure alone', async () => {
  render(<Homes count={650}>woningen wachten</Homes>);
  await expect.element(page.getByText('650')).toBeVisible();
  expect(widthOfRoofs()).toBeCloseTo(13 * 8, 0);
  render(<Homes count={60_000}>woningen</Homes>);
  await expect.element(page.getByText('60.000')).toBeVisible();
  expect(widthOfRoofs()).toBe(0);
});

const tops = (): number[] =>
  [...document.querySelectorAll('.stop')].map((stop) => Math.round(stop.getBoundingClientRect().top));

test('the line lies down where it has room and stands where it has not', async () => {
  render(<LineOfStops label="Weg" stops={stops} />);
  await expect.element(page.getByRole('list', { name: 'Weg' })).toBeVisible();
  expect(new Set(tops()).size).toBe(1);
  await page.viewport(390, 800);
  expect(new Set(tops()).size).toBe(stops.length);
  await page.viewport(1280, 800);
});

test('messages and states pass axe', async () => {
  render(
    <Stack>
      <Note kind="info" title="Let op" action={<a href="#oud">Alleen de oude term</a>}>
        Bestemmingsplan heet nu omgevingsplan.
      </Note>
      <Note kind="success">Gelukt.</Note>
      <Note kind="warning">Bijna.</Note>
      <Note kind="error" live>
        Mislukt.
      </Note>
      <BackOnlineNote sent={2} updated={1} />
      <EmptyState title="Niets te laat" action={<a href="#alle">Toon alle</a>}>
        Alle knelpunten hebben een datum.
      </EmptyState>
      <NewAbove count={2} onShow={nothing} />
      <Toolbar label="Filters">
        <Button>Filters</Button>
      </Toolbar>
      <List dated label="Gevraagd">
        <li>
          <div>do 19 nov</div>
          <div>Partijkeuringen</div>
          <div>
            <Button>Meld gereed</Button>
          </div>
        </li>
      </List>
      <Prose>
        <p>Lange tekst.</p>
      </Prose>
      <VisuallyHidden as="p">Alleen voor wie luistert</VisuallyHidden>
    </Stack>,
  );
  await expect.element(page.getByText(/2 wijzigingen verstuurd/)).toBeVisible();
  await expectAccessible();
});

test('a failure says what, whether the text is safe, what now, and a code', async () => {
  const onRetry = vi.fn<() => void>();
  render(
    <ErrorState
      title="De lijst kon niet laden"
      textSafe="Wat je typte is bewaard op dit apparaat."
      onRetry={onRetry}
      code="T-4821"
    >
      De server antwoordt niet.
    </ErrorState>,
  );
  await expect.element(page.getByRole('alert').getByText(/bewaard op dit apparaat/)).toBeVisible();
  await expect.element(page.getByText('Code: T-4821')).toBeVisible();
  await page.getByRole('button', { name: 'Probeer opnieuw' }).click();
  expect(onRetry).toHaveBeenCalledOnce();
  await expectAccessible();
});

test('bones take their place at once and show after a moment', async () => {
  render(<Bones label="Knelpunten" rows={2} />);
  const bones = page.getByRole('group', { name: 'Knelpunten laden', includeHidden: true });
  await expect.element(bones).toHaveAttribute('aria-busy', 'true');
  await expect.element(bones).toBeVisible();
  await expectAccessible();
});

test('a search snippet is text, whatever it holds', async () => {
  render(
    <p>
      <Highlight
        segments={[
          { text: 'Vleermuis', hit: true },
          { text: '<img src=x onerror=alert(1)>', hit: false },
        ]}
      />
    </p>,
  );
  await expect.element(page.getByText('Vleermuis')).toBeVisible();
  expect(document.querySelector('mark')?.textContent).toBe('Vleermuis');
  expect(document.querySelector('img')).toBeNull();
});
