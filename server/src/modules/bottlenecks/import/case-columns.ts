import type { ImportField } from '@versnellingstafel/shared/bottlenecks/import-fields';
import type { BottleneckState, Confidentiality } from '@versnellingstafel/shared/bottlenecks/states';
import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import type { TableLevel } from '@versnellingstafel/shared/tables/roles';
import type { CasePeople, Surroundings } from '../bottleneck.policy.ts';
import type { KeptTexts } from './import-cells.ts';
import { confidentialityWord, levelWord, stateWord } from './read-choice.ts';

/** A case with all that a row of a list says of it. */
export interface CaseRow extends CasePeople, Surroundings {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly title: string;
  readonly description: string;
  readonly ask: string;
  readonly triedSoFar: string;
  readonly decisionBy: LocalDate | null;
  readonly constructionStart: LocalDate | null;
  readonly state: BottleneckState;
  readonly solvableAt: TableLevel;
  readonly confidentiality: Confidentiality;
  readonly dueOn: LocalDate | null;
  readonly nextStep: string;
  readonly filedOn: LocalDate;
  readonly homesBlocked: number;
  readonly municipality: string;
  readonly municipalityId: string;
  readonly regionId: string;
  readonly owner: string;
  readonly lead: string | null;
  readonly kept: KeptTexts;
  readonly themes: readonly { readonly id: string; readonly name: string }[];
  readonly projects: readonly {
    readonly projectId: string;
    readonly name: string;
    readonly planNumber: string | null;
    readonly homesBlocked: number | null;
  }[];
  readonly excludedIds: readonly string[];
}

/** SQL of those columns, and of the joins that they need after `bottleneck b`. */
export const caseColumns = `b.id, b.number, b.version, b.title, b.description, b.ask, b.tried_so_far as "triedSoFar",
  b.decision_by::text as "decisionBy", b.construction_start::text as "constructionStart", b.state, b.solvable_at as "solvableAt",
  b.confidentiality, b.due_on::text as "dueOn", b.next_step as "nextStep", b.filed_on::text as "filedOn", b.homes_blocked as "homesBlocked",
  b.filer_id as "filerId", b.owner_id as "ownerId", b.lead_id as "leadId", b.civil_owner_id as "civilOwnerId",
  b.political_owner_id as "politicalOwnerId", b.held_by_id as "heldById", b.municipality_id as "municipalityId", b.region_id as "regionId",
  cm.name as municipality, co.name as owner, co.organisation_id as "ownerOrganisationId", cl.name as lead, coalesce(ck.texts, '{}') as kept,
  (select e.from_table_id from escalation e where e.bottleneck_id = b.id and e.ended_at is null limit 1) as "senderTableId", ch.parent_id as "parentTableId",
  (select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name) order by bt.position), '[]')
    from bottleneck_theme bt join theme t on t.id = bt.theme_id where bt.bottleneck_id = b.id) as themes,
  (select coalesce(json_agg(json_build_object('projectId', p.id, 'name', p.name, 'planNumber', p.plan_number, 'homesBlocked', bp.homes_blocked) order by bp.position), '[]')
    from bottleneck_project bp join project p on p.id = bp.project_id where bp.bottleneck_id = b.id) as projects,
  (select coalesce(json_agg(g.person_id), '[]') from bottleneck_grant g where g.bottleneck_id = b.id and g.kind = 'EXCLUDED') as "excludedIds"`;
export const caseJoins = `join municipality cm on cm.id = b.municipality_id join person co on co.id = b.owner_id
  left join person cl on cl.id = b.lead_id left join acceleration_table ch on ch.id = b.held_by_id
  left join bottleneck_kept_text ck on ck.bottleneck_id = b.id`;

export type ColumnKind = 'TEXT' | 'NUMBER' | 'DATE';

/** What a column holds in an export. */
export const columnKinds: Partial<Record<ImportField, ColumnKind>> = {
  HOMES_BLOCKED: 'NUMBER',
  DUE_ON: 'DATE',
  DECISION_BY: 'DATE',
  CONSTRUCTION_START: 'DATE',
  FILED_ON: 'DATE',
};

/** What stands in a column for a case; empty when there is nothing. Dates as `YYYY-MM-DD`. */
export const columnOf: Readonly<Record<ImportField, (row: CaseRow) => string>> = {
  NUMBER: (row) => row.number,
  TITLE: (row) => row.title,
  DESCRIPTION: (row) => row.description,
  ASK: (row) => row.ask,
  TRIED_SO_FAR: (row) => row.triedSoFar,
  PROJECT: (row) => row.projects.map((project) => project.name).join('; '),
  PLAN_NUMBER: (row) => row.projects.flatMap(({ planNumber }) => planNumber ?? []).join('; '),
  MUNICIPALITY: (row) => row.municipality,
  THEME: (row) => row.themes.map((theme) => theme.name).join('; '),
  STATE: (row) => stateWord(row.state),
  HOMES_BLOCKED: (row) =>
    row.projects.every((project) => project.homesBlocked === null) ? '' : String(row.homesBlocked),
  // Whoever brought the list in owns it until the person of the list is known: the list keeps its own word for it.
  OWNER: (row) => (row.kept.OWNER !== undefined && row.kept.ownerAs === row.ownerId ? row.kept.OWNER : row.owner),
  LEAD: (row) => row.lead ?? row.kept.LEAD ?? '',
  ACTION_HOLDER: (row) => row.kept.ACTION_HOLDER ?? '',
  NEXT_STEP: (row) => row.nextStep,
  DUE_ON: (row) => row.dueOn ?? '',
  DECISION_BY: (row) => row.decisionBy ?? '',
  CONSTRUCTION_START: (row) => row.constructionStart ?? '',
  CONFIDENTIALITY: (row) => confidentialityWord(row.confidentiality),
  SOLVABLE_AT: (row) => levelWord(row.solvableAt),
  FILED_ON: (row) => row.filedOn,
  REMARK: (row) => row.kept.REMARK ?? '',
};
