import 'reflect-metadata';
import { ActionsModule } from './modules/actions/actions.module.ts';
import { BottlenecksModule } from './modules/bottlenecks/bottlenecks.module.ts';
import { DiscussionModule } from './modules/discussion/discussion.module.ts';
import { KnowledgeModule } from './modules/knowledge/knowledge.module.ts';
import { MeetingsModule } from './modules/meetings/meetings.module.ts';
import { NotificationsModule } from './modules/notifications/notifications.module.ts';
import { type AppModule, PeopleModule } from './modules/people/people.module.ts';
import { ProjectsModule } from './modules/projects/projects.module.ts';
import { SearchModule } from './modules/search/search.module.ts';
import { TablesModule } from './modules/tables/tables.module.ts';

/** The rooms, earlier ones first: a room may know those above it. */
export const modules: readonly AppModule[] = [
  PeopleModule,
  TablesModule,
  ProjectsModule,
  DiscussionModule,
  KnowledgeModule,
  ActionsModule,
  BottlenecksModule,
  MeetingsModule,
  NotificationsModule,
  SearchModule,
];
