import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { blocksOf, textField } from './text-blocks.ts';

type Content = string | Element;
/** A name, perhaps attributes, and what is in it. */
type Element = [name: string, ...inside: (Content | Record<string, string | number>)[]];

/** A document as an editor would have made it. */
function docOf(...content: Content[]): Y.Doc {
  const doc = new Y.Doc();
  fill(doc.getXmlFragment(textField), content);
  return doc;
}

function fill(parent: Y.XmlFragment, content: readonly Content[]): void {
  for (const part of content) {
    if (typeof part === 'string') {
      parent.push([new Y.XmlText(part)]);
      continue;
    }
    const [name, ...inside] = part;
    const element = new Y.XmlElement(name);
    parent.push([element]);
    for (const one of inside)
      if (typeof one === 'object' && !Array.isArray(one))
        for (const [key, value] of Object.entries(one)) element.setAttribute(key, String(value));
    fill(
      element,
      inside.filter((one): one is Content => typeof one === 'string' || Array.isArray(one)),
    );
  }
}

describe('the text of a document', () => {
  test('comes block by block, with what each is', () => {
    const doc = docOf(
      ['heading', { level: 3 }, 'Stand van zaken'],
      ['heading', { level: 4 }, 'In Kampen'],
      ['paragraph', 'Eerste regel', ['hardBreak'], 'tweede regel'],
      ['paragraph'],
      ['blockquote', ['paragraph', 'Zo staat het in de brief.']],
      ['bulletList', ['listItem', ['paragraph', 'een'], ['orderedList', ['listItem', ['paragraph', 'een punt een']]]]],
      ['orderedList', ['listItem', ['paragraph', 'stap'], ['paragraph', 'uitleg bij de stap']]],
    );
    expect(blocksOf(doc)).toEqual([
      { kind: 'HEADING', text: 'Stand van zaken', level: 1 },
      { kind: 'HEADING', text: 'In Kampen', level: 2 },
      { kind: 'PARAGRAPH', text: 'Eerste regel\ntweede regel', level: 1 },
      { kind: 'QUOTE', text: 'Zo staat het in de brief.', level: 1 },
      { kind: 'BULLET', text: 'een', level: 1 },
      { kind: 'NUMBERED', text: 'een punt een', level: 2 },
      { kind: 'NUMBERED', text: 'stap', level: 1 },
      { kind: 'PARAGRAPH', text: 'uitleg bij de stap', level: 1 },
    ]);
  });

  test('is plain text, whatever marks it has', () => {
    const doc = docOf(['paragraph', 'een vet woord']);
    const text = (doc.getXmlFragment(textField).get(0) as Y.XmlElement).get(0) as Y.XmlText;
    text.format(4, 3, { bold: true });
    text.insertEmbed(0, { image: 'https://elders.example/x.png' });
    expect(blocksOf(doc)).toEqual([{ kind: 'PARAGRAPH', text: 'een vet woord', level: 1 }]);
  });

  test('is read from any shape that a client sends', () => {
    const strange = docOf(['script', 'alert(1)'], ['heading', { level: 'hoog' }, 'kop'], 'los', [
      'bulletList',
      'zonder regel',
    ]);
    expect(blocksOf(strange)).toEqual([
      { kind: 'PARAGRAPH', text: 'alert(1)', level: 1 },
      { kind: 'HEADING', text: 'kop', level: 1 },
      { kind: 'PARAGRAPH', text: 'los', level: 1 },
      { kind: 'BULLET', text: 'zonder regel', level: 1 },
    ]);
    const halves = docOf(['paragraph', 'a\u0000b\ud800c\u0007d']);
    expect(blocksOf(halves)[0]?.text.isWellFormed()).toBe(true);
    expect(blocksOf(halves)[0]?.text).toBe('a b\ufffdc d');
    const doc = new Y.Doc();
    let parent: Y.XmlFragment = doc.getXmlFragment(textField);
    for (let depth = 0; depth < 2_000; depth++) {
      const element = new Y.XmlElement('blockquote');
      parent.push([element]);
      parent = element;
    }
    expect(blocksOf(doc)).toEqual([]);
    expect(blocksOf(new Y.Doc())).toEqual([]);
  });
});
