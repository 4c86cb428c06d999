import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectAccessiblePage } from '../../../testing/accessible.ts';
import {
  ability,
  agendaItem,
  meetingAnswer,
  person,
  preparationAnswer,
  preparedItem,
} from '../../../testing/preparation-answers.ts';
import { countsAnswer, renderApp, viewerAnswer, type Answers, type ShownApp } from '../../../testing/render-app.tsx';

type PreparedPaper = ReturnType<typeof preparedItem>['papers'][number];

const paper = (id: string, title: string, more: Partial<PreparedPaper> = {}): PreparedPaper => ({
  __typename: 'Paper',
  id,
  title,
  isLink: false,
  url: `/papers/${id}`,
  fileName: 'balans.pdf',
  mediaType: 'application/pdf',
  size: 2_300_000,
  pages: 12,
  addedAt: '2026-11-21T09:00:00Z',
  addedBy: person('s', 'Secretaris tafel West'),
  viewerCan: [ability('REMOVE')],
  ...more,
});
const balance = paper('s1', 'Grondbalans');

function show(papers: readonly PreparedPaper[], answers: Answers = {}, mayAdd = true): ShownApp {
  return renderApp('/vergaderingen/m1?punt=i1', {
    Viewer: viewerAnswer(),
    ShellCounts: countsAnswer(4),
    MeetingPage: meetingAnswer([agendaItem('i1', 'Gesloten grondbalans', 30)]),
    MeetingPreparation: preparationAnswer({
      items: [preparedItem('i1', { papers: [...papers], viewerCan: [ability('ADD_PAPER', mayAdd)] })],
    }),
    ...answers,
  });
}
const payload = (name: string, papers: readonly PreparedPaper[]): object => ({
  [name]: {
    __typename: 'PaperPayload',
    item: { __typename: 'AgendaItem', id: 'i1', papers, viewerCan: [ability('ADD_PAPER')] },
    meeting: { __typename: 'Meeting', id: 'm1', version: 2, unpublishedChanges: 1, bundleUrl: null },
    problems: [],
  },
});
const refused = (name: string, field: string, message: string): object => ({
  [name]: {
    __typename: 'PaperPayload',
    item: null,
    meeting: null,
    problems: [{ __typename: 'FieldProblem', code: 'NO', message, path: ['input', field] }],
  },
});
const inputsOf = ({ asked }: ShownApp, name: string): unknown[] =>
  asked.filter((one) => one.name === name).map(({ variables }) => variables['input']);

/** The server's end of an upload: remembers what came, and answers what the test wants. */
function answerUploads(status: number, body: object): { url: string; file: File }[] {
  const came: { url: string; file: File }[] = [];
  class Upload extends EventTarget {
    readonly upload = new EventTarget();
    responseText = '';
    #url = '';
    open(_method: string, url: string): void {
      this.#url = url;
    }
    setRequestHeader(): void {
      // What kind it is the server finds out by itself.
    }
    send(file: File): void {
      came.push({ url: this.#url, file });
      this.responseText = JSON.stringify(body);
      queueMicrotask(() => {
        this.upload.dispatchEvent(new ProgressEvent('progress', { loaded: 1, total: 2 }));
        this.dispatchEvent(new Event(status === 0 ? 'error' : 'load'));
      });
    }
  }
  vi.stubGlobal('XMLHttpRequest', Upload);
  return came;
}
afterEach(() => {
  vi.unstubAllGlobals();
});
const choose = (file: File): Promise<void> =>
  userEvent.upload(document.querySelector<HTMLInputElement>('input[type=file]')!, file);
const pdf = new File(['%PDF-1.7'], 'Grondbalans_versie 3.pdf', { type: 'application/pdf' });

test('a chosen file is uploaded and stands with the item', async () => {
  const came = answerUploads(201, { file: { id: 'f1' } });
  const app = show([], { AddPaper: payload('addPaper', [balance]) });
  await expect.element(page.getByRole('button', { name: 'Kies bestanden' })).toBeVisible();
  await choose(pdf);
  await expect.element(page.getByRole('link', { name: /^Grondbalans/ })).toHaveAttribute('href', '/papers/s1');
  await expect.element(page.getByText('12 bladzijden · 2,3 MB · Secretaris tafel West, za 21 nov')).toBeVisible();
  expect(came[0]?.url).toBe('/files?name=Grondbalans_versie%203.pdf');
  expect(inputsOf(app, 'AddPaper')).toEqual([{ itemId: 'i1', title: 'Grondbalans versie 3', fileId: 'f1' }]);
  await expectAccessiblePage();
});

test('a file that the server refuses is named with its reason, and the note can go', async () => {
  answerUploads(415, { errors: [{ message: 'Dit is een programma en geen document.' }] });
  const app = show([]);
  await expect.element(page.getByRole('button', { name: 'Kies bestanden' })).toBeVisible();
  await choose(new File(['MZ'], 'factuur.exe'));
  await expect.element(page.getByText('factuur.exe is niet toegevoegd')).toBeVisible();
  await expect.element(page.getByText('Dit is een programma en geen document.')).toBeVisible();
  expect(inputsOf(app, 'AddPaper')).toEqual([]);
  await page.getByRole('button', { name: 'Sluit melding' }).click();
  await expect.element(page.getByText('factuur.exe is niet toegevoegd')).not.toBeInTheDocument();
});

test('a line that breaks is said in words', async () => {
  answerUploads(0, {});
  show([]);
  await expect.element(page.getByRole('button', { name: 'Kies bestanden' })).toBeVisible();
  await choose(pdf);
  await expect.element(page.getByText(/Controleer je verbinding/)).toBeVisible();
});

test('a file that may not stand with the item says why', async () => {
  answerUploads(201, { file: { id: 'f1' } });
  show([], { AddPaper: refused('addPaper', 'itemId', 'Er passen niet meer dan 30 stukken bij één punt.') });
  await expect.element(page.getByRole('button', { name: 'Kies bestanden' })).toBeVisible();
  await choose(pdf);
  await expect.element(page.getByText('Er passen niet meer dan 30 stukken bij één punt.')).toBeVisible();
});

test('a link needs a title and https', async () => {
  const app = show([], {
    AddPaper: payload('addPaper', [paper('s2', 'Kaart', { isLink: true, url: 'https://kaart.nl' })]),
  });
  await page.getByRole('button', { name: 'Voeg een link toe' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Adres' }).fill('http://kaart.nl');
  await dialog.getByRole('button', { name: 'Voeg toe' }).click();
  await expect.element(dialog.getByText('Schrijf wat het is.')).toBeVisible();
  await expect.element(dialog.getByText('Plak een adres dat met https:// begint.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Titel' }).fill('Kaart');
  await dialog.getByRole('textbox', { name: 'Adres' }).fill('https://kaart.nl');
  await dialog.getByRole('button', { name: 'Voeg toe' }).click();
  await expect.element(page.getByRole('link', { name: /^Kaart/ })).toBeVisible();
  expect(inputsOf(app, 'AddPaper')).toEqual([{ itemId: 'i1', title: 'Kaart', url: 'https://kaart.nl' }]);
});

test('a link that the server refuses says so at its field', async () => {
  show([], { AddPaper: refused('addPaper', 'url', 'Dit adres is niet van het web.') });
  await page.getByRole('button', { name: 'Voeg een link toe' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Titel' }).fill('Kaart');
  await dialog.getByRole('textbox', { name: 'Adres' }).fill('https://localhost');
  await dialog.getByRole('button', { name: 'Voeg toe' }).click();
  await expect.element(dialog.getByText('Dit adres is niet van het web.')).toBeVisible();
});

test('what was taken away comes back', async () => {
  const app = show([balance], {
    RemovePaper: payload('removePaper', []),
    AddPaper: payload('addPaper', [balance]),
  });
  await page.getByRole('button', { name: 'Haal Grondbalans weg' }).click();
  await expect.element(page.getByRole('link', { name: /^Grondbalans/ })).not.toBeInTheDocument();
  await page.getByRole('button', { name: 'Maak ongedaan' }).click();
  await expect.element(page.getByRole('link', { name: /^Grondbalans/ })).toBeVisible();
  expect(inputsOf(app, 'AddPaper')).toEqual([{ itemId: 'i1', title: 'Grondbalans', fileId: 's1' }]);
});

test('what may not be taken away stays, with why', async () => {
  show([balance], { RemovePaper: refused('removePaper', 'paperId', 'Dit stuk is er niet meer.') });
  await page.getByRole('button', { name: 'Haal Grondbalans weg' }).click();
  await expect.element(page.getByText('Dit stuk is er niet meer.')).toBeVisible();
  await expect.element(page.getByRole('link', { name: /^Grondbalans/ })).toBeVisible();
});

test('who may not add reads only', async () => {
  show([paper('s1', 'Grondbalans', { viewerCan: [] })], {}, false);
  await expect.element(page.getByRole('link', { name: /^Grondbalans/ })).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Kies bestanden' })).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: /^Haal/ })).not.toBeInTheDocument();
});
