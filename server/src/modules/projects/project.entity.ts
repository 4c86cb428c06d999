import { defineEntity, p } from '@mikro-orm/core';
import type { KeyProjectStatus, ProjectKind, ProjectPhase, ProjectTypeCode } from './project.enums.ts';

const schema = defineEntity({
  name: 'Project',
  tableName: 'project',
  properties: {
    id: p.uuid().primary(),
    name: p.text(),
    planNumber: p.text().nullable(),
    municipalityId: p.uuid(),
    projectType: p.text().$type<ProjectTypeCode>(),
    phase: p.text().$type<ProjectPhase>(),
    homes: p.integer().nullable(),
    homesNote: p.text().nullable(),
    keyProject: p.text().$type<KeyProjectStatus>(),
    kind: p.text().$type<ProjectKind>(),
    source: p.text().nullable(),
  },
});

/** A housing project as the registers know it. Register data is public to every signed-in person. */
export class Project extends schema.class {
  /** In the demo nothing invented is hung on a real project. */
  mayCarryBottlenecks(demo: boolean): boolean {
    return !demo || this.kind === 'DEMO_FICTIONAL';
  }
}
schema.setClass(Project);
