import { gql, type TypedDocumentNode } from '@apollo/client';
import type { PreloadedQueryRef } from '@apollo/client/react';
import { useLingui } from '@lingui/react/macro';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { editableNoteFragment } from '../../features/knowledge/note-documents.ts';
import type { EditNotePageQuery, EditNotePageQueryVariables } from '../../generated/graphql.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { usePageTitle } from '../page-title.ts';
import type { PageContext } from '../routes/shell-route.ts';
import { usePageQuery } from '../use-page-query.ts';
import { EditNote } from './knowledge/EditNote.tsx';
import { NotTherePage } from './NotTherePage.tsx';

export const editNotePageQuery: TypedDocumentNode<EditNotePageQuery, EditNotePageQueryVariables> = gql`
  query EditNotePage($slug: String!) {
    themes {
      id
      code
      name
    }
    note(slug: $slug) {
      id
      ...EditableNote_note @unmask
    }
  }
  ${editableNoteFragment}
`;

/** Starts the page's query. */
export const loadEditNotePage = (
  { preload }: PageContext,
  slug: string,
): Promise<PreloadedQueryRef<EditNotePageQuery, EditNotePageQueryVariables>> => preload(editNotePageQuery, { slug });

const route = getRouteApi('/app/kennis/$slug/bewerk');

/** Changing a note, for who may. */
export function EditNotePage(): ReactElement {
  const { t } = useLingui();
  const { data } = usePageQuery(route.useLoaderData());
  const { note, themes } = data;
  usePageTitle(note ? t`${note.title} bewerken` : t`Niet gevonden`);
  if (!note) return <NotTherePage wayOut={<Link to="/kennis">{t`Naar de notities`}</Link>} />;
  const mayEdit = note.viewerCan.find(({ verb }) => verb === 'EDIT');
  if (!mayEdit?.allowed) {
    return (
      <>
        <PageHead title={note.title} />
        <EmptyState
          title={t`Deze notitie kun je niet bewerken`}
          action={
            <Link to="/kennis/$slug" params={{ slug: note.slug }}>
              {t`Lees de notitie`}
            </Link>
          }
        >
          {mayEdit?.reason}
        </EmptyState>
      </>
    );
  }
  return <EditNote key={note.id} note={note} themes={themes} />;
}
