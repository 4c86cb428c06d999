import { readFileSync } from 'node:fs';
import { Factories } from '../../../../testing/factories.ts';
import { makeOutcome, makeRunningMeeting } from '../../../../testing/minutes-factory.ts';
import type { TestApp } from '../../../../testing/test-app.ts';
import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import { newId } from '../../../platform/ids/new-id.ts';
import type { DemoRows } from './demo-region.fixture.ts';

interface Case {
  id: string;
  title: string;
  description: string;
  tried: string;
  resolution: string;
  theme: string;
  municipalityCode: string;
  level: string;
  status: keyof typeof states;
  homes: number;
  raisedOn: string;
}

interface Note {
  id: string;
  title: string;
  summary: string;
  text: string;
  legalReferences: string[];
  themes: string[];
  validAsOf: string;
  reviewBy: string;
}

interface Decision {
  id: string;
  text: string;
  meetingOn: string;
  region: Region;
}

interface Action {
  id: string;
  text: string;
  dueOn: string;
  region: Region;
}

interface Project {
  id: string;
  name: string;
  municipalityCode: string;
  description: string;
  homes: number;
}

type Region = keyof typeof tableOf;

/** A question with its right answers, written by others, who did not know how search works. */
export interface CorpusQuestion {
  readonly id: string;
  readonly query: string;
  readonly expected: readonly string[];
}

const states = {
  INGEDIEND: 'SUBMITTED',
  IN_BEHANDELING: 'IN_PROGRESS',
  AANGEHOUDEN: 'ON_HOLD',
  OPGELOST: 'RESOLVED',
  DOORVERWEZEN: 'REFERRED',
} as const;
const levels: Readonly<Record<string, string>> = {
  LOKAAL: 'LOCAL',
  REGIONAAL: 'REGIONAL',
  PROVINCIAAL: 'PROVINCIAL',
  NATIONAAL: 'NATIONAL',
};
const tableOf = { WEST_OVERIJSSEL: 'west', TWENTE: 'twente' } as const;

const folder = new URL('./corpus/', import.meta.url);
const read = <T>(name: string): T[] => JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as T[];

/** The questions to tune on, and those that nobody looks at: only their figures are printed. */
export const questionsToTuneOn = (): CorpusQuestion[] => read('questions');
export const questionsHeldBack = (): CorpusQuestion[] => read('questions-held-back');

/** Adds 536 documents to the demo region, as if many tables had worked for years. @returns their keys by the id of the row. */
export async function loadCorpus(app: TestApp, demo: DemoRows): Promise<ReadonlyMap<string, string>> {
  const corpus = await Corpus.in(app, demo);
  for (const project of read<Project>('projects')) await corpus.project(project);
  for (const [index, one] of read<Case>('cases').entries()) await corpus.case(one, index);
  for (const note of read<Note>('notes')) await corpus.note(note);
  for (const [index, action] of read<Action>('actions').entries()) await corpus.action(action, index);
  await corpus.decisions(read<Decision>('decisions'));
  return corpus.keys;
}

class Corpus {
  readonly keys = new Map<string, string>();
  readonly #make: Factories;

  private constructor(
    private readonly app: TestApp,
    private readonly demo: DemoRows,
    private readonly places: ReadonlyMap<string, { id: string; regionId: string; region: Region }>,
    private readonly themes: ReadonlyMap<string, string>,
    private readonly author: string,
  ) {
    this.#make = new Factories(app);
  }

  static async in(app: TestApp, demo: DemoRows): Promise<Corpus> {
    const em = app.platform.database.fork();
    const places = await em.execute<{ code: string; id: string; regionId: string; region: Region }[]>(
      'select m.code, m.id, m.region_id as "regionId", r.code as region from municipality m join region r on r.id = m.region_id',
    );
    const themes = await em.execute<{ code: string; id: string }[]>('select code, id from theme');
    return new Corpus(
      app,
      demo,
      new Map(places.map(({ code, ...place }) => [code, place])),
      new Map(themes.map(({ code, id }) => [code, id])),
      demo.people.get('coordinator') ?? '',
    );
  }

  async project({ id: key, name, municipalityCode, description, homes }: Project): Promise<void> {
    await this.#insert(key, 'project', {
      name,
      plan_number: null,
      municipality_id: this.#place(municipalityCode).id,
      project_type: 'UITLEGLOCATIE',
      phase: 'PLAN',
      homes,
      homes_note: description,
      key_project: 'NO',
      kind: 'DEMO_FICTIONAL',
    });
  }

  async case(one: Case, index: number): Promise<void> {
    const place = this.#place(one.municipalityCode);
    const now = this.app.platform.now();
    const id = await this.#insert(one.id, 'bottleneck', {
      number: `KP-${one.raisedOn.slice(0, 4)}-${900 + index}`,
      title: one.title,
      description: one.description,
      tried_so_far: one.tried,
      ask: '',
      state: states[one.status],
      state_since: now,
      solvable_at: levels[one.level] ?? 'LOCAL',
      held_by_id: this.#table(place.region),
      municipality_id: place.id,
      region_id: place.regionId,
      confidentiality: 'PUBLIC',
      filer_id: this.author,
      owner_id: this.author,
      due_on: one.raisedOn,
      next_step: '',
      proposed_resolution: '',
      resolution: one.resolution,
      homes_blocked: one.homes,
      filed_on: one.raisedOn,
      updated_at: now,
      updated_by_id: this.author,
    });
    await this.#em().execute('insert into bottleneck_theme (bottleneck_id, theme_id, position) values (?, ?, 0)', [
      id,
      this.#theme(one.theme),
    ]);
  }

  async note(note: Note): Promise<void> {
    const now = this.app.platform.now();
    const id = await this.#insert(note.id, 'knowledge_note', {
      slug: note.id.toLowerCase(),
      title: note.title,
      summary: note.summary,
      body: note.text,
      legal_references: arrayLiteral(note.legalReferences),
      valid_as_of: note.validAsOf,
      review_by: note.reviewBy,
      status: 'VALIDATED',
      author_id: this.author,
      confidentiality: 'PUBLIC',
      created_at: now,
      updated_at: now,
      updated_by_id: this.author,
    });
    for (const [position, theme] of note.themes.entries())
      await this.#em().execute('insert into knowledge_note_theme (note_id, theme_id, position) values (?, ?, ?)', [
        id,
        this.#theme(theme),
        position,
      ]);
  }

  async action({ id: key, text, dueOn, region }: Action, index: number): Promise<void> {
    const now = this.app.platform.now();
    await this.#insert(key, 'action', {
      number: `A-2026-${900 + index}`,
      table_id: this.#table(region),
      state: 'OPEN',
      what: text,
      owner_id: this.author,
      due_on: dueOn,
      agreed_due_on: dueOn,
      created_at: now,
      created_by_id: this.author,
      updated_at: now,
      updated_by_id: this.author,
    });
  }

  /** A meeting for each day on which a region decided something, and a decision on an item each. */
  async decisions(list: readonly Decision[]): Promise<void> {
    const meetings = Map.groupBy(list, ({ region, meetingOn }) => `${region} ${meetingOn}`);
    let count = 900;
    for (const decided of meetings.values()) {
      const [first] = decided;
      if (!first) continue;
      const table = { id: this.#table(first.region) };
      const by = { id: this.author };
      const { meeting, items } = await makeRunningMeeting(this.app, this.#make, {
        table,
        by,
        startsAt: new Date(`${first.meetingOn}T12:30:00Z`),
        items: decided.map((_, index) => ({ title: `Punt ${index + 1}`, went: 'FINISHED' as const })),
      });
      for (const [index, { id: key, text }] of decided.entries()) {
        const item = items[index];
        if (!item) continue;
        count += 1;
        const made = await makeOutcome(this.app, this.#make, { ...meeting, tableId: table.id }, item, {
          by,
          number: `B-2026-${count}`,
          text,
        });
        this.keys.set(made.id, key);
      }
    }
  }

  #em() {
    return this.app.platform.database.fork();
  }

  #place(code: string) {
    const place = this.places.get(code);
    if (!place) throw new Error(`There is no municipality ${code}.`);
    return place;
  }

  #theme(code: string): string {
    const id = this.themes.get(code);
    if (id === undefined) throw new Error(`There is no theme ${code}.`);
    return id;
  }

  #table(region: Region): string {
    return this.demo.tables.get(tableOf[region]) ?? '';
  }

  async #insert(key: string, table: string, row: Record<string, unknown>): Promise<string> {
    const id = newId();
    const columns = Object.entries({ id, ...row });
    await this.#em().execute(
      `insert into ${table} (${columns.map(([name]) => name).join(', ')}) values (${columns.map(() => '?').join(', ')})`,
      columns.map(([, value]) => value),
    );
    this.keys.set(id, key);
    return id;
  }
}
