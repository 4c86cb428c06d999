import type { ReactElement } from 'react';
import { Note } from '../../ui/Note.tsx';
import type { Problem } from './problem.ts';

interface StepProblemsProps {
  problems: readonly Problem[];
  /** Fields that show their own sentence. */
  shownAt?: readonly string[];
}

/** What the server refused and that no field of the dialog shows. */
export function StepProblems({ problems, shownAt = [] }: StepProblemsProps): ReactElement | null {
  const rest = problems.filter(({ path }) => !shownAt.includes(path.at(-1) ?? ''));
  if (rest.length === 0) return null;
  return (
    <Note kind="error">
      {rest.map(({ code, message }) => (
        <p key={code + message}>{message}</p>
      ))}
    </Note>
  );
}
