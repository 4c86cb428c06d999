import type { Page } from '../../platform/graphql/connection.ts';
import type { SqlPart } from '../../platform/graphql/keyset-page.ts';
import type { Viewer } from '../people/people.module.ts';
import type { BottleneckType } from './bottleneck.types.ts';
import { readsDossier, readsWhole } from './escalation/shared-in-part.ts';

/** A project that a case blocks. */
export interface Impact {
  readonly projectId: string;
  readonly homesBlocked: number | null;
}

/** A case as lists and nodes give it: its row, with the ids of what hangs on it. */
export interface BottleneckFace extends BottleneckType {
  heldById: string | null;
  municipalityId: string;
  filerId: string;
  ownerId: string;
  leadId: string | null;
  civilOwnerId: string | null;
  politicalOwnerId: string | null;
  themeIds: readonly string[];
  impacts: readonly Impact[];
  /** Does this viewer read only what was shared with a receiving table? */
  sharedInPart: boolean;
  /** Does this viewer read the text of the case, beside what was shared with their table? */
  readsDossier: boolean;
}

export interface ListedBottleneck extends BottleneckFace {
  updatedAt: Date;
  titleKey: string;
  ownerKey: string;
  municipalityKey: string;
}

/** SQL of what lists sort by and that stands elsewhere. */
export const ownerName = '(select w.name from person w where w.id = b.owner_id)';
export const municipalityName = '(select w.name from municipality w where w.id = b.municipality_id)';

/** A count that stops at a bound: exact up to there. */
export interface Count {
  readonly count: number;
  readonly isExact: boolean;
}

/** A page, and what it costs extra to know. */
export interface BottleneckPage extends Page<BottleneckFace> {
  count(): Promise<Count>;
  homesWaiting(): Promise<number>;
  /** Which cases are in the whole list, as a condition on `b` and its project `bp`; rights are part of it. */
  readonly where: SqlPart;
}

/** Everything of a case in one row, with how much of it this viewer reads. Dates as text, so that both drivers give the same. */
export function bottleneckColumns(viewer: Viewer): SqlPart {
  const whole = readsWhole(viewer, 'b');
  const dossier = readsDossier(viewer, 'b');
  return {
    sql: `${columns}, not ${whole.sql} as "sharedInPart", ${dossier.sql} as "readsDossier"`,
    params: [...whole.params, ...dossier.params],
  };
}

const columns = `b.id, b.number, b.version, b.title, b.description, b.tried_so_far as "triedSoFar", b.ask,
  b.decision_by::text as "decisionBy", b.construction_start::text as "constructionStart", b.state, b.state_since as "stateSince",
  b.solvable_at as "solvableAt", b.held_by_id as "heldById", b.municipality_id as "municipalityId", b.confidentiality,
  b.filer_id as "filerId", b.owner_id as "ownerId", b.lead_id as "leadId", b.civil_owner_id as "civilOwnerId",
  b.political_owner_id as "politicalOwnerId", b.due_on::text as "dueOn", b.next_step as "nextStep",
  b.proposed_resolution as "proposedResolution", b.resolution, nullif(b.hold_reason, '') as "holdReason", b.return_on::text as "returnOn",
  nullif(b.referred_to, '') as "referredTo", b.homes_blocked as "homesBlocked", b.filed_on::text as "filedOn",
  b.resolved_on::text as "resolvedOn", b.updated_at as "updatedAt", lower(b.title) as "titleKey",
  ${ownerName} as "ownerKey", ${municipalityName} as "municipalityKey",
  (select coalesce(json_agg(bt.theme_id order by bt.position), '[]') from bottleneck_theme bt where bt.bottleneck_id = b.id) as "themeIds",
  (select coalesce(json_agg(json_build_object('projectId', bp.project_id, 'homesBlocked', bp.homes_blocked) order by bp.position), '[]')
    from bottleneck_project bp where bp.bottleneck_id = b.id) as impacts`;

/** What is empty where the text of a case was not shared. */
const dossier = { description: '', triedSoFar: '', proposedResolution: '' } as const;

/** A row of `bottleneckColumns` as its face, as far as the viewer reads it; one driver gives moments as text. */
export function toFace<Row extends ListedBottleneck>(row: Row): Row {
  return {
    ...row,
    ...(row.readsDossier ? {} : dossier),
    stateSince: new Date(row.stateSince),
    updatedAt: new Date(row.updatedAt),
  };
}
