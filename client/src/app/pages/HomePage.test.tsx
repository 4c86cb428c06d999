import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { HomePageQuery } from '../../generated/graphql.ts';
import { capital } from '../../lib/capital.ts';
import { formatLongDay, today } from '../../lib/dates.ts';
import { expectAccessiblePage } from '../testing/accessible.ts';
import { answer, countsAnswer, renderApp, viewerAnswer, type Answers, type ShownApp } from '../testing/render-app.tsx';

const dayIn = (days: number): string =>
  new Date(Date.parse(`${today()}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const west = { __typename: 'AccelerationTable' as const, id: 'west', shortName: 'West-Overijssel' };

const soil = {
  __typename: 'Bottleneck' as const,
  id: 'b1',
  number: 'KP-2026-013',
  title: 'Diffuse bodemverontreiniging maakt grondverzet onbetaalbaar',
  nextStep: 'Voorstel gesloten grondbalans',
  homesBlocked: 85,
  state: 'SCHEDULED' as const,
  dueOn: dayIn(17),
  solvableAt: 'REGIONAL' as const,
  heldBy: { __typename: 'AccelerationTable' as const, id: 'west', level: 'REGIONAL' as const },
  projects: [
    {
      __typename: 'ProjectImpact' as const,
      project: { __typename: 'Project' as const, id: 'p1', name: 'Buitenkwartier' },
    },
  ],
};

const meeting = {
  __typename: 'Meeting' as const,
  id: 'm1',
  meetingState: 'PUBLISHED' as const,
  startsAt: `${dayIn(17)}T12:30:00Z`,
  endsAt: `${dayIn(17)}T15:00:00Z`,
  location: 'Provinciehuis, Zwolle en online',
  submitBy: dayIn(3),
  papersBy: dayIn(10),
  minutesBy: dayIn(24),
  publishedAt: null,
  table: west,
  items: [
    {
      __typename: 'AgendaItem' as const,
      id: 'i1',
      title: 'Gesloten grondbalans',
      startsAt: `${dayIn(17)}T12:55:00Z`,
      subjects: [
        {
          __typename: 'Bottleneck' as const,
          id: 'b1',
          number: 'KP-2026-013',
          owner: { __typename: 'Person' as const, id: 'me' },
          filer: { __typename: 'Person' as const, id: 'me' },
          lead: null,
        },
      ],
    },
  ],
};

const inboxItem = (id: string, occurredAt: string, type = 'BOTTLENECK_SCHEDULED', reason = 'OWNER') => ({
  __typename: 'InboxEdge' as const,
  cursor: id,
  node: {
    __typename: 'InboxItem' as const,
    id,
    reason,
    event: {
      __typename: 'Event' as const,
      id: `event-${id}`,
      type,
      occurredAt,
      remark: null,
      actor: { __typename: 'Person' as const, id: 's', name: 'Secretaris tafel West' },
      subjects: [{ __typename: 'Bottleneck' as const, id: 'b1', number: 'KP-2026-013', title: soil.title }],
    },
  },
});

function home(
  busy: boolean,
  inbox = [inboxItem('new', `${today()}T08:14:00Z`), inboxItem('old', '2026-01-02T08:14:00Z')],
): object {
  return answer<HomePageQuery>({
    __typename: 'Query',
    askedOfMe: busy
      ? [
          {
            __typename: 'Asked',
            kind: 'OVERDUE',
            dueOn: dayIn(-4),
            verb: 'SUBMIT',
            bottleneck: { ...soil },
            meeting: null,
            action: null,
          },
        ]
      : [],
    bottlenecks: {
      __typename: 'BottleneckConnection',
      totalCount: busy ? 1 : 0,
      homesWaiting: busy ? 85 : 0,
      edges: busy ? [{ __typename: 'BottleneckEdge', cursor: 'b1', node: soil }] : [],
    },
    around: {
      __typename: 'BottleneckConnection',
      edges: busy ? [{ __typename: 'BottleneckEdge', cursor: 'b1', node: soil }] : [],
    },
    tables: {
      __typename: 'AccelerationTableConnection',
      edges: [
        {
          __typename: 'AccelerationTableEdge',
          cursor: 'west',
          node: { __typename: 'AccelerationTable', id: 'west', nextMeeting: meeting },
        },
      ],
    },
    inbox: {
      __typename: 'InboxConnection',
      unreadCount: 1,
      edges: busy ? inbox : [],
    },
  });
}

function show({
  busy = true,
  atTable = true,
  answers = {},
}: { busy?: boolean; atTable?: boolean; answers?: Answers } = {}): ShownApp {
  const shown = renderApp('/', {
    Viewer: viewerAnswer({ atTable, lastVisitAt: `${dayIn(-3)}T15:12:00Z` }),
    ShellCounts: countsAnswer(11),
    HomePage: home(busy),
    ...answers,
  });
  return shown;
}

test('says what is asked, what is mine, when the table meets and what changed since', async () => {
  show();
  await expect
    .element(page.getByRole('heading', { level: 1 }))
    .toHaveTextContent(capital(formatLongDay(today())).replaceAll('\u00a0', ' '));
  await expect.element(page.getByText('Indienen kan nog 3 dagen.')).toBeVisible();
  await expect.element(page.getByText('4 dagen te laat')).toBeVisible();
  await expect
    .element(page.getByRole('link', { name: `Dien in: ${soil.title}` }))
    .toHaveAttribute('href', '/knelpunten/KP-2026-013');
  await expect
    .element(page.getByRole('table', { name: 'Mijn knelpunten, op uiterste datum' }).getByText('KP-2026-013'))
    .toBeVisible();
  await expect
    .element(page.getByRole('list', { name: /Op weg naar/ }).getByText(/jouw punt: Gesloten grondbalans/))
    .toBeVisible();
  const news = page.getByRole('region', { name: /^Sinds/ });
  await expect.element(news.getByText('1 wijziging')).toBeVisible();
  await expect.element(news.getByText(/^Secretaris tafel West zette/)).toBeVisible();
  await expectAccessiblePage();
});

test('who is mentioned in a comment reads that, and others read that a comment was written', async () => {
  const at = `${today()}T08:14:00Z`;
  const inbox = [inboxItem('m', at, 'COMMENT_ADDED', 'MENTIONED'), inboxItem('w', at, 'COMMENT_ADDED', 'WATCHER')];
  show({ answers: { HomePage: home(true, inbox) } });
  await expect.element(page.getByText(/Secretaris tafel West noemde je in een reactie bij/)).toBeVisible();
  await expect.element(page.getByText(/Secretaris tafel West reageerde bij/)).toBeVisible();
});

test('a newcomer reads what will stand here and what to do first', async () => {
  show({ busy: false });
  await expect.element(page.getByText('Er wordt nu niets van je gevraagd')).toBeVisible();
  await expect.element(page.getByRole('link', { name: 'Meld een knelpunt' })).toBeVisible();
  await expectAccessiblePage();
});

test('a reader without a table is told why, and is refreshed instead of live', async () => {
  const { open } = show({ busy: false, atTable: false });
  await expect.element(page.getByText(/Daarvoor heb je een rol/)).toBeVisible();
  open();
  await expect.element(page.getByText('Ververst elke 30 s')).toBeInTheDocument();
  await expect.element(page.getByRole('link', { name: 'Nieuw knelpunt' })).not.toBeInTheDocument();
});

test('without a connection the page says so and keeps standing, and catches up after', async () => {
  const { open, sinks, asked } = show();
  await expect.element(page.getByRole('heading', { name: 'Mijn knelpunten' })).toBeVisible();
  open();
  await expect.element(page.getByText('Live')).toBeInTheDocument();
  const before = asked.filter(({ name }) => name === 'HomePage').length;
  sinks.get('inbox')?.frame({
    kind: 'event',
    cursor: 'c1',
    event: {
      id: 'e1',
      type: 'BOTTLENECK_SCHEDULED',
      occurredAt: new Date().toISOString(),
      actor: { id: 's', name: 'Secretaris tafel West' },
      subjects: [{ __typename: 'Bottleneck', id: 'b1' }],
    },
  });
  await expect.element(page.getByText(/^bijgewerkt,/)).toBeVisible();
  await expect.poll(() => asked.filter(({ name }) => name === 'HomePage').length).toBeGreaterThan(before);
  sinks.get('table')?.lost();
  await expect.element(page.getByText('Verbinden')).toBeInTheDocument();
  await expect.element(page.getByText(/Geen verbinding sinds/), { timeout: 6_000 }).toBeVisible();
  await expect.element(page.getByRole('heading', { name: 'Mijn knelpunten' })).toBeVisible();
  open();
  await expect.element(page.getByText('Weer verbonden.'), { timeout: 4_000 }).toBeVisible();
});

test('what comes in while the page is open never takes the page away', async () => {
  let answered = 0;
  let answerLate: () => void = () => undefined;
  const { sinks } = show({
    answers: {
      HomePage: () => {
        answered += 1;
        if (answered === 1) return home(true);
        return new Promise<object>((resolve) => {
          answerLate = () => resolve(home(false));
        });
      },
    },
  });
  await expect.element(page.getByRole('heading', { name: 'Mijn knelpunten' })).toBeVisible();
  sinks.get('inbox')?.frame({
    kind: 'event',
    cursor: 'c1',
    event: {
      id: 'e1',
      type: 'BOTTLENECK_RESOLVED',
      occurredAt: new Date().toISOString(),
      actor: { id: 's', name: 'Secretaris tafel West' },
      subjects: [{ __typename: 'Bottleneck', id: 'b1' }],
    },
  });
  await expect.poll(() => answered).toBe(2);
  await expect.element(page.getByText(/^bijgewerkt,/)).toBeVisible();
  expect(document.querySelector('[aria-busy]')).toBeNull();
  answerLate();
  await expect.element(page.getByText('Er wordt nu niets van je gevraagd')).toBeVisible();
});

test('the key n starts a new bottleneck, and focus goes to its heading', async () => {
  const { router } = show();
  await expect.element(page.getByRole('heading', { name: 'Mijn knelpunten' })).toBeVisible();
  await userEvent.keyboard('n');
  await expect.poll(() => router.state.location.pathname).toBe('/knelpunten/nieuw');
});
