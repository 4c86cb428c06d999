import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type {
  AdoptMinutesMutation,
  MinutesPageQuery,
  RecordFeedbackMutation,
  RemarkOnMinutesMutation,
  SettleRemarkMutation,
} from '../../../generated/graphql.ts';
import { expectAccessiblePage } from '../../testing/accessible.ts';
import {
  answer,
  countsAnswer,
  renderApp,
  viewerAnswer,
  type Answers,
  type ShownApp,
} from '../../testing/render-app.tsx';

const can = (...verbs: string[]) =>
  verbs.map((verb) => ({ __typename: 'Ability' as const, verb, allowed: true, reason: null }));
const person = (id: string, name: string, organisation = 'Gemeente Deventer') => ({
  __typename: 'Person' as const,
  id,
  name,
  organisation: { __typename: 'Organisation' as const, id: organisation, name: organisation },
});
const secretary = person('s', 'Secretaris tafel West', 'Provincie Overijssel');
const leader = person('d', 'Projectleider Deventer');
const present = (who: typeof leader, presence: 'IN_ROOM' | 'ABSENT_WITH_NOTICE') => ({
  __typename: 'Attendance' as const,
  person: who,
  role: 'PARTICIPANT' as const,
  isGuest: false,
  presence,
  arrivedAt: null,
  leftAt: null,
  substitutesFor: null,
});
const decision = {
  __typename: 'AgendaOutcome' as const,
  id: 'o1',
  kind: 'DECISION' as const,
  number: 'B-2026-011',
  text: 'De tafel stuurt beide casussen samen naar de landelijke tafel.',
  transition: null,
  action: null,
  bottleneck: null,
  note: null,
  version: 1,
  cases: [],
  viewerCan: [],
};
const section = {
  __typename: 'MinutesSection' as const,
  position: 1,
  title: 'Escalatie: stroomaansluiting Leikade',
  purpose: 'DECIDE' as const,
  closedPart: false,
  masked: false,
  spentSeconds: 1_500,
  startedAt: null,
  text: [
    { __typename: 'TextBlock' as const, kind: 'PARAGRAPH' as const, text: 'De netbeheerder bevestigt het.', level: 0 },
    { __typename: 'TextBlock' as const, kind: 'BULLET' as const, text: 'planning per fase', level: 0 },
    { __typename: 'TextBlock' as const, kind: 'BULLET' as const, text: 'belastingprofiel', level: 0 },
  ],
  carriedOverTo: null,
  item: { __typename: 'AgendaItem' as const, id: 'i1' },
  outcomes: [decision],
};
const closed = {
  ...section,
  position: 2,
  title: 'Besloten deel',
  closedPart: true,
  masked: true,
  text: [],
  outcomes: [],
  item: { __typename: 'AgendaItem' as const, id: 'i2' },
};
const remark = {
  __typename: 'MinutesRemark' as const,
  id: 'r1',
  text: 'Het was fase 2, niet fase 1.',
  writtenAt: '2026-11-18T09:00:00Z',
  taken: null as boolean | null,
  answer: '',
  item: { __typename: 'AgendaItem' as const, id: 'i1' },
  author: { __typename: 'Person' as const, id: 'd', name: 'Projectleider Deventer' },
  settledBy: null,
};
const minutes = {
  __typename: 'Minutes' as const,
  id: 'm1',
  version: 2,
  minutesState: 'REVIEW' as const as 'REVIEW' | 'ADOPTED',
  drawnUpAt: '2026-11-12T15:10:00Z',
  reviewBy: '2026-11-19',
  adoptedAt: null as string | null,
  adoptedBy: null,
  adoptedIn: null,
  hash: null as string | null,
  publishedAt: null,
  viewerCan: can('REMARK', 'SETTLE', 'ADOPT'),
  attendance: [present(leader, 'IN_ROOM'), present(secretary, 'ABSENT_WITH_NOTICE')],
  sections: [section, closed],
  decisions: [decision],
  actions: [],
  remarks: [remark],
  addenda: [],
};
type Shown = typeof minutes;

const feedback = {
  __typename: 'CaseFeedback' as const,
  id: 'f1',
  dueOn: '2026-11-19',
  overdue: true,
  doneAt: null as string | null,
  note: '',
  doneBy: null as { __typename: 'Person'; id: string; name: string } | null,
  municipality: { __typename: 'Municipality' as const, id: 'g', name: 'Deventer' },
  bottleneck: { __typename: 'Bottleneck' as const, id: 'b', number: 'KP-2026-002', title: 'Geen stroom' },
  viewerCan: can('RECORD'),
};

const meetingOf = (shown: Shown | null): object =>
  answer<MinutesPageQuery>({
    __typename: 'Query',
    meeting: {
      __typename: 'Meeting',
      id: 'mt',
      meetingState: 'CLOSED',
      startsAt: '2026-11-12T12:30:00Z',
      endsAt: '2026-11-12T15:00:00Z',
      location: 'Provinciehuis',
      viewerCan: [],
      table: {
        __typename: 'AccelerationTable',
        id: 'west',
        slug: 'west-overijssel',
        name: 'Regionale versnellingstafel West-Overijssel',
        shortName: 'West',
        meetings: {
          __typename: 'MeetingConnection',
          edges: [
            {
              __typename: 'MeetingEdge',
              cursor: 'n',
              node: { __typename: 'Meeting', id: 'next', startsAt: '2026-12-10T12:30:00Z', meetingState: 'IN_SESSION' },
            },
          ],
        },
      },
      documents: [
        {
          __typename: 'MeetingDocument',
          kind: 'MINUTES',
          format: 'PDF',
          url: '/documents/meetings/mt/minutes.pdf',
          urlWithClosedPart: '/documents/meetings/mt/minutes.pdf?besloten=1',
        },
      ],
      feedback: [feedback],
      minutes: shown,
    },
  });

const payload = (shown: Shown) => ({
  __typename: 'MinutesPayload' as const,
  minutes: shown,
  meeting: { __typename: 'Meeting' as const, id: 'mt', meetingState: 'CLOSED' as const },
  problems: [],
});

function show(shown: Shown | null, answers: Answers = {}): ShownApp {
  return renderApp('/vergaderingen/mt/verslag', {
    Viewer: viewerAnswer(),
    ShellCounts: countsAnswer(2),
    MinutesPage: meetingOf(shown),
    ...answers,
  });
}
const inputOf = ({ asked }: ShownApp, name: string): unknown =>
  asked.find((one) => one.name === name)?.variables['input'];

test('decisions stand first, then each item; what is closed to the reader says so', async () => {
  show(minutes);
  await expect.element(page.getByRole('heading', { level: 1, name: /^Verslag, donderdag 12 november/ })).toBeVisible();
  await expect.element(page.getByText('Concept, reageren kan tot 19 november 2026')).toBeVisible();
  const item = page.getByRole('region', { name: '1 Escalatie: stroomaansluiting Leikade' });
  await expect.element(item.getByText('De netbeheerder bevestigt het.')).toBeVisible();
  await expect.element(item.getByText('belastingprofiel')).toBeVisible();
  await expect.element(page.getByText('Dit punt is besloten. Wie erbij mocht zijn, leest het hier wel.')).toBeVisible();
  await expect.element(page.getByText('Afgemeld Secretaris tafel West')).toBeVisible();
  await expectAccessiblePage();
});

test('a decision about a case becomes a note from the minutes, and one that did leads to it', async () => {
  const about = {
    __typename: 'Bottleneck',
    id: 'b1',
    number: 'KP-2026-001',
    title: 'Leikade',
    confidentiality: 'PUBLIC',
  };
  const note = { __typename: 'KnowledgeNote', id: 'n9', slug: 'leikade', title: 'Leikade' };
  const may = [{ __typename: 'Ability', verb: 'DRAFT_NOTE', allowed: true, reason: null }];
  const outcomes = [
    { ...decision, cases: [about], viewerCan: may },
    { ...decision, id: 'o2', number: 'B-2026-012', cases: [about], note },
  ];
  const sections = [{ ...section, outcomes }];
  const shown = show({ ...minutes, sections } as unknown as Shown, {
    DraftNoteFromOutcome: {
      __typename: 'Mutation',
      draftNoteFromOutcome: {
        __typename: 'OutcomePayload',
        problems: [],
        outcome: { __typename: 'AgendaOutcome', id: 'o1', version: 2, note: { ...note, status: 'DRAFT' } },
      },
    },
  });
  await expect.element(page.getByRole('link', { name: 'Notitie: Leikade' })).toHaveAttribute('href', '/kennis/leikade');
  await page.getByRole('button', { name: /^Maak er een notitie van/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /Wat zou de volgende helpen/ }).fill('Vraag het vroeg.');
  await dialog.getByRole('button', { name: 'Maak een conceptnotitie' }).click();
  await expect.element(page.getByText('B-2026-011: conceptnotitie gemaakt')).toBeVisible();
  expect(inputOf(shown, 'DraftNoteFromOutcome')).toEqual({
    outcomeId: 'o1',
    expectedVersion: 1,
    lesson: 'Vraag het vroeg.',
    bottleneckId: 'b1',
  });
});

test('a participant remarks on an item, and the secretary takes it over', async () => {
  const shown = show(minutes, {
    RemarkOnMinutes: answer<RemarkOnMinutesMutation>({ __typename: 'Mutation', remarkOnMinutes: payload(minutes) }),
    SettleRemark: answer<SettleRemarkMutation>({
      __typename: 'Mutation',
      settleRemark: payload({ ...minutes, remarks: [{ ...remark, taken: true }] }),
    }),
  });
  await userEvent.click(page.getByRole('button', { name: /^Opmerking Escalatie/ }));
  await userEvent.fill(page.getByRole('textbox', { name: /Wat klopt er niet/ }), 'De datum ontbreekt.');
  await userEvent.click(page.getByRole('button', { name: 'Stuur naar de secretaris' }));
  await expect.element(page.getByText('Opmerking bij de secretaris gelegd')).toBeVisible();
  expect(inputOf(shown, 'RemarkOnMinutes')).toEqual({ minutesId: 'm1', itemId: 'i1', text: 'De datum ontbreekt.' });
  await userEvent.click(page.getByRole('button', { name: /^Overgenomen/ }));
  await expect.element(page.getByText('Opmerking overgenomen')).toBeVisible();
  expect(inputOf(shown, 'SettleRemark')).toEqual({ remarkId: 'r1', taken: true });
});

test('adopting asks how, freezes the text and shows its hash', async () => {
  const hash = 'a'.repeat(64);
  const adopted = {
    ...minutes,
    version: 3,
    minutesState: 'ADOPTED' as const,
    adoptedAt: '2026-11-25T10:00:00Z',
    hash,
    viewerCan: can('PUBLISH'),
  };
  const shown = show(minutes, {
    AdoptMinutes: answer<AdoptMinutesMutation>({ __typename: 'Mutation', adoptMinutes: payload(adopted) }),
  });
  await userEvent.click(page.getByRole('button', { name: 'Stel vast' }));
  await expect.element(page.getByText('Er zijn nog opmerkingen zonder antwoord.', { exact: false })).toBeVisible();
  await expect.element(page.getByRole('radio', { name: /In de vergadering van donderdag 10 december/ })).toBeChecked();
  await expectAccessiblePage();
  await userEvent.click(page.getByRole('radio', { name: /Schriftelijk/ }));
  await userEvent.click(page.getByRole('dialog').getByRole('button', { name: 'Stel vast' }));
  await expect.element(page.getByText('Vastgesteld op 25 november 2026')).toBeVisible();
  await expect.element(page.getByText(hash)).toBeVisible();
  expect(inputOf(shown, 'AdoptMinutes')).toEqual({ minutesId: 'm1', expectedVersion: 2 });
  await expect.element(page.getByRole('button', { name: 'Publiceer het verslag' })).toBeVisible();
});

test('what the table owes a municipality is recorded with a word', async () => {
  const shown = show(minutes, {
    RecordFeedback: answer<RecordFeedbackMutation>({
      __typename: 'Mutation',
      recordFeedback: {
        __typename: 'FeedbackPayload',
        feedback: {
          ...feedback,
          doneAt: '2026-11-25T10:00:00Z',
          overdue: false,
          note: 'Gebeld',
          doneBy: { __typename: 'Person', id: 's', name: 'Secretaris tafel West' },
          viewerCan: [],
        },
        problems: [],
      },
    }),
  });
  await userEvent.click(page.getByRole('button', { name: /^Meld teruggekoppeld/ }));
  await userEvent.fill(page.getByRole('textbox', { name: /Hoe, en aan wie/ }), 'Gebeld');
  await userEvent.click(page.getByRole('dialog').getByRole('button', { name: 'Leg vast' }));
  await expect.element(page.getByText(/door Secretaris tafel West: Gebeld/)).toBeVisible();
  expect(inputOf(shown, 'RecordFeedback')).toEqual({ feedbackId: 'f1', note: 'Gebeld' });
});

test('before the meeting is closed there are no minutes, and the page says when there will be', async () => {
  show(null);
  await expect.element(page.getByRole('heading', { name: 'Er is nog geen verslag' })).toBeVisible();
  await expectAccessiblePage();
});
