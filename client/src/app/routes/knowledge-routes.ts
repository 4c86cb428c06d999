import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { noteOrders, validityWords, type NoteSearch } from '../../features/knowledge/note-address.ts';
import { oneOf, present, someOf, textParam, textsParam, type RawSearch } from '../search-params.ts';
import { shellRoute } from './shell-route.ts';

const listPage = () => import('../pages/NotesPage.tsx');
const newPage = () => import('../pages/NewNotePage.tsx');
const notePage = () => import('../pages/NotePage.tsx');
const editPage = () => import('../pages/EditNotePage.tsx');
const legalEventsPage = () => import('../pages/LegalEventsPage.tsx');
const legalEventPage = () => import('../pages/LegalEventPage.tsx');

export const notesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/kennis',
  validateSearch: (search: RawSearch): NoteSearch =>
    present({
      tekst: textParam(search['tekst']),
      thema: textsParam(search['thema']),
      geldig: someOf(validityWords, search['geldig']),
      volgorde: oneOf(noteOrders, search['volgorde']),
    }),
  loaderDeps: ({ search }) => search,
  loader: async ({ context, deps }) => (await listPage()).loadNotesPage(context, deps),
  component: lazyRouteComponent(listPage, 'NotesPage'),
});

export const newNoteRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/kennis/nieuw',
  /** `over` is what a note is asked for about: it begins with that. */
  validateSearch: (search: RawSearch): { over?: string } => present({ over: textParam(search['over']) }),
  loader: async ({ context }) => (await newPage()).loadNewNotePage(context),
  component: lazyRouteComponent(newPage, 'NewNotePage'),
});

export const legalEventsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/kennis/recht',
  loader: async ({ context }) => (await legalEventsPage()).loadLegalEventsPage(context),
  component: lazyRouteComponent(legalEventsPage, 'LegalEventsPage'),
});

export const legalEventRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/kennis/recht/$id',
  loader: async ({ context, params }) => (await legalEventPage()).loadLegalEventPage(context, params.id),
  component: lazyRouteComponent(legalEventPage, 'LegalEventPage'),
});

export const noteRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/kennis/$slug',
  loader: async ({ context, params }) => (await notePage()).loadNotePage(context, params.slug),
  component: lazyRouteComponent(notePage, 'NotePage'),
});

export const editNoteRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/kennis/$slug/bewerk',
  loader: async ({ context, params }) => (await editPage()).loadEditNotePage(context, params.slug),
  component: lazyRouteComponent(editPage, 'EditNotePage'),
});
