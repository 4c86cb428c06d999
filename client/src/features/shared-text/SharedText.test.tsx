import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectAccessible, render } from '../../ui/testing/render.tsx';
import { Connection } from '../live/connection.ts';
import { databaseName, localCopies, wipeCopies } from './local-copies.ts';
import { SharedText } from './SharedText.tsx';
import { linesOf } from './text-nodes.ts';
import { FakeTextServer } from './text-server.fixture.ts';
import { fromWord } from './word.fixture.ts';

const label = 'Verslag van punt 2';
const patience = { timeout: 15_000 };
let server: FakeTextServer;
let name: string;
let count = 0;
const refused = vi.fn<(text: string) => void>();

beforeEach(() => {
  server = new FakeTextServer();
  vi.stubGlobal('WebSocket', server.Socket);
  // A document of its own for each test: what one leaves on the device is not the next one's.
  name = `minutes:m:${(count += 1)}`;
  refused.mockClear();
});
afterEach(async () => {
  await wipeCopies('me');
  vi.unstubAllGlobals();
});

const connection = new Connection();
const show = ({ canWrite = true } = {}): void =>
  render(
    <SharedText
      name={name}
      personId="me"
      connection={connection}
      canWrite={canWrite}
      label={label}
      onRefusedText={refused}
    />,
  );
/** The network is there again, and the page has found out. */
function comeBack(): void {
  server.reachable = true;
  connection.set({ status: 'offline' });
  connection.set({ status: 'connected' });
}
const editor = () => page.getByRole('textbox', { name: label });
async function type(words: string): Promise<void> {
  await expect.element(editor(), patience).toBeVisible();
  await userEvent.click(editor());
  await userEvent.keyboard(words);
}

test('what is written is called saved once the server says so, with the hour', async () => {
  server.answers = false;
  show();
  await type('Het net is vol.');
  await expect.poll(() => server.lines(), patience).toEqual(['Het net is vol.']);
  await expect.element(page.getByText('Bewaren'), patience).toBeVisible();
  await expect.element(page.getByText('Nog niet bewaard, staat op dit apparaat.'), patience).toBeVisible();
  expect(page.getByText(/^Bewaard/).elements()).toEqual([]);
  server.answers = true;
  await userEvent.keyboard(' Tot 2029.');
  await expect.element(page.getByText('Bewaard 15:09'), patience).toBeVisible();
  expect(server.lines()).toEqual(['Het net is vol. Tot 2029.']);
  expect(localCopies('me')[name]).toEqual({ unsent: false, label });
  await expectAccessible();
});

test('others write in it too, and their caret bears their name in words', async () => {
  const words = server.write('van Piet');
  show();
  await expect.element(editor(), patience).toMatchTextContent(/van Piet/);
  server.putCaret('Piet de Vries', words);
  await expect.element(page.getByText('Schrijven hier ook: Piet de Vries'), patience).toBeVisible();
  await expect.poll(() => document.querySelector('.caret')?.getAttribute('data-who'), patience).toBe('Piet de Vries');
  server.write('en nog iets');
  await expect.element(editor()).toMatchTextContent(/en nog iets/);
});

test('without a network one writes on, and everything arrives when it is back', async () => {
  show();
  await type('voor');
  await expect.element(page.getByText('Bewaard 15:09'), patience).toBeVisible();
  server.cut();
  await userEvent.keyboard(' en onderweg');
  await expect.element(page.getByText(/Geen verbinding, je kunt doorschrijven/), patience).toBeVisible();
  await expect.element(page.getByText(/Nog niet bewaard, staat op dit apparaat/)).toBeVisible();
  expect(server.lines()).toEqual(['voor']);
  server.write('van een ander');
  comeBack();
  await expect.poll(() => server.lines().toSorted(), patience).toEqual(['van een ander', 'voor en onderweg']);
  await expect.element(page.getByText('Bewaard 15:09'), patience).toBeVisible();
});

test('leaving in the middle of a sentence loses nothing: this device has it', async () => {
  show();
  await type('begonnen');
  await expect.element(page.getByText('Bewaard 15:09'), patience).toBeVisible();
  server.cut();
  await userEvent.keyboard(' en niet af');
  await expect.element(page.getByText(/Nog niet bewaard/), patience).toBeVisible();
  // Another page, and back, still without a network.
  render(<p>Elders</p>);
  expect(localCopies('me')[name]).toEqual({ unsent: true, label });
  show();
  await expect.element(editor(), patience).toMatchTextContent(/begonnen en niet af/);
  await expect.element(page.getByText(/Nog niet bewaard/), patience).toBeVisible();
  comeBack();
  await expect.poll(() => server.lines(), patience).toEqual(['begonnen en niet af']);
});

test('who only reads gets no editor and follows live', async () => {
  server.access = { access: 'read', because: 'PARTICIPANTS_ONLY' };
  server.write('stand van zaken');
  show({ canWrite: false });
  await expect.element(page.getByRole('group', { name: label }), patience).toMatchTextContent(/stand van zaken/);
  expect(editor().elements()).toEqual([]);
  server.write('en verder');
  await expect.element(page.getByRole('group', { name: label })).toMatchTextContent(/en verder/);
  expect(localCopies('me')).toEqual({});
  await expectAccessible();
});

test('the server decides: who thought to write reads along when it says so', async () => {
  server.access = { access: 'read', because: 'MEETING_NOT_STARTED' };
  show();
  await expect.element(page.getByText('Hier is nog niets geschreven.'), patience).toBeVisible();
  await expect.poll(() => editor().elements().length, patience).toBe(0);
  server.access = { access: 'write', because: null };
  server.say(server.access);
  await expect.element(editor(), patience).toBeVisible();
});

test('words that come after the adoption are kept apart, and the copy on this device goes', async () => {
  server.write('vastgesteld');
  show();
  await type('x');
  await expect.element(page.getByText('Bewaard 15:09'), patience).toBeVisible();
  server.cut();
  await userEvent.keyboard('{Enter}te laat geschreven');
  server.access = { access: 'read', because: 'MINUTES_ADOPTED' };
  comeBack();
  await expect.poll(() => refused.mock.calls, patience).toEqual([['te laat geschreven']]);
  await expect.element(page.getByRole('group', { name: label }), patience).toMatchTextContent(/vastgesteld/);
  expect(page.getByText('te laat geschreven').elements()).toEqual([]);
  // Noted until somebody has dealt with them; the copy of the text itself is gone.
  expect(localCopies('me')[name]).toEqual({ unsent: false, label, refused: 'te laat geschreven' });
  await expect
    .poll(async () => (await indexedDB.databases()).map((one) => one.name), patience)
    .not.toContain(databaseName('me', name));
});

test('a right that is taken away wipes the text here at once', async () => {
  server.write('besloten');
  show();
  await type('x');
  await expect.element(page.getByText('Bewaard 15:09'), patience).toBeVisible();
  server.leave('NOT_YOURS');
  await expect.element(page.getByText('Deze tekst is er niet, of is niet voor jou.'), patience).toBeVisible();
  expect(page.getByText('besloten').elements()).toEqual([]);
  expect(localCopies('me')).toEqual({});
  await expect
    .poll(async () => (await indexedDB.databases()).map((one) => one.name), patience)
    .not.toContain(databaseName('me', name));
});

test('a text that is too large says so, and can be had as a file', async () => {
  show();
  await expect.element(editor(), patience).toBeVisible();
  server.refuses = 'TOO_LARGE';
  await type('meer dan erin past');
  await expect.element(page.getByText(/De tekst is te groot geworden/), patience).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Download de tekst' })).toBeVisible();
  expect(page.getByText(/^Bewaard/).elements()).toEqual([]);
});

test('buttons and keys shape the text, Tab leads out, and undo takes back only one’s own', async () => {
  show();
  await type('eerste');
  const press = (button: string) => userEvent.click(page.getByRole('button', { name: button, exact: true }));
  await press('Lijst');
  await expect
    .element(page.getByRole('button', { name: 'Lijst', exact: true }))
    .toHaveAttribute('aria-pressed', 'true');
  expect(document.querySelector('.editor ul li')?.textContent).toBe('eerste');
  await press('Genummerde lijst');
  expect(document.querySelector('.editor ol li')?.textContent).toBe('eerste');
  await press('Genummerde lijst');
  await press('Kop');
  expect(document.querySelector('.editor h3')?.textContent).toBe('eerste');
  await press('Kop');
  await press('Citaat');
  expect(document.querySelector('.editor blockquote')?.textContent).toBe('eerste');
  await press('Citaat');
  await press('Vet');
  await userEvent.keyboard(' vet');
  expect(document.querySelector('.editor strong')?.textContent).toBe(' vet');
  server.write('van een ander');
  await expect.element(editor()).toMatchTextContent(/van een ander/);
  for (let turn = 0; turn < 12; turn += 1) await press('Maak ongedaan wat je schreef');
  await expect.poll(() => document.querySelector('.editor')?.textContent, patience).toBe('van een ander');
  await press('Doe opnieuw wat je schreef');
  await press('Toon de toetsen');
  await expect.element(page.getByText(/verlaat de tekst/)).toBeVisible();
  await userEvent.click(editor());
  await userEvent.keyboard('{Tab}');
  expect(document.activeElement?.closest('.editor')).toBe(null);
  await userEvent.click(page.getByRole('button', { name: 'Vet', exact: true }));
  await userEvent.keyboard('{Tab}');
  await expectAccessible();
});

function paste(clipboardData: DataTransfer): void {
  document
    .querySelector('.editor')
    ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
}

test('a page from Word with a table, tracked changes and an image comes in as text, and is told what was left out', async () => {
  show();
  await type('Eerder:');
  const data = new DataTransfer();
  data.setData('text/html', fromWord);
  paste(data);
  await expect
    .poll(() => linesOf(server.doc), patience)
    .toEqual([
      'Eerder:Keuzehulp stikstof',
      'Wat is er nodig?',
      'Reken altijd het hele plan door.',
      'Zichtbaar vervolg.',
      'Eerst het college',
      'met de nota',
      'Dan de raad',
      'Fase | Woningen',
      'Eerste fase | 110 / waarvan 40 sociaal',
      'Slot.',
    ]);
  expect(document.querySelector('.editor strong')?.textContent).toBe('altijd');
  await expect.element(page.getByText(/Een afbeelding is weggelaten: hier kan alleen tekst staan/)).toBeVisible();
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: 'Begrepen' }));
  await expect.element(page.getByText(/Een afbeelding is weggelaten/)).not.toBeInTheDocument();
});

test('a piece of the screen that is pasted is left out, and that is said', async () => {
  show();
  await type('Zie hier:');
  const data = new DataTransfer();
  data.items.add(new File([new Uint8Array(4)], 'scherm.png', { type: 'image/png' }));
  paste(data);
  await expect.element(page.getByText(/Een afbeelding is weggelaten/), patience).toBeVisible();
  await expect.poll(() => server.lines(), patience).toEqual(['Zie hier:']);
});

test('what comes from Word is cleaned', async () => {
  show();
  await expect.element(editor(), patience).toBeVisible();
  await userEvent.click(editor());
  const data = new DataTransfer();
  data.setData(
    'text/html',
    `<html xmlns:o="x"><head><style>p{color:red}</style></head><body><!--StartFragment--><h1>Besluit</h1>
     <p class=MsoNormal style='color:red'>Gewoon <b>vet</b><o:p></o:p></p>
     <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>  </span></span>een</p>
     <p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o </span>een a</p>
     <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>· </span>twee</p>
     <p class=MsoNormal><o:p>&nbsp;</o:p></p>
     <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1. </span>stap</p>
     <script>alert(1)</script><!--EndFragment--></body></html>`,
  );
  paste(data);
  await expect.element(editor()).toMatchTextContent(/Besluit/);
  const html = document.querySelector('.editor')?.innerHTML ?? '';
  expect(html).not.toMatch(/style=|Mso|alert|·/);
  expect(document.querySelector('.editor h3')?.textContent).toBe('Besluit');
  expect(document.querySelector('.editor strong')?.textContent).toBe('vet');
  expect(document.querySelector('.editor ul ul li')?.textContent).toBe('een a');
  expect(document.querySelectorAll('.editor > ul > li')).toHaveLength(2);
  expect(document.querySelector('.editor ol li')?.textContent).toBe('stap');
});
