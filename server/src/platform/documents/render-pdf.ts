import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { mapTexts } from './clean-text.ts';
import { readFonts } from './document-fonts.ts';
import type { DocumentModel } from './document-model.ts';
import { type Coverage, coverageOf } from './font-coverage.ts';
import { pdfTemplate } from './pdf-template.ts';
import { printable } from './printable-text.ts';

const replaced = {
  nl: 'Een □ staat voor een teken dat dit document niet kan afdrukken; in de versies voor tekstverwerkers staat het er wel.',
  en: 'A □ stands for a character that this document cannot print; the versions for word processors have it.',
} as const;

/** Sets documents as PDF; the fonts are read once. */
export class PdfPress {
  readonly #compiler: NodeCompiler;
  readonly #covers: Coverage;

  constructor() {
    const fonts = readFonts();
    this.#compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }] });
    const coverages = fonts.map(coverageOf);
    this.#covers = (codePoint) => coverages.every((covers) => covers(codePoint));
  }

  /** A tagged PDF by the standard PDF/UA-1. Expects a clean document. @throws Error when it cannot be made by that standard. */
  print(model: DocumentModel): Uint8Array {
    let lost = false;
    const shown = mapTexts(model, (text) => printable(text, this.#covers, () => (lost = true)));
    const document = lost
      ? { ...shown, blocks: [...shown.blocks, { kind: 'paragraph' as const, text: replaced[model.lang] }] }
      : shown;
    const pdf = this.#compiler.pdf(
      { mainFileContent: pdfTemplate, inputs: { document: JSON.stringify(document) } },
      { pdfStandard: 'ua-1' },
    );
    // What was set stays in a cache that all compilers share; a document is rarely asked for twice in the same version.
    this.#compiler.evictCache(3);
    return pdf;
  }
}
