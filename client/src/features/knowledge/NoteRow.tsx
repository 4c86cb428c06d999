import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { NoteRow_NoteFragment } from '../../generated/graphql.ts';
import { useFormat } from '../../lib/format.ts';
import { ReuseCounts } from './ReuseCounts.tsx';
import { ValidityWord } from './ValidityWord.tsx';

export const noteRowFragment: TypedDocumentNode<NoteRow_NoteFragment> = gql`
  fragment NoteRow_note on KnowledgeNote {
    id
    slug
    title
    summary
    status
    validity
    reviewBy
    updatedAt
    themes {
      id
      code
      name
    }
    reuse {
      worked
      partly
      failed
      notYet
    }
  }
`;

interface NoteRowProps {
  note: FragmentType<NoteRow_NoteFragment>;
  /** ISO moment at which it came in while the page stood open. */
  arrivedAt?: string | undefined;
}

/** The first sentences say enough to choose by. */
const shown = 220;

function beginning(text: string): string {
  if (text.length <= shown) return text;
  const cut = text.slice(0, shown);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1))} …`;
}

/** A note in a list: whether it holds, what it is called, how it begins, and how often it worked. */
export function NoteRow({ note, arrivedAt }: NoteRowProps): ReactElement {
  const { time } = useFormat();
  const { data } = useSuspenseFragment({ fragment: noteRowFragment, from: note });
  const { slug, title, summary, validity, reviewBy, themes, reuse } = data;
  return (
    <>
      <p className="row small">
        <ValidityWord validity={validity} reviewBy={reviewBy} />
        {arrivedAt && (
          <span className="news">
            <Trans>nieuw, {time(arrivedAt)}</Trans>
          </span>
        )}
      </p>
      <h2>
        <Link to="/kennis/$slug" params={{ slug }}>
          {title}
        </Link>
      </h2>
      <p>{beginning(summary)}</p>
      <p className="meta small">
        <span>{themes.map(({ name }) => name.toLowerCase()).join(', ')}</span>
        <ReuseCounts {...reuse} />
      </p>
    </>
  );
}
