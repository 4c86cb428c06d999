import { bottleneckNumber, numberStep, parseBottleneckNumber } from '@versnellingstafel/shared/bottlenecks/numbers';
import type { Confidentiality } from '@versnellingstafel/shared/bottlenecks/states';
import { defaultDueOn } from '@versnellingstafel/shared/bottlenecks/terms';
import { type LocalDate, localDateOf } from '@versnellingstafel/shared/dates/local-date';
import type { TableLevel } from '@versnellingstafel/shared/tables/roles';
import { Forbidden } from '../../platform/commands/breach.ts';
import { InputCheck } from '../../platform/commands/input-check.ts';
import { uuidOf } from '../../platform/graphql/global-id.ts';
import type { Reference } from '../../platform/streams/event.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';
import type { Viewer } from '../people/people.module.ts';
import { Bottleneck } from './bottleneck.entity.ts';
import { bottleneckKind, type FieldChange, homeOf } from './bottleneck.events.ts';
import { mayLog } from './bottleneck.policy.ts';
import { checkBottleneckText, type TextInput } from './bottleneck-text.ts';
import {
  checkProjects,
  checkThemes,
  defaultConfidentiality,
  type ImpactInput,
  linkProjects,
  linkThemes,
} from './bottleneck-links.ts';
import { checkNotes, linkNotes, sharedSubjects } from './note-links.ts';

export interface LogBottleneck extends TextInput {
  readonly title: string;
  readonly projects: readonly ImpactInput[];
  readonly themeCodes: readonly string[];
  readonly draft?: boolean | null | undefined;
  readonly solvableAt?: TableLevel | null | undefined;
  readonly confidentiality?: Confidentiality | null | undefined;
  readonly dueOn?: LocalDate | null | undefined;
  readonly tableId?: string | null | undefined;
  readonly noteIds?: readonly string[] | null | undefined;
}

export interface LogOptions {
  /** In the demo only invented projects carry a case. */
  readonly demo: boolean;
  /** An import or the loader of the demo brings the number that people know; the sequence goes on after it. */
  readonly number?: string;
}

/**
 * Logs a case: a draft that only the filer sees, or one that is submitted at once. The filer is its first owner; the
 * table is the regional one of the first project unless another is named; the date defaults from the state's term.
 * @throws Forbidden (NO_ROLE), Refusal with every field problem.
 */
export async function logBottleneck(
  tx: Transaction,
  viewer: Viewer,
  input: LogBottleneck,
  options: LogOptions,
): Promise<{ bottleneckId: string }> {
  const decision = mayLog(viewer);
  if (!decision.allowed) throw new Forbidden(decision.reason);

  const today = localDateOf(tx.now);
  const state = input.draft ? 'DRAFT' : 'SUBMITTED';
  const check = new InputCheck();
  const text = checkBottleneckText(check, input, today);
  const projects = await checkProjects(tx.em, check, input.projects, { demo: options.demo });
  const themes = await checkThemes(tx.em, check, input.themeCodes, { today, required: !input.draft });
  const dueOn =
    input.dueOn == null ? defaultDueOn(state, today) : check.date('dueOn', input.dueOn, { notBefore: today });
  const table = await tableFor(tx, viewer, input.tableId, projects.regionId);
  const notes = await checkNotes(tx, viewer, check, input.noteIds ?? []);
  if (!table && !check.hasProblem('projects')) check.refuse('tableId', 'UNKNOWN_TABLE');
  check.done();
  if (!table) throw new Error('A case without a table is refused above.');

  const id = tx.newId();
  const row = tx.em.create(Bottleneck, {
    description: '',
    triedSoFar: '',
    ask: '',
    decisionBy: null,
    constructionStart: null,
    ...text,
    id,
    title: text.title ?? '',
    number: await takeNumber(tx, id, today, options.number),
    version: 1,
    state,
    stateSince: tx.now,
    solvableAt: input.solvableAt ?? table.level,
    heldById: table.id,
    municipalityId: projects.municipalityId,
    regionId: projects.regionId,
    confidentiality: input.confidentiality ?? defaultConfidentiality(themes),
    filerId: viewer.personId,
    ownerId: viewer.personId,
    leadId: null,
    civilOwnerId: null,
    politicalOwnerId: null,
    dueOn,
    nextStep: '',
    proposedResolution: '',
    resolution: '',
    holdReason: '',
    returnOn: null,
    referredTo: '',
    homesBlocked: projects.homesBlocked,
    withdrawnAsDraft: false,
    filedOn: today,
    resolvedOn: null,
    updatedAt: tx.now,
    updatedById: viewer.personId,
  });
  await tx.em.flush();
  await linkProjects(tx.em, id, projects.impacts);
  if (themes.length > 0) await linkThemes(tx.em, id, themes);
  await linkNotes(tx, viewer, id, notes);
  recordLogged(tx, row, [
    ...projects.impacts.map((impact) => ({ kind: 'project', id: impact.projectId })),
    ...sharedSubjects(notes, row),
  ]);
  return { bottleneckId: id };
}

function recordLogged(tx: Transaction, row: Bottleneck, subjects: readonly Reference[]): void {
  const changes: FieldChange[] = [
    { field: 'state', before: null, after: row.state },
    { field: 'dueOn', before: null, after: row.dueOn },
  ];
  const undo = { verb: 'SUBMIT', version: row.version, before: { ...row.snapshot(), state: 'DRAFT' }, beside: {} };
  tx.record({
    stream: homeOf(row),
    type: 'BOTTLENECK_LOGGED',
    subjects: [{ kind: bottleneckKind, id: row.id }, ...subjects],
    payload: {
      changes: changes.map((change) => ({ ...change })),
      state: row.state,
      ...(row.confidentiality === 'CONFIDENTIAL' ? { confidential: true } : {}),
      ...(row.state === 'SUBMITTED' ? { undo } : {}),
    },
  });
}

interface TableChoice {
  id: string;
  level: TableLevel;
}

/** The regional table of the region, or one that the viewer sits at and named. */
async function tableFor(
  tx: Transaction,
  viewer: Viewer,
  tableId: string | null | undefined,
  regionId: string,
): Promise<TableChoice | null> {
  if (regionId === '') return null;
  const named = tableId == null ? null : uuidOf('AccelerationTable', tableId);
  const rows = await tx.em.execute<(TableChoice & { isDefault: boolean })[]>(
    `select t.id, t.level, (t.level = 'REGIONAL' and t.region_id = ?) as "isDefault" from acceleration_table t
     where (t.level = 'REGIONAL' and t.region_id = ?) or t.id = ? order by t.position, t.id`,
    [regionId, regionId, named],
  );
  if (tableId == null) return rows.find((row) => row.isDefault) ?? null;
  const sitsAt = viewer.memberships.some((seat) => seat.tableId === named && seat.role !== 'OBSERVER');
  return rows.find((row) => row.id === named && (row.isDefault || sitsAt)) ?? null;
}

/** The next number of the year, one to three further; a number that is brought along moves the sequence past it. */
async function takeNumber(tx: Transaction, id: string, today: LocalDate, brought: string | undefined): Promise<string> {
  const given = brought === undefined ? null : parseBottleneckNumber(brought);
  if (brought !== undefined && given === null) throw new Error(`${brought} is not a number of the form KP-<year>-<n>.`);
  const year = given?.year ?? Number(today.slice(0, 4));
  const step = given ? 0 : numberStep(id);
  const least = given?.sequence ?? 0;
  const [row] = await tx.em.execute<{ last: number }[]>(
    `insert into bottleneck_number as present (year, last) values (?, greatest(?, ?))
     on conflict (year) do update set last = greatest(present.last + ?, ?) returning last`,
    [year, step, least, step, least],
  );
  return brought ?? bottleneckNumber(year, row?.last ?? step);
}
