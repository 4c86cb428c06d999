import * as Y from 'yjs';
import { describe, expect, test } from 'vitest';
import { textField } from '../../../platform/collab/text-blocks.ts';
import { bodyOfDoc, putBody, updateOfBody } from './note-body.ts';

const body = `# Wat is er nodig?

Vraag **eerst** het college.
Dan de raad.

1. Reken het hele plan door
  - met de laatste versie
  - en zonder **oude** rechten
2. Vraag één vergunning
  bij de provincie

> Zo staat het in de wet.

## Slot

\\- geen punt`;

function docOf(text: string): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, updateOfBody(text));
  return doc;
}

describe('a note as a document', () => {
  test('reads as its row does', () => {
    expect(bodyOfDoc(docOf(body))).toBe(body);
    expect(docOf(body).getXmlFragment(textField).toString()).toContain('<bold>eerst</bold>');
  });

  test('keeps the second paragraph of a point with that point, and the numbers go on', () => {
    const doc = new Y.Doc();
    const paragraph = (words: string) => {
      const made = new Y.XmlElement('paragraph');
      made.insert(0, [new Y.XmlText(words)]);
      return made;
    };
    const items = [['een', 'nog over een'], ['twee']].map((words) => {
      const item = new Y.XmlElement('listItem');
      item.insert(0, words.map(paragraph));
      return item;
    });
    const list = new Y.XmlElement('orderedList');
    list.insert(0, items);
    doc.getXmlFragment(textField).insert(0, [list]);
    expect(bodyOfDoc(doc)).toBe('1. een\n  nog over een\n2. twee');
  });

  test('is changed only where it says something else', () => {
    const doc = docOf('Eerste alinea.\n\nTweede alinea.\n\nDerde alinea.');
    const fragment = doc.getXmlFragment(textField);
    const [first, , third] = fragment.toArray();
    putBody(doc, 'Eerste alinea.\n\n- anders\n- en meer\n\nDerde alinea.');
    expect(bodyOfDoc(doc)).toBe('Eerste alinea.\n\n- anders\n- en meer\n\nDerde alinea.');
    expect(fragment.get(0)).toBe(first);
    expect(fragment.get(2)).toBe(third);
    putBody(doc, '');
    expect(bodyOfDoc(doc)).toBe('');
    putBody(doc, body);
    expect(bodyOfDoc(doc)).toBe(body);
  });
});
