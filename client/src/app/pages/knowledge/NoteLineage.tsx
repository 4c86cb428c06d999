import { gql, type TypedDocumentNode } from '@apollo/client';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { NoteLineage_NoteFragment } from '../../../generated/graphql.ts';
import { Note } from '../../../ui/Note.tsx';

export const noteLineageFragment: TypedDocumentNode<NoteLineage_NoteFragment> = gql`
  fragment NoteLineage_note on KnowledgeNote {
    id
    status
    confidentiality
    releaseTo
    supersededBy {
      id
      slug
      title
    }
    supersedes {
      id
      slug
      title
    }
    draftedFrom {
      id
      number
      title
    }
    viewerCan {
      verb
      allowed
      reason
    }
  }
`;

/** What came before a note and after it: the one that replaces it first of all, and where it came from. */
export function NoteLineage({ note }: { note: NoteLineage_NoteFragment }): ReactElement | null {
  const { status, confidentiality, releaseTo, supersededBy, supersedes, draftedFrom, viewerCan } = note;
  const mayEdit = viewerCan.some(({ verb, allowed }) => verb === 'EDIT' && allowed);
  if (!supersededBy && !releaseTo && supersedes.length === 0 && !draftedFrom) return null;
  return (
    <>
      {supersededBy && (
        <Note kind="warning">
          <p className="strong">
            <Trans>
              Vervangen door{' '}
              <Link to="/kennis/$slug" params={{ slug: supersededBy.slug }}>
                {supersededBy.title}
              </Link>
            </Trans>
          </p>
        </Note>
      )}
      {releaseTo && (
        <Note kind="info">
          <p>
            {releaseTo === 'PUBLIC' ? (
              <Trans>
                Heel Overijssel leest deze notitie zodra iemand anders haar valideert en ziet dat er geen naam, prijs of
                partij in staat.
              </Trans>
            ) : (
              <Trans>
                De regio leest deze notitie zodra iemand anders haar valideert en ziet dat er geen naam, prijs of partij
                in staat.
              </Trans>
            )}
          </p>
        </Note>
      )}
      {draftedFrom && !releaseTo && status === 'DRAFT' && mayEdit && (
        <Note kind="info">
          <p>
            {confidentiality === 'PUBLIC' ? (
              <Trans>Dit concept is uit een knelpunt gemaakt. Haal namen, prijzen en partijen eruit.</Trans>
            ) : (
              <Trans>
                Dit concept is uit een knelpunt gemaakt en niet openbaar. Haal namen, prijzen en partijen eruit voordat
                je haar breder openzet.
              </Trans>
            )}
          </p>
        </Note>
      )}
      {(draftedFrom || supersedes.length > 0) && (
        <div className="small">
          {draftedFrom && (
            <p className="sub">
              <Trans>
                Gemaakt uit{' '}
                <Link to="/knelpunten/$number" params={{ number: draftedFrom.number }}>
                  {draftedFrom.number}, {draftedFrom.title}
                </Link>
              </Trans>
            </p>
          )}
          {supersedes.length > 0 && (
            <div className="sub">
              <p>
                <Trans>Vervangt:</Trans>
              </p>
              <ul>
                {supersedes.map(({ id, slug, title }) => (
                  <li key={id}>
                    <Link to="/kennis/$slug" params={{ slug }}>
                      {title}
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          )}
        </div>
      )}
    </>
  );
}
