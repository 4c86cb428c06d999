import type { ReactElement } from 'react';
import { Note } from '../../ui/Note.tsx';
import type { Problem } from '../commands/problem.ts';

/** What the server refused and that no field shows. @param props.shownAt the fields that show their own sentence */
export function NoteProblems({
  problems,
  shownAt = [],
}: {
  problems: readonly Problem[];
  shownAt?: readonly string[];
}): ReactElement | null {
  const rest = problems.filter(({ path }) => !path.some((part) => shownAt.includes(part)));
  if (rest.length === 0) return null;
  return (
    <Note kind="error" live>
      {rest.map(({ code, message }) => (
        <p key={code + message}>{message}</p>
      ))}
    </Note>
  );
}
