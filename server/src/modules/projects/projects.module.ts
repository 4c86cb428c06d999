import { loadRows } from '../../platform/graphql/load-rows.ts';
import type { AppModule } from '../people/people.module.ts';
import { Project } from './project.entity.ts';
import { loadProjects } from './project.queries.ts';
import { ProjectConnectionResolver, ProjectResolver } from './project.resolver.ts';
import { Theme } from './theme.entity.ts';

export { ConfidentialityEnum } from './confidentiality.enum.ts';
export type { ProjectFace } from './project.queries.ts';
export { ProjectType, ThemeType } from './project.types.ts';
export { registerWaitingHomes } from './waiting-homes.ts';

/** Housing projects and the themes that cases and notes carry. */
export const ProjectsModule: AppModule = {
  name: 'projects',
  entities: [Project, Theme],
  resolvers: [ProjectResolver, ProjectConnectionResolver],
  nodes: [
    { type: 'Project', kind: 'project', load: loadProjects },
    { type: 'Theme', kind: 'theme', load: (context, ids) => loadRows(context, Theme, ids) },
  ],
};
