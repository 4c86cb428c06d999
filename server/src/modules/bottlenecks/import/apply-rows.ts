import { bottleneckNumber, numberStep } from '@versnellingstafel/shared/bottlenecks/numbers';
import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import type { RowChange } from './import-cells.ts';

/** A row of the trial run that does something. */
export interface ApplicableRow {
  readonly id: string;
  readonly kind: string;
  readonly bottleneckId: string | null;
  readonly change: RowChange;
}

const fromList = 'Overgenomen uit een ingelezen lijst.';

/** Adds all new cases in a handful of statements, however many they are. @returns their ids. */
export async function addCases(
  tx: Transaction,
  viewer: Viewer,
  tableId: string,
  rows: readonly ApplicableRow[],
): Promise<string[]> {
  if (rows.length === 0) return [];
  const withIds = rows.map((row) => ({ ...row, caseId: tx.newId() }));
  const numbers = await takeNumbers(
    tx,
    withIds.map(({ caseId, change }) => ({ id: caseId, year: Number(change.filedOn?.slice(0, 4)) })),
  );
  const list = withIds.map(({ caseId, change }, index) => {
    const { kept, state } = change;
    const words = kept?.REMARK ?? fromList;
    return {
      ...change,
      id: caseId,
      number: numbers[index],
      ownerId: change.ownerId ?? viewer.personId,
      resolution: state === 'RESOLVED' ? words : '',
      holdReason: state === 'ON_HOLD' ? words.slice(0, 1_000) : '',
      returnOn: state === 'ON_HOLD' ? change.dueOn : null,
      referredTo: state === 'REFERRED' ? words.slice(0, 300) : '',
    };
  });
  await tx.em.execute(
    `insert into bottleneck (id, number, version, title, description, tried_so_far, ask, decision_by, construction_start, state, state_since, solvable_at,
       held_by_id, municipality_id, region_id, confidentiality, filer_id, owner_id, lead_id, due_on, next_step, resolution, hold_reason, return_on,
       referred_to, homes_blocked, filed_on, resolved_on, updated_at, updated_by_id)
     select c.id, c.number, 1, c.title, coalesce(c.description, ''), coalesce(c."triedSoFar", ''), coalesce(c.ask, ''), c."decisionBy", c."constructionStart",
       c.state, ?::timestamptz, c."solvableAt", ?::uuid, c."municipalityId", c."regionId", c.confidentiality, ?::uuid, c."ownerId", c."leadId", c."dueOn",
       coalesce(c."nextStep", ''), c.resolution, c."holdReason", c."returnOn", c."referredTo", c."homesBlocked", c."filedOn",
       case when c.state = 'RESOLVED' then ?::timestamptz at time zone 'Europe/Amsterdam' end, ?::timestamptz, ?::uuid
     from jsonb_to_recordset(?::jsonb) as c (id uuid, number text, title text, description text, "triedSoFar" text, ask text, "decisionBy" date,
       "constructionStart" date, state text, "solvableAt" text, "municipalityId" uuid, "regionId" uuid, confidentiality text, "ownerId" uuid, "leadId" uuid,
       "dueOn" date, "nextStep" text, resolution text, "holdReason" text, "returnOn" date, "referredTo" text, "homesBlocked" int, "filedOn" date)`,
    [tx.now, tableId, viewer.personId, tx.now, tx.now, viewer.personId, JSON.stringify(list)],
  );
  await linkAll(tx, list);
  await markApplied(
    tx,
    withIds.map(({ id, caseId }) => ({ id, caseId, version: 1 })),
  );
  return withIds.map(({ caseId }) => caseId);
}

/** Changes all cases that differ in a handful of statements; what they were is kept, so that it can be undone. @returns their ids. */
export async function changeCases(tx: Transaction, viewer: Viewer, rows: readonly ApplicableRow[]): Promise<string[]> {
  if (rows.length === 0) return [];
  const list = rows.map(({ bottleneckId, change }) => ({ ...change, id: bottleneckId ?? '' }));
  const ids = list.map((each) => each.id);
  await keepWhatWas(
    tx,
    rows.map((row) => row.id),
  );
  const changed = await tx.em.execute<{ id: string; version: number }[]>(
    `update bottleneck b set version = b.version + 1, updated_at = ?, updated_by_id = ?,
       title = coalesce(c.title, b.title), description = coalesce(c.description, b.description), tried_so_far = coalesce(c."triedSoFar", b.tried_so_far),
       ask = coalesce(c.ask, b.ask), decision_by = coalesce(c."decisionBy", b.decision_by),
       construction_start = coalesce(c."constructionStart", b.construction_start), solvable_at = coalesce(c."solvableAt", b.solvable_at),
       municipality_id = coalesce(c."municipalityId", b.municipality_id), region_id = coalesce(c."regionId", b.region_id),
       confidentiality = coalesce(c.confidentiality, b.confidentiality), owner_id = coalesce(c."ownerId", b.owner_id),
       lead_id = coalesce(c."leadId", b.lead_id), due_on = coalesce(c."dueOn", b.due_on), next_step = coalesce(c."nextStep", b.next_step),
       homes_blocked = coalesce(c."homesBlocked", b.homes_blocked)
     from jsonb_to_recordset(?::jsonb) as c (id uuid, title text, description text, "triedSoFar" text, ask text, "decisionBy" date, "constructionStart" date,
       "solvableAt" text, "municipalityId" uuid, "regionId" uuid, confidentiality text, "ownerId" uuid, "leadId" uuid, "dueOn" date, "nextStep" text,
       "homesBlocked" int)
     where b.id = c.id returning b.id, b.version`,
    [tx.now, viewer.personId, JSON.stringify(list)],
  );
  const versions = new Map(changed.map(({ id, version }) => [id, version]));
  const having = (field: 'projects' | 'themeIds') =>
    arrayLiteral(list.filter((each) => each[field]).map((each) => each.id));
  await tx.em.execute('delete from bottleneck_project where bottleneck_id = any(?::uuid[])', [having('projects')]);
  await tx.em.execute('delete from bottleneck_theme where bottleneck_id = any(?::uuid[])', [having('themeIds')]);
  await linkAll(tx, list);
  // Homes of a case with one project are those of that project.
  const homes = list
    .filter((each) => each.homesBlocked !== undefined)
    .map(({ id, homesBlocked }) => ({ id, homesBlocked }));
  await tx.em.execute(
    `update bottleneck_project bp set homes_blocked = c."homesBlocked" from jsonb_to_recordset(?::jsonb) as c (id uuid, "homesBlocked" int)
     where bp.bottleneck_id = c.id and (select count(*) from bottleneck_project o where o.bottleneck_id = c.id) = 1`,
    [JSON.stringify(homes)],
  );
  await markApplied(
    tx,
    rows.map(({ id, bottleneckId }) => ({
      id,
      caseId: bottleneckId ?? '',
      version: versions.get(bottleneckId ?? '') ?? 0,
    })),
  );
  return ids;
}

/** The numbers of new cases, year by year, with the gaps that keep them from counting. */
async function takeNumbers(tx: Transaction, cases: readonly { id: string; year: number }[]): Promise<string[]> {
  const steps = new Map<number, number>();
  for (const { id, year } of cases) steps.set(year, (steps.get(year) ?? 0) + numberStep(id));
  const taken = await tx.em.execute<{ year: number; last: number }[]>(
    `insert into bottleneck_number as present (year, last)
     select year, step from jsonb_to_recordset(?::jsonb) as c (year int, step int) order by year
     on conflict (year) do update set last = present.last + excluded.last returning year, last`,
    [JSON.stringify([...steps].map(([year, step]) => ({ year, step })))],
  );
  const at = new Map(taken.map(({ year, last }) => [year, last - (steps.get(year) ?? 0)]));
  return cases.map(({ id, year }) => {
    const next = (at.get(year) ?? 0) + numberStep(id);
    at.set(year, next);
    return bottleneckNumber(year, next);
  });
}

type Linked = RowChange & { readonly id: string };

async function linkAll(tx: Transaction, list: readonly Linked[]): Promise<void> {
  const projects = list.flatMap(({ id, projects: linked = [] }) =>
    linked.map((each, index) => ({ id, position: index + 1, ...each })),
  );
  await tx.em.execute(
    `insert into bottleneck_project (bottleneck_id, project_id, position, homes_blocked)
     select id, "projectId", position, "homesBlocked" from jsonb_to_recordset(?::jsonb) as c (id uuid, "projectId" uuid, position int, "homesBlocked" int)`,
    [JSON.stringify(projects)],
  );
  const themes = list.flatMap(({ id, themeIds = [] }) =>
    themeIds.map((themeId, index) => ({ id, position: index + 1, themeId })),
  );
  await tx.em.execute(
    `insert into bottleneck_theme (bottleneck_id, theme_id, position)
     select id, "themeId", position from jsonb_to_recordset(?::jsonb) as c (id uuid, "themeId" uuid, position int)`,
    [JSON.stringify(themes)],
  );
  const kept = list.flatMap(({ id, kept: texts }) => (texts ? [{ id, texts }] : []));
  await tx.em.execute(
    `insert into bottleneck_kept_text as present (bottleneck_id, texts) select id, texts from jsonb_to_recordset(?::jsonb) as c (id uuid, texts jsonb)
     on conflict (bottleneck_id) do update set texts = present.texts || excluded.texts`,
    [JSON.stringify(kept)],
  );
}

/** What the cases of these rows are now, with all that hangs on them. */
async function keepWhatWas(tx: Transaction, rowIds: readonly string[]): Promise<void> {
  await tx.em.execute(
    `update bottleneck_import_row r set undo = jsonb_build_object('row', to_jsonb(b),
       'projects', (select coalesce(jsonb_agg(to_jsonb(bp)), '[]') from bottleneck_project bp where bp.bottleneck_id = b.id),
       'themes', (select coalesce(jsonb_agg(to_jsonb(bt)), '[]') from bottleneck_theme bt where bt.bottleneck_id = b.id),
       'texts', coalesce((select k.texts from bottleneck_kept_text k where k.bottleneck_id = b.id), '{}'))
     from bottleneck b where b.id = r.bottleneck_id and r.id = any(?::uuid[])`,
    [arrayLiteral(rowIds)],
  );
}

async function markApplied(
  tx: Transaction,
  rows: readonly { id: string; caseId: string; version: number }[],
): Promise<void> {
  await tx.em.execute(
    `update bottleneck_import_row r set bottleneck_id = c."caseId", applied_version = c.version, stale = false
     from jsonb_to_recordset(?::jsonb) as c (id uuid, "caseId" uuid, version int) where r.id = c.id`,
    [JSON.stringify(rows)],
  );
}
