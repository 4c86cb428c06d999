import { Trans } from '@lingui/react/macro';
import type { ReactElement, ReactNode } from 'react';
import { Prose } from '../../ui/Prose.tsx';
import { BodyText } from './BodyText.tsx';

interface NoteTextProps {
  /** Who is at it now. */
  aside?: ReactNode;
  note: { summary: string; body: string; applies: string; appliesNot: string; steps: string };
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/^\s*(?:\d{1,2}[.)]|[-*•])\s+/, '').trim())
    .filter((line) => line !== '');

function Paragraphs({ text }: { text: string }): ReactElement[] {
  // Paragraphs of one text: the place is their identity.
  return text.split(/\n{2,}/).map((paragraph, index) => <p key={index}>{paragraph}</p>);
}

/** What a note says. Text as it was typed: a line is a point, and nothing in it is markup. */
export function NoteText({ note, aside }: NoteTextProps): ReactElement {
  const { summary, body, applies, appliesNot, steps } = note;
  const points = [
    ...linesOf(applies).map((line) => ({ line, does: true })),
    ...linesOf(appliesNot).map((line) => ({ line, does: false })),
  ];
  const stepLines = linesOf(steps);
  return (
    <Prose>
      <h2>
        <Trans>In het kort</Trans>
      </h2>
      <Paragraphs text={summary} />
      {points.length > 0 && (
        <>
          <h2>
            <Trans>Wanneer wel, wanneer niet</Trans>
          </h2>
          <ul>
            {points.map(({ line, does }) => (
              <li key={`${does}${line}`}>
                <b>{does ? <Trans>Wel:</Trans> : <Trans>Niet:</Trans>}</b> {line}
              </li>
            ))}
          </ul>
        </>
      )}
      {stepLines.length > 0 && (
        <>
          <h2>
            <Trans>Stappen</Trans>
          </h2>
          <ol>
            {stepLines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        </>
      )}
      {body && (
        <>
          <h2>
            <Trans>Toelichting</Trans>
          </h2>
          <BodyText body={body} />
        </>
      )}
      {aside}
    </Prose>
  );
}
