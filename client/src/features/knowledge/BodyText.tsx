import { nodesOfBody, type NoteList, piecesOfText } from '@versnellingstafel/shared/knowledge/note-lines';
import { Fragment, type ReactElement } from 'react';

/** Words of one line, with what is bold and where it breaks. */
function Words({ text }: { text: string }): ReactElement[] {
  // Pieces are a fixed cut of one text: the place is their identity.
  return text.split('\n').map((line, row) => (
    <Fragment key={row}>
      {row > 0 && <br />}
      {piecesOfText(line).map(({ words, bold }, place) => (bold ? <strong key={place}>{words}</strong> : words))}
    </Fragment>
  ));
}

function Points({ numbered, points }: NoteList): ReactElement {
  const items = points.map(({ text, lists }, index) => (
    <li key={index}>
      <Words text={text} />
      {lists.map((list, below) => (
        <Points key={below} {...list} />
      ))}
    </li>
  ));
  return numbered ? <ol>{items}</ol> : <ul>{items}</ul>;
}

/** The explanation of a note: plain lines, shown as the headings, points and quotes that they say they are. Nothing in them is markup. */
export function BodyText({ body }: { body: string }): ReactElement[] {
  return nodesOfBody(body).map((node, index) => {
    if (node.kind === 'LIST') return <Points key={index} {...node} />;
    const words = <Words text={node.text} />;
    if (node.kind === 'HEADING') return node.level === 1 ? <h3 key={index}>{words}</h3> : <h4 key={index}>{words}</h4>;
    return node.kind === 'QUOTE' ? <blockquote key={index}>{words}</blockquote> : <p key={index}>{words}</p>;
  });
}
