import { expect, test } from 'vitest';
import { cleanPaste } from './pasted-html.ts';
import { fromWord } from './word.fixture.ts';

/** Without the white space that a browser does not show. */
const clean = (html: string): string => cleanPaste(html).html.replaceAll(/\s+/g, ' ').replaceAll('> <', '><').trim();

test('a document from Word comes in as headings, lists and lines, with its changes settled and its remarks left out', () => {
  expect(clean(fromWord)).toBe(
    [
      '<h3>Keuzehulp stikstof</h3>',
      '<h3><a></a>Wat is er nodig?</h3>',
      '<p>Reken <b>altijd</b> het <span>hele</span> plan <a>door</a>.</p>',
      '<p>Zichtbaar<span></span>vervolg.</p>',
      '<ol><li><p>Eerst het college</p><ul><li><p>met de nota</p></li></ul></li><li><p>Dan de raad</p></li></ol>',
      '<p>Fase | Woningen</p>',
      '<p>Eerste fase | 110 / waarvan 40 sociaal</p>',
      '<p>Slot.</p>',
    ].join(''),
  );
  expect(cleanPaste(fromWord).images).toBe(1);
});

test('a table from Excel is a line for each row, without the empty ones', () => {
  const html = `<table border=0 style='border-collapse:collapse'><col width=87><tr height=20><td class=xl65>Gemeente</td><td>Woningen</td><td>Jaar</td></tr>
    <tr><td>Kampen</td><td align=right x:num>1.200</td><td></td></tr><tr><td></td><td></td><td></td></tr></table>`;
  expect(clean(html)).toBe('<p>Gemeente | Woningen | Jaar</p><p>Kampen | 1.200 | </p>');
});

test('a table in a table loses no word, and a frame of one column falls away', () => {
  expect(clean('<table><tr><td><h2>Kop</h2><p>Een</p><p>Twee</p></td></tr></table>')).toBe(
    '<h3>Kop</h3><p>Een</p><p>Twee</p>',
  );
  expect(clean('<table><tr><td>A</td><td><table><tr><td>B</td><td>C</td></tr></table></td></tr></table>')).toBe(
    '<p>A | B | C</p>',
  );
});

test('changes that Word in a browser tracks are settled too', () => {
  const html = `<p><span class="TextRun">Voor </span><span class="TrackChangeTextDeletion TrackedChange">1 mei</span><span class="TrackChangeTextInsertion TrackedChange">1 juni</span></p>`;
  expect(clean(html)).toBe('<p><span>Voor </span><span>1 juni</span></p>');
});

test('nothing in it can act, and nothing is fetched for it', () => {
  const html = `<p onclick="steal()" style="background:url(https://kwaad.example/x)">Rustig<script>steal()</script></p><img src=x onerror="steal()">
    <a href="javascript:steal()">verder</a><iframe srcdoc="<script>steal()</script>"></iframe><svg onload="steal()"><text>x</text></svg><form action="https://kwaad.example"><button>Ga</button></form>
    <math><mtext></mtext></math><template><p>stil</p></template><object data="x"></object><style>@import 'https://kwaad.example'</style>`;
  const { html: result, images } = cleanPaste(html);
  expect(result).not.toMatch(/steal|kwaad|script|on\w+=|href|src|url/);
  expect(result).toContain('Rustig');
  expect(result).toContain('verder');
  expect(images).toBe(1);
});

test('images are counted, a dot that counts readers is not', () => {
  expect(
    cleanPaste(
      '<p>a<img src="a.png"><img src="b.png" width="1" height="1"></p><picture><source><img src="c.png"></picture>',
    ).images,
  ).toBe(2);
  expect(cleanPaste('<p>geen</p>').images).toBe(0);
});

test('a piece of our own text, and what is bold elsewhere, stay what they are', () => {
  expect(clean('<p data-pm-slice="1 1 []">eigen</p>')).toBe('<p data-pm-slice="1 1 []">eigen</p>');
  expect(
    clean(
      '<b style="font-weight:normal" id="docs-internal-guid"><span style="font-weight:700;color:red">vet</span></b>',
    ),
  ).toBe('<b style="font-weight: normal"><span style="font-weight: 700">vet</span></b>');
});
