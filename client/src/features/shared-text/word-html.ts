/** How Word says that a paragraph is a line of a list: `mso-list: l0 level2 lfo1`. */
const wordList = /mso-list\s*:\s*[^;]*level(\d+)/i;
const wordMark = /mso-list\s*:\s*ignore/i;
const numbered = /^\s*(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]/i;
/** What Word keeps but does not show. */
const unseen = /(?:^|;)\s*(?:display\s*:\s*none|mso-hide\s*:\s*all)/i;
/** What somebody deleted with changes being tracked: still there until it is accepted. The last is how Word in a browser says it. */
const deleted = 'del, .msoDel, .TrackChangeTextDeletion';
/** Remarks in the margin, with their marks in the text and their list below it. */
const remarks =
  '.MsoCommentReference, .msocomanchor, .msocomoff, .msocomtxt, .MsoCommentText, [style*="mso-element:comment" i]';

/** Leaves out what the author of a document took out or does not show, and keeps what was put in. */
export function settleChanges(page: Document): void {
  for (const element of page.querySelectorAll(`${deleted}, ${remarks}`)) element.remove();
  for (const element of page.querySelectorAll('[style]'))
    if (unseen.test(element.getAttribute('style') ?? '')) element.remove();
  for (const element of page.querySelectorAll('ins')) element.replaceWith(...element.childNodes);
}

/** Makes a line of each row of a table, with a stroke between its cells. A frame of one column around other content falls away. */
export function rowsOfTables(page: Document): void {
  // The innermost first: what is in a cell of another is words by then.
  for (const table of [...page.querySelectorAll('table')].toReversed()) {
    if ([...table.rows].every((row) => row.cells.length < 2)) {
      table.replaceWith(...[...table.rows].flatMap((row) => [...(row.cells[0]?.childNodes ?? [])]));
      continue;
    }
    const lines = [...table.rows].flatMap((row) => {
      const cells = [...row.cells].map(wordsOfCell);
      if (cells.every((words) => words === '')) return [];
      const line = page.createElement('p');
      line.textContent = cells.join(' | ');
      return [line];
    });
    const caption = table.caption ? [paragraphOf(page, wordsOfCell(table.caption))] : [];
    table.replaceWith(...caption, ...lines);
  }
}

function paragraphOf(page: Document, words: string): Element {
  const paragraph = page.createElement('p');
  paragraph.textContent = words;
  return paragraph;
}

/** The words of a cell on one line; what stood below each other is told apart. */
function wordsOfCell(cell: Element): string {
  const marks = [...cell.querySelectorAll('[style]')].filter((one) => wordMark.test(one.getAttribute('style') ?? ''));
  for (const mark of marks) mark.remove();
  const parts = [...cell.querySelectorAll('p, li, h1, h2, h3, h4, h5, h6')];
  const lines = parts.length > 0 && parts.every((part) => !part.querySelector('p, li')) ? parts : [cell];
  return lines
    .map((part) => (part.textContent ?? '').replaceAll(/\s+/g, ' ').trim())
    .filter((words) => words !== '')
    .join(' / ');
}

/** Makes lists of Word's paragraphs, level by level. */
export function listsOfParagraphs(page: Document): void {
  let lists: Element[] = [];
  let before: Element | null = null;
  for (const paragraph of page.querySelectorAll('p')) {
    const style = paragraph.getAttribute('style') ?? '';
    const level = Number(wordList.exec(style)?.[1] ?? 0);
    if (level < 1) continue;
    if (before === null || paragraph.previousElementSibling !== before) lists = [];
    const mark = [...paragraph.querySelectorAll('span')].find((span) =>
      wordMark.test(span.getAttribute('style') ?? ''),
    );
    const kind = numbered.test(mark?.textContent ?? '') ? 'ol' : 'ul';
    mark?.remove();
    lists.length = Math.min(lists.length, level);
    while (lists.length < level) {
      const list = page.createElement(kind);
      const above = lists.at(-1);
      if (above) (above.lastElementChild ?? above.appendChild(page.createElement('li'))).append(list);
      else paragraph.before(list);
      lists.push(list);
    }
    const item = page.createElement('li');
    const words = page.createElement('p');
    words.append(...paragraph.childNodes);
    item.append(words);
    lists.at(-1)?.append(item);
    paragraph.remove();
    before = lists[0] ?? null;
  }
}
