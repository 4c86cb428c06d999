import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { ArchiveNoteMutation, NotePickerQuery } from '../../../generated/graphql.ts';
import { expectAccessiblePage } from '../../testing/accessible.ts';
import { answer } from '../../testing/render-app.tsx';
import { applied, figures, named, showNote, words } from './show-note.fixture.ts';

const successor = named('nieuw', 'De nieuwe aansluiting');
const picker = answer<NotePickerQuery>({
  __typename: 'Query',
  notes: {
    __typename: 'KnowledgeNoteConnection',
    edges: [
      { __typename: 'KnowledgeNoteEdge', cursor: '1', node: { ...successor, validity: 'USABLE' } },
      { __typename: 'KnowledgeNoteEdge', cursor: '2', node: { ...named('n1', words.title), validity: 'USABLE' } },
    ],
  },
} as never);
const archived = (payload: object) =>
  answer<ArchiveNoteMutation>({
    __typename: 'Mutation',
    archiveNote: { __typename: 'KnowledgeNotePayload', note: null, problems: [], ...payload },
  } as never);

async function openArchiving(): Promise<void> {
  await page.getByRole('button', { name: 'Meer acties' }).click();
  await page.getByRole('menuitem', { name: 'Archiveer' }).click();
}

test('an archived note leads to its successor at the top; the successor names what it replaces', async () => {
  showNote({ status: 'ARCHIVED', validity: 'EXPIRED', supersededBy: successor });
  const link = page.getByRole('link', { name: successor.title });
  await expect.element(link).toHaveAttribute('href', '/kennis/nieuw');
  const heading = page.getByRole('heading', { level: 2, name: 'Vervallen' }).element();
  expect(link.element().compareDocumentPosition(heading) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  await expectAccessiblePage();
  showNote({ supersedes: [named('oud', 'De oude aansluiting')] });
  await expect.element(page.getByText('Vervangt:')).toBeVisible();
  await expect.element(page.getByRole('link', { name: 'De oude aansluiting' })).toHaveAttribute('href', '/kennis/oud');
});

test('a note without successor says nothing of one', async () => {
  showNote({ status: 'ARCHIVED', validity: 'EXPIRED' });
  await expect.element(page.getByRole('heading', { level: 2, name: 'Vervallen' })).toBeVisible();
  await expect.element(page.getByText(/Vervangen door/)).not.toBeInTheDocument();
});

test('archiving asks which note replaces it, and never offers the note itself', async () => {
  const { asked } = showNote(
    {},
    { NotePicker: picker, ArchiveNote: archived({ note: { ...words, status: 'ARCHIVED', version: 5 } }) },
  );
  await openArchiving();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByRole('combobox', { name: /^Welke notitie vervangt haar/ }).fill('aansluiting');
  await expect.element(page.getByRole('option', { name: /De nieuwe aansluiting/ })).toBeVisible();
  await expect.element(page.getByRole('option', { name: /Een tijdelijke/ })).not.toBeInTheDocument();
  await page.getByRole('option', { name: /De nieuwe aansluiting/ }).click();
  await expectAccessiblePage();
  await dialog.getByRole('button', { name: 'Archiveer' }).click();
  await expect.element(page.getByText('Notitie gearchiveerd')).toBeVisible();
  expect(asked.find(({ name }) => name === 'ArchiveNote')?.variables['input']).toEqual({
    noteId: 'n1',
    expectedVersion: 4,
    supersededBy: 'nieuw',
  });
});

test('a successor that is refused says so at the field', async () => {
  const message = 'Deze notitie is zelf gearchiveerd.';
  showNote(
    {},
    {
      NotePicker: picker,
      ArchiveNote: archived({
        problems: [
          { __typename: 'FieldProblem', code: 'SUCCESSOR_ARCHIVED', message, path: ['input', 'supersededBy'] },
        ],
      }),
    },
  );
  await openArchiving();
  const dialog = page.getByRole('alertdialog');
  const field = dialog.getByRole('combobox', { name: /^Welke notitie vervangt haar/ });
  await field.fill('aansluiting');
  await page.getByRole('option', { name: /De nieuwe aansluiting/ }).click();
  await dialog.getByRole('button', { name: 'Archiveer' }).click();
  await expect.element(field).toHaveAccessibleDescription(new RegExp(message));
});

test('a draft from a case names it, and asks to take out names before it is opened', async () => {
  const draftedFrom = { __typename: 'Bottleneck', id: 'b1', number: 'KP-2026-013', title: 'Bodem' };
  showNote({ status: 'DRAFT', validity: 'CHECK_FIRST', confidentiality: 'REGIONAL', draftedFrom });
  await expect
    .element(page.getByText(/Haal namen, prijzen en partijen eruit voordat je haar breder openzet/))
    .toBeVisible();
  await expect
    .element(page.getByRole('link', { name: 'KP-2026-013, Bodem' }))
    .toHaveAttribute('href', '/knelpunten/KP-2026-013');
  await expectAccessiblePage();
});

test('a draft that its author wants to open says what it waits for', async () => {
  showNote({ status: 'DRAFT', validity: 'CHECK_FIRST', confidentiality: 'REGIONAL', releaseTo: 'PUBLIC' });
  await expect
    .element(page.getByText(/^Heel Overijssel leest deze notitie zodra iemand anders haar valideert/))
    .toBeVisible();
});

const applications = [applied('001', 'WORKED', 'Met batterij.'), applied('002', 'FAILED', 'Zonder kabel.')];
const results = async (): Promise<(string | undefined)[]> => {
  await expect.element(page.getByText('Zonder kabel.')).toBeVisible();
  return page
    .getByRole('row')
    .elements()
    .slice(1)
    .map((row) => /Gelukt|Mislukt/.exec(row.textContent ?? '')?.[0]);
};

test.each([
  ['USABLE', 'VALIDATED', ['Gelukt', 'Mislukt']],
  ['CHECK_FIRST', 'REVIEW_DUE', ['Mislukt', 'Gelukt']],
] as const)(
  'where it was used, with the conditions beside each; of a note that is %s in that order',
  async (validity, status, order) => {
    showNote({ validity, status, applications, reuse: figures(1, 0, 1) });
    expect(await results()).toEqual(order);
    await expect.element(page.getByRole('row', { name: /Gelukt/ }).getByText('Met batterij.')).toBeVisible();
    const why = page.getByText(/Waar het mislukte staat bovenaan/);
    if (validity === 'CHECK_FIRST') await expect.element(why).toBeVisible();
    else await expect.element(why).not.toBeInTheDocument();
  },
);

test('says how often notes of the organisation and about the theme helped, and that it counts what one may see', async () => {
  showNote({
    author: {
      __typename: 'Person',
      id: 'a',
      name: 'Beleidsadviseur Raalte',
      organisation: { __typename: 'Organisation', id: 'o', name: 'Gemeente Raalte', noteReuse: figures(5, 2, 1) },
    },
    themes: [{ ...words.themes[0], noteReuse: figures(1, 0, 0) }],
  });
  await expect
    .element(
      page.getByText('Notities van de gemeente Raalte hielpen 7 keer, waarvan 2 keer deels. Het mislukte 1 keer.'),
    )
    .toBeVisible();
  await expect.element(page.getByText('Notities over netcongestie hielpen 1 keer.')).toBeVisible();
  expect(page.getByText('Dit telt wat je mag zien.').elements()).toHaveLength(1);
});
