import { Trans } from '@lingui/react/macro';
import { useEffect, useReducer, type ReactElement, type ReactNode } from 'react';
import * as Y from 'yjs';
import { Prose } from '../../ui/Prose.tsx';
import { piecesOf, textField } from './text-nodes.ts';

/** The text for who reads along, as it is written. Nothing in it is markup. */
export function ReadText({ doc, label }: { doc: Y.Doc; label: string }): ReactElement {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    doc.on('update', redraw);
    return () => doc.off('update', redraw);
  }, [doc]);
  const fragment = doc.getXmlFragment(textField);
  return (
    <div role="group" aria-label={label}>
      {fragment.length === 0 ? (
        <p className="sub">
          <Trans>Hier is nog niets geschreven.</Trans>
        </p>
      ) : (
        <Prose>{inside(fragment, 0)}</Prose>
      )}
    </div>
  );
}

/** Deeper than anybody writes lists; what lies below comes from elsewhere. */
const deepest = 12;

function inside(parent: Y.XmlFragment, depth: number): ReactNode[] {
  // What is in a text has no identity beyond its place.
  return parent.toArray().map((child, index): ReactNode => {
    if (child instanceof Y.XmlText)
      return piecesOf(child).map(({ words, bold }, piece) =>
        bold ? <strong key={`${index}.${piece}`}>{words}</strong> : words,
      );
    if (!(child instanceof Y.XmlElement) || depth > deepest) return null;
    const content = inside(child, depth + 1);
    switch (child.nodeName) {
      case 'heading':
        return <h4 key={index}>{content}</h4>;
      case 'bulletList':
        return <ul key={index}>{content}</ul>;
      case 'orderedList':
        return <ol key={index}>{content}</ol>;
      case 'listItem':
        return <li key={index}>{content}</li>;
      case 'blockquote':
        return <blockquote key={index}>{content}</blockquote>;
      case 'hardBreak':
        return <br key={index} />;
      default:
        return <p key={index}>{content}</p>;
    }
  });
}
