import type { BottleneckState, Confidentiality } from '@versnellingstafel/shared/bottlenecks/states';
import { defaultDueOn } from '@versnellingstafel/shared/bottlenecks/terms';
import { localDateOf } from '@versnellingstafel/shared/dates/local-date';
import type { TableLevel } from '@versnellingstafel/shared/tables/roles';
import { globalId } from '../src/platform/graphql/global-id.ts';
import type { Factories, Made } from './factories.ts';
import type { TestApp } from './test-app.ts';

export interface MadeBottleneck extends Made {
  /** As clients name it. */
  readonly globalId: string;
  readonly number: string;
}

export interface MadeProject extends Made {
  readonly globalId: string;
  readonly municipality: Made;
}

export interface ProjectWish {
  readonly name?: string;
  readonly planNumber?: string;
  readonly municipality: Made;
  readonly homes?: number | null;
  readonly kind?: 'REAL_PUBLIC' | 'DEMO_FICTIONAL';
  readonly keyProject?: 'YES' | 'PROBABLY' | 'UNKNOWN' | 'NO' | 'DEMO';
}

export interface BottleneckWish {
  readonly title?: string;
  readonly state?: BottleneckState;
  readonly confidentiality?: Confidentiality;
  readonly table: Made;
  readonly filer: Made;
  readonly owner?: Made;
  readonly lead?: Made;
  readonly civilOwner?: Made;
  readonly politicalOwner?: Made;
  /** With how many homes of each wait; null when not known. The first one decides where it lies. */
  readonly projects: readonly { readonly project: MadeProject; readonly homes?: number | null }[];
  readonly themes?: readonly Made[];
  readonly dueOn?: string | null;
  readonly filedOn?: string;
  readonly solvableAt?: TableLevel;
  readonly number?: string;
  readonly updatedAt?: Date;
  /** What intake may leave open; here it is filled in unless somebody wishes otherwise. */
  readonly ask?: string;
  readonly constructionStart?: string | null;
}

let numbers = 0;

/** A project straight into the rows; invented unless wished otherwise. */
export async function makeProject(make: Factories, wish: ProjectWish): Promise<MadeProject> {
  const project = await make.insert('project', {
    name: wish.name ?? `Project ${++numbers}`,
    plan_number: wish.planNumber ?? null,
    municipality_id: wish.municipality.id,
    project_type: 'EXPANSION',
    phase: 'DEVELOPMENT',
    homes: wish.homes ?? null,
    key_project: wish.keyProject ?? 'NO',
    kind: wish.kind ?? 'DEMO_FICTIONAL',
  });
  return { ...project, globalId: globalId('Project', project.id), municipality: wish.municipality };
}

/** A case straight into the rows, in any state, with what belongs to that state. */
export async function makeBottleneck(
  app: Pick<TestApp, 'platform'>,
  make: Factories,
  wish: BottleneckWish,
): Promise<MadeBottleneck> {
  const now = wish.updatedAt ?? app.platform.now();
  const today = localDateOf(now);
  const state = wish.state ?? 'SUBMITTED';
  const [first] = wish.projects;
  if (!first) throw new Error('A case blocks a project.');
  const em = app.platform.database.fork();
  const [place] = await em.execute<{ region_id: string }[]>('select region_id from municipality where id = ?', [
    first.project.municipality.id,
  ]);
  const number = wish.number ?? `KP-2026-${String(++numbers + 500).padStart(3, '0')}`;
  const dueOn = wish.dueOn === undefined ? defaultDueOn(state, today) : wish.dueOn;
  const row = await make.insert('bottleneck', {
    number,
    title: wish.title ?? 'Het net is vol',
    ask: wish.ask ?? 'Wat doet de tafel?',
    construction_start: wish.constructionStart === undefined ? '2027-09-01' : wish.constructionStart,
    state,
    state_since: now,
    solvable_at: wish.solvableAt ?? 'REGIONAL',
    held_by_id: wish.table.id,
    municipality_id: first.project.municipality.id,
    region_id: place?.region_id ?? null,
    confidentiality: wish.confidentiality ?? 'REGIONAL',
    filer_id: wish.filer.id,
    owner_id: wish.owner?.id ?? wish.filer.id,
    lead_id: wish.lead?.id ?? null,
    civil_owner_id: wish.civilOwner?.id ?? null,
    political_owner_id: wish.politicalOwner?.id ?? null,
    due_on: dueOn,
    return_on: state === 'ON_HOLD' ? dueOn : null,
    hold_reason: state === 'ON_HOLD' ? 'Wacht op het waterschap.' : '',
    referred_to: state === 'REFERRED' ? 'Het Rijk' : '',
    resolution: state === 'RESOLVED' ? 'Opgelost met een tussenstation.' : '',
    resolved_on: state === 'RESOLVED' ? today : null,
    homes_blocked: wish.projects.reduce((sum, { homes }) => sum + (homes ?? 0), 0),
    filed_on: wish.filedOn ?? today,
    updated_at: now,
    updated_by_id: wish.filer.id,
  });
  for (const [index, { project, homes }] of wish.projects.entries()) {
    const link = [row.id, project.id, index + 1, homes ?? null];
    await em.execute(
      'insert into bottleneck_project (bottleneck_id, project_id, position, homes_blocked) values (?, ?, ?, ?)',
      link,
    );
  }
  for (const [index, theme] of (wish.themes ?? []).entries()) {
    await em.execute('insert into bottleneck_theme (bottleneck_id, theme_id, position) values (?, ?, ?)', [
      row.id,
      theme.id,
      index + 1,
    ]);
  }
  return { ...row, globalId: globalId('Bottleneck', row.id), number };
}

/** Shares a case with a person, excludes them from it, or notes that they sign it too. */
export async function grant(
  app: Pick<TestApp, 'platform'>,
  bottleneck: Made,
  person: Made,
  kind: 'SHARED' | 'EXCLUDED' | 'CO_SIGNER',
): Promise<void> {
  const em = app.platform.database.fork();
  await em.execute('insert into bottleneck_grant (bottleneck_id, person_id, kind) values (?, ?, ?)', [
    bottleneck.id,
    person.id,
    kind,
  ]);
}
