import { actionsRoute } from './action-routes.ts';
import { askedRoute } from './asked-route.ts';
import { bottleneckRoute, bottlenecksRoute, newBottleneckRoute } from './bottleneck-routes.ts';
import { importRoute, startImportRoute } from './import-routes.ts';
import { homeRoute } from './home-route.ts';
import {
  editNoteRoute,
  legalEventRoute,
  legalEventsRoute,
  newNoteRoute,
  noteRoute,
  notesRoute,
} from './knowledge-routes.ts';
import { meetingRoute, minutesRoute } from './meeting-routes.ts';
import { mailRoute, outboxRoute } from './outbox-routes.ts';
import { patternRoute } from './pattern-routes.ts';
import { projectRoute, projectsRoute } from './project-routes.ts';
import { projectorRoute } from './projector-route.ts';
import { rootRoute } from './root-route.ts';
import { searchRoute, searchTendRoute } from './search-route.ts';
import { shellRoute, unknownRoute } from './shell-route.ts';
import { signInRoute } from './sign-in-route.ts';
import { tableAgendaRoute, tableRhythmRoute, tableRoute } from './table-routes.ts';

export const routeTree = rootRoute.addChildren([
  signInRoute,
  projectorRoute,
  shellRoute.addChildren([
    homeRoute,
    askedRoute,
    tableRoute,
    tableAgendaRoute,
    tableRhythmRoute,
    meetingRoute,
    minutesRoute,
    bottlenecksRoute,
    newBottleneckRoute,
    startImportRoute,
    importRoute,
    bottleneckRoute,
    patternRoute,
    actionsRoute,
    projectsRoute,
    projectRoute,
    notesRoute,
    newNoteRoute,
    legalEventsRoute,
    legalEventRoute,
    noteRoute,
    editNoteRoute,
    outboxRoute,
    mailRoute,
    searchRoute,
    searchTendRoute,
    unknownRoute,
  ]),
]);
