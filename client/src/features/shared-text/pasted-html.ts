import { listsOfParagraphs, rowsOfTables, settleChanges } from './word-html.ts';

/** A heading of another document stands below the headings of this page. */
const headings: Readonly<Record<string, string>> = { H1: 'h3', H2: 'h3', H3: 'h3', H4: 'h4', H5: 'h4', H6: 'h4' };
/** Word's title is a paragraph that only looks like a heading. */
const titles = '.MsoTitle, .MsoSubtitle';
/** What is not text, whatever is in it. */
const notText =
  'style, script, noscript, template, xml, meta, link, title, object, embed, iframe, audio, button, svg, math';
/** What people see as an image; Word has drawings of its own beside them. */
const pictures = 'img, picture, canvas, video, v\\:shape, v\\:imagedata';
/** What a browser needs to put a piece of our own text back in, and where a list begins. */
const keptAttributes: readonly string[] = ['data-pm-slice', 'start'];
const weight = /(?:^|;)\s*font-weight\s*:\s*([a-z0-9]+)/i;

/** What was copied, clean. */
export interface CleanPaste {
  readonly html: string;
  /** So many images were in it; they are left out. */
  readonly images: number;
}

/**
 * What was copied elsewhere, mostly from Word, without what only Word understands: its lists are paragraphs with a mark, its headings would
 * stand above ours, its tables are lines, and what it tracks as deleted is left out. Nothing in it can act, and nothing is fetched for it.
 */
export function cleanPaste(html: string): CleanPaste {
  const page = new DOMParser().parseFromString(html, 'text/html');
  dropComments(page);
  settleChanges(page);
  const images = dropImages(page);
  for (const element of page.querySelectorAll(notText)) element.remove();
  rowsOfTables(page);
  listsOfParagraphs(page);
  for (const title of page.querySelectorAll(titles)) title.replaceWith(renamed(title, 'h3'));
  for (const [from, to] of Object.entries(headings))
    for (const heading of page.querySelectorAll(from))
      if (heading.localName !== to) heading.replaceWith(renamed(heading, to));
  for (const element of page.querySelectorAll('*'))
    if (element.localName.includes(':')) element.replaceWith(...element.childNodes);
  for (const paragraph of page.querySelectorAll('p'))
    if ((paragraph.textContent ?? '').trim() === '' && !paragraph.querySelector('br')) paragraph.remove();
  for (const element of page.body.querySelectorAll('*')) dropAttributes(element);
  return { html: page.body.innerHTML, images };
}

function dropComments(page: Document): void {
  const walker = page.createTreeWalker(page, NodeFilter.SHOW_COMMENT);
  const comments: Node[] = [];
  while (walker.nextNode()) comments.push(walker.currentNode);
  for (const comment of comments) comment.parentNode?.removeChild(comment);
}

/** @returns how many there were; a drawing around an image is one. */
function dropImages(page: Document): number {
  const found = [...page.querySelectorAll(pictures)];
  const outermost = found.filter((one) => !found.some((other) => other !== one && other.contains(one)));
  for (const image of outermost) image.remove();
  // A dot of one pixel that counts readers is nobody's image.
  return outermost.filter((image) => image.getAttribute('width') !== '1').length;
}

/** Only the weight of a letter is left of how it looks: bold is all that can be written here. */
function dropAttributes(element: Element): void {
  const [, heavy] = weight.exec(element.getAttribute('style') ?? '') ?? [];
  for (const name of element.getAttributeNames()) if (!keptAttributes.includes(name)) element.removeAttribute(name);
  if (heavy !== undefined) element.setAttribute('style', `font-weight: ${heavy}`);
}

function renamed(element: Element, name: string): Element {
  const other = element.ownerDocument.createElement(name);
  other.append(...element.childNodes);
  return other;
}
