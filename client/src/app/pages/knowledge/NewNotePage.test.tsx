import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { NewNotePageQuery, NotesPageQuery, WriteNoteMutation } from '../../../generated/graphql.ts';
import { expectAccessiblePage } from '../../testing/accessible.ts';
import { answer, countsAnswer, renderApp, viewerAnswer, type ShownApp } from '../../testing/render-app.tsx';
import { figures, notePage, words } from './show-note.fixture.ts';

const theme = { __typename: 'Theme' as const, id: 't1', code: 'NETCONGESTIE', name: 'Netcongestie' };

function show(): ShownApp {
  return renderApp('/kennis/nieuw', {
    Viewer: viewerAnswer({ abilities: ['WRITE_NOTE'] }),
    ShellCounts: countsAnswer(4),
    NewNotePage: answer<NewNotePageQuery>({ __typename: 'Query', themes: [theme] }),
    NotePage: notePage(),
    WriteNote: answer<WriteNoteMutation>({
      __typename: 'Mutation',
      writeNote: { __typename: 'KnowledgeNotePayload', note: words, problems: [] },
    } as never),
  });
}
const field = (name: RegExp) => page.getByRole('textbox', { name });
const template = (name: string) => page.getByRole('button', { name, exact: true });

test('a template is chosen by keyboard and puts headings in what is empty; another takes its place without a trace', async () => {
  show();
  await expect.element(template('Zo doe je het')).toBeVisible();
  template('Zo doe je het').element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(field(/^Stappen/)).toHaveValue('Vraag …\nReken …\nLeg vast …');
  await expect.element(field(/^Toelichting/)).toHaveValue(expect.stringMatching(/^Wat je vooraf nodig hebt\n/));
  await expectAccessiblePage();
  await userEvent.tab();
  await expect.element(template('Uitspraak en wat ze betekent')).toHaveFocus();
  await userEvent.tab();
  await userEvent.keyboard(' ');
  await expect.element(field(/^Stappen/)).toHaveValue('');
  await expect.element(field(/^Toelichting/)).toHaveValue(expect.stringMatching(/^De eerste route\n/));
  await page.getByRole('button', { name: 'Maak ongedaan' }).last().click();
  await expect.element(field(/^Stappen/)).toHaveValue('Vraag …\nReken …\nLeg vast …');
});

test('what was typed is never written over without asking', async () => {
  show();
  await field(/^Toelichting/).fill('Mijn eigen verhaal');
  await template('Ervaring, ook als het mislukte').click();
  const dialog = page.getByRole('dialog', { name: 'Je hebt al iets geschreven' });
  await expect.element(dialog.getByText(/Het sjabloon zet ook iets in: Toelichting/)).toBeVisible();
  await expectAccessiblePage();
  await dialog.getByRole('button', { name: 'Gebruik het sjabloon' }).click();
  await expect.element(field(/^Toelichting/)).toHaveValue('Mijn eigen verhaal');
  await expect.element(field(/^Wanneer niet/)).toHaveValue('Het werkte niet waar …');
  await template('Ervaring, ook als het mislukte').click();
  await dialog.getByRole('radio', { name: /^Vervang mijn tekst/ }).click();
  await dialog.getByRole('button', { name: 'Gebruik het sjabloon' }).click();
  await expect.element(field(/^Toelichting/)).toHaveValue(expect.stringMatching(/^Wat we wilden\n/));
  await page.getByRole('button', { name: 'Maak ongedaan' }).last().click();
  await expect.element(field(/^Toelichting/)).toHaveValue('Mijn eigen verhaal');
});

test('cancelling the question changes nothing, and headings that nobody filled in are not sent', async () => {
  const { asked } = show();
  await template('Zo doe je het').click();
  await field(/^Stappen/).fill('Vraag het net.');
  await template('Uitspraak en wat ze betekent').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Annuleer' }).click();
  await expect.element(field(/^Wanneer wel/)).toHaveValue('Als je …');
  await field(/^Titel/).fill('Een tijdelijke aansluiting');
  await field(/^In het kort/).fill('Vraag haar vroeg aan.');
  await page.getByRole('checkbox', { name: 'Netcongestie' }).click();
  await page.getByRole('button', { name: /^Bewaar/ }).click();
  await expect
    .poll(() => asked.find(({ name }) => name === 'WriteNote')?.variables['input'])
    .toEqual({
      title: 'Een tijdelijke aansluiting',
      summary: 'Vraag haar vroeg aan.',
      steps: 'Vraag het net.',
      themeCodes: ['NETCONGESTIE'],
      confidentiality: 'PUBLIC',
    });
});

const listAnswers = (): Parameters<typeof renderApp>[1] => ({
  Viewer: viewerAnswer({ abilities: ['WRITE_NOTE'] }),
  ShellCounts: countsAnswer(4),
  NotesPage: answer<NotesPageQuery>({
    askedNotes: [{ __typename: 'SearchGap', id: 'g', question: 'knarrenhof', times: 4 }],
    __typename: 'Query',
    themes: [
      { ...theme, noteReuse: figures(12, 0, 3) },
      { ...theme, id: 't2', code: 'GROND', name: 'Grond', noteReuse: figures(9, 0, 0) },
    ],
    notes: {
      __typename: 'KnowledgeNoteConnection',
      totalCount: 0,
      edges: [],
      pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
    },
  } as never),
});

test('the list says which notes are asked for, and one begins from there', async () => {
  const { router } = renderApp('/kennis', {
    ...listAnswers(),
    NewNotePage: answer<NewNotePageQuery>({ __typename: 'Query', themes: [theme] }),
  });
  await expect.element(page.getByText('4 keer gezocht')).toBeVisible();
  await expectAccessiblePage();
  await page.getByRole('link', { name: 'knarrenhof' }).click();
  await expect.poll(() => router.state.location.href).toBe('/kennis/nieuw?over=knarrenhof');
  await expect.element(field(/^Titel/)).toHaveValue('Knarrenhof');
});

test('the list of a theme says how often notes about it helped', async () => {
  renderApp('/kennis?thema=NETCONGESTIE', listAnswers());
  await expect
    .element(page.getByText('Notities over netcongestie hielpen 12 keer. Het mislukte 3 keer.'))
    .toBeVisible();
  await expect.element(page.getByText(/Notities over grond/)).not.toBeInTheDocument();
});

test('a note that is asked for begins with what it is asked about, and never over what was begun', async () => {
  const answers = {
    Viewer: viewerAnswer({ abilities: ['WRITE_NOTE'] }),
    ShellCounts: countsAnswer(4),
    NewNotePage: answer<NewNotePageQuery>({ __typename: 'Query', themes: [theme] }),
  };
  renderApp('/kennis/nieuw?over=knarrenhof', answers);
  await expect.element(field(/^Titel/)).toHaveValue('Knarrenhof');
  await field(/^Titel/).fill('Mijn eigen titel');
  await expect.poll(() => Object.values(localStorage).join(' ')).toContain('Mijn eigen titel');
  renderApp('/kennis/nieuw?over=iets%20anders', answers);
  await expect.element(field(/^Titel/)).toHaveValue('Mijn eigen titel');
});
