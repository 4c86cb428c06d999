import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

interface Tag {
  readonly role?: string;
  readonly children?: readonly Tag[];
}

/** A PDF as a reader with assistive technology gets it. */
export interface ReadPdf {
  readonly title: string | undefined;
  readonly author: string | undefined;
  readonly language: string | undefined;
  /** Roles of the tag tree, in reading order. */
  readonly roles: readonly string[];
  readonly text: string;
}

/** Reads a PDF with its tags. @throws what pdfjs throws for what is no PDF. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: bytes, verbosity: 0 });
  const pdf = await task.promise;
  const info = (await pdf.getMetadata()).info as { Title?: string; Author?: string; Language?: string };
  const roles: string[] = [];
  const texts: string[] = [];
  const walk = ({ role, children }: Tag) => {
    if (role) roles.push(role);
    children?.forEach(walk);
  };
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    walk((await page.getStructTree()) as Tag);
    const { items } = await page.getTextContent();
    texts.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
  }
  await task.destroy();
  return { title: info.Title, author: info.Author, language: info.Language, roles, text: texts.join(' ') };
}
