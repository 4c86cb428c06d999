import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPdf } from '../../../testing/read-pdf.ts';
import type { DocumentBlock, DocumentModel } from './document-model.ts';
import { DocumentWriter, WriterBusy } from './document-writer.ts';

const markup = '#set text(red) *ster* _streep_ $x$ @wie <b>vet</b> [link](https://voorbeeld.nl) `code` \\ ~weg~';
const model: DocumentModel = {
  title: 'Verslag West-Overijssel',
  lang: 'nl',
  author: 'Versnellingstafel West-Overijssel',
  status: 'Concept',
  facts: [{ term: 'Plaats', text: 'Stadhuis Zwolle' }],
  blocks: [
    { kind: 'heading', level: 1, text: '1. Opening' },
    { kind: 'paragraph', text: 'Eerste regel.\nTweede regel.' },
    { kind: 'list', numbered: false, items: ['Een', markup] },
    { kind: 'quote', text: 'Zo gezegd.' },
    {
      kind: 'table',
      caption: 'Acties',
      header: ['Nummer', 'Wat'],
      widths: [1, 4],
      rows: [
        ['A-2026-001', 'Bellen met de waterschapsadviseur'],
        ['A-2026-002', markup],
      ],
    },
    { kind: 'heading', level: 3, text: 'Te diep' },
    { kind: 'list', numbered: true, items: ['Ten eerste', 'Ten tweede'] },
    { kind: 'facts', facts: [{ term: 'B-2026-001', text: 'Akkoord' }] },
  ],
};

const writer = new DocumentWriter();
afterAll(() => writer.stop());

const withBlocks = (...blocks: DocumentBlock[]): DocumentModel => ({ ...model, blocks });
const textOf = async (given: DocumentModel) => new TextDecoder().decode(await writer.write(given, 'MARKDOWN'));

describe('A PDF', () => {
  let pdf: Awaited<ReturnType<typeof readPdf>>;
  beforeAll(async () => {
    pdf = await readPdf(await writer.write(model, 'PDF'));
  });

  it('has a title, an author and a language', () => {
    expect(pdf.title).toBe(model.title);
    expect(pdf.author).toBe(model.author);
    expect(pdf.language).toBe('nl');
  });

  it('has a tree of tags with headings, lists, a table and its header cells', () => {
    expect(pdf.roles).toEqual(
      expect.arrayContaining([
        'Root',
        'Document',
        'H1',
        'H2',
        'P',
        'L',
        'LI',
        'Table',
        'Caption',
        'TR',
        'TH',
        'TD',
        'BlockQuote',
      ]),
    );
    expect(pdf.roles.filter((role) => role === 'TH')).toHaveLength(2);
  });

  it('says every text as it was typed', () => {
    const squeezed = pdf.text.replace(/[\s\u200b\u00ad]/g, '');
    for (const text of [
      'Concept',
      'StadhuisZwolle',
      'Eersteregel.Tweederegel.',
      'A-2026-002',
      'Akkoord',
      markup.replace(/\s/g, ''),
    ])
      expect(squeezed).toContain(text);
  });

  it('is made of characters that the typeface does not have, and says so', async () => {
    const { text } = await readPdf(
      await writer.write(withBlocks({ kind: 'paragraph', text: 'Gelukt 👍🏽 🦄️ 漢 \u{e000}!' }), 'PDF'),
    );
    expect(text).toContain('Gelukt □ □ □ □!');
    expect(text).toContain('Een □ staat voor een teken');
  });

  it('is made of characters that are none, of very long words and of empty parts', async () => {
    const { text } = await readPdf(
      await writer.write(
        withBlocks(
          { kind: 'heading', level: 5, text: '' },
          { kind: 'paragraph', text: `a\u0000b\u0007c\ufffe\ud800 e\u0301 ${'lang'.repeat(500)}` },
          { kind: 'list', numbered: true, items: [] },
          { kind: 'table', caption: '', header: ['x'], widths: [1], rows: [] },
          { kind: 'pageBreak' },
          { kind: 'pageBreak' },
        ),
        'PDF',
      ),
    );
    expect(text).toContain('abc');
    expect(text).toContain('é');
  });

  it('of 60 long items comes while the server goes on answering', async () => {
    const long = Array.from({ length: 60 }, (_, index): DocumentBlock[] => [
      { kind: 'heading', level: 1, text: `${index + 1}. Punt` },
      { kind: 'paragraph', text: 'De tafel bespreekt de stikstofruimte. '.repeat(130) },
    ]).flat();
    let longest = 0;
    let before = performance.now();
    const beat = setInterval(() => {
      longest = Math.max(longest, performance.now() - before);
      before = performance.now();
    }, 5);
    const bytes = await writer.write(withBlocks(...long), 'PDF');
    clearInterval(beat);
    const { text } = await readPdf(bytes);
    expect(text).toContain('60. Punt');
    // In one thread this takes several hundred milliseconds.
    expect(longest).toBeLessThan(250);
  });
});

describe('A DOCX', () => {
  let parts: Record<string, Uint8Array>;
  const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  beforeAll(async () => {
    parts = unzipSync(await writer.write(model, 'DOCX'));
  });

  it('consists of well-formed parts with the texts as they were typed', async () => {
    const { wellFormed } = await import('./well-formed.fixture.ts');
    for (const [name, bytes] of Object.entries(parts))
      if (/\.(xml|rels)$/.test(name)) expect(wellFormed(strFromU8(bytes)), name).toBe(true);
    const escaped = markup.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    expect(part('word/document.xml')).toContain(escaped);
    expect(part('word/document.xml')).toContain('Bellen met de waterschapsadviseur');
  });

  it('has styles, headings, a language, a title and header rows', () => {
    const document = part('word/document.xml');
    expect(document).toContain('<w:pStyle w:val="Title"/>');
    expect(document).toContain('<w:pStyle w:val="Heading1"/>');
    expect(document).toContain('<w:tblHeader/>');
    expect(part('word/styles.xml')).toContain('w:val="nl-NL"');
    expect(part('docProps/core.xml')).toContain('Verslag West-Overijssel');
  });
});

describe('Markdown', () => {
  it('has headings, a table and the status', async () => {
    const text = await textOf(model);
    expect(text).toMatch(/^# Verslag West-Overijssel\n\n\*\*Concept\*\*\n\n- \*\*Plaats\*\*: Stadhuis Zwolle\n/);
    expect(text).toContain('## 1. Opening');
    expect(text).toContain('| Nummer | Wat |\n| --- | --- |\n| A-2026-001 |');
    expect(text).toContain('Eerste regel.\\\nTweede regel.');
  });

  it('leaves no text of people active', async () => {
    const lines = [
      '# kop',
      '- lijst',
      '12. genummerd',
      '> citaat',
      '=== streep',
      '| cel |',
      '<script>',
      '    code',
      '*a* _b_ `c`',
    ];
    const text = await textOf(withBlocks(...lines.map((line): DocumentBlock => ({ kind: 'paragraph', text: line }))));
    expect(text.split('\n\n').slice(3).join('\n').trim()).toBe(
      [
        '\\# kop',
        '\\- lijst',
        '12\\. genummerd',
        '\\> citaat',
        '\\=== streep',
        '\\| cel \\|',
        '\\<script\\>',
        'code',
        '\\*a\\* \\_b\\_ \\`c\\`',
      ].join('\n'),
    );
    expect(
      await textOf(withBlocks({ kind: 'table', caption: 'x', header: ['a'], widths: [1], rows: [['een\n| twee']] })),
    ).toContain('| een \\| twee |');
  });
});

describe('The writer', () => {
  it('refuses when too many wait or one takes too long, and goes on with the next', async () => {
    const busy = new DocumentWriter({ waiting: 1 });
    const first = busy.write(model, 'MARKDOWN');
    await expect(busy.write(model, 'MARKDOWN')).rejects.toThrow(WriterBusy);
    await expect(first).resolves.toBeInstanceOf(Uint8Array);
    busy.stop();
    const slow = new DocumentWriter({ within: 0 });
    await expect(slow.write(model, 'PDF')).rejects.toThrow(WriterBusy);
    slow.stop();
  });

  it('tells who waits that it stops, and starts again when asked', async () => {
    const stopping = new DocumentWriter();
    const waiting = stopping.write(model, 'PDF');
    stopping.stop();
    await expect(waiting).rejects.toThrow(WriterBusy);
    await expect(stopping.write(model, 'MARKDOWN')).resolves.toBeInstanceOf(Uint8Array);
    stopping.stop();
  });
});
