/** How Word says that a paragraph is a line of a list: `mso-list: l0 level2 lfo1`. */
const wordList = /mso-list\s*:\s*[^;]*level(\d+)/i;
const wordMark = /mso-list\s*:\s*ignore/i;
const numbered = /^\s*(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]/i;
/** A heading of another document stands below the headings of this page. */
const headings: Readonly<Record<string, string>> = { H1: 'h3', H2: 'h3', H3: 'h3', H4: 'h4', H5: 'h4', H6: 'h4' };

/**
 * What was copied elsewhere, mostly from Word, without what only Word understands: its lists are paragraphs with a mark, its headings
 * would stand above ours. What the editor does not know it drops by itself.
 */
export function cleanPaste(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const element of page.querySelectorAll('style, script, xml, meta, link, title')) element.remove();
  dropComments(page);
  listsOf(page);
  for (const [from, to] of Object.entries(headings))
    for (const heading of page.querySelectorAll(from))
      if (heading.localName !== to) heading.replaceWith(renamed(heading, to));
  for (const element of page.querySelectorAll('*'))
    if (element.localName.includes(':')) element.replaceWith(...element.childNodes);
  for (const paragraph of page.querySelectorAll('p'))
    if ((paragraph.textContent ?? '').trim() === '' && !paragraph.querySelector('br')) paragraph.remove();
  return page.body.innerHTML;
}

function dropComments(page: Document): void {
  const walker = page.createTreeWalker(page, NodeFilter.SHOW_COMMENT);
  const comments: Node[] = [];
  while (walker.nextNode()) comments.push(walker.currentNode);
  for (const comment of comments) comment.parentNode?.removeChild(comment);
}

function renamed(element: Element, name: string): Element {
  const other = element.ownerDocument.createElement(name);
  other.append(...element.childNodes);
  return other;
}

/** Makes lists of Word's paragraphs, level by level. */
function listsOf(page: Document): void {
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
    item.append(renamed(paragraph, 'p'));
    lists.at(-1)?.append(item);
    paragraph.remove();
    before = lists[0] ?? null;
  }
}
