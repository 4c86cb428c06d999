import {
  makeBottleneck,
  type BottleneckWish,
  type MadeBottleneck,
  makeProject,
  type MadeProject,
} from './bottleneck-factory.ts';
import { Factories, type Made, type MadePerson } from './factories.ts';
import { type GraphClient, graphClient } from './graph-client.ts';
import { makeTheme } from './note-factory.ts';
import type { TestApp } from './test-app.ts';

/** Who plays in a story about bottlenecks, by the part they play. */
export type Part =
  | 'filer'
  | 'chair'
  | 'secretary'
  | 'participant'
  | 'observer'
  | 'market'
  | 'provincialChair'
  | 'twente'
  | 'civilOwner'
  | 'reader'
  | 'stranger';

/** Two regions with a table each, the table above them, and people around a project in the west. */
export interface Cast {
  readonly app: TestApp;
  readonly make: Factories;
  readonly west: Made;
  readonly twente: Made;
  readonly province: Made;
  readonly kampen: Made;
  readonly almelo: Made;
  readonly project: MadeProject;
  readonly people: Readonly<Record<Part, MadePerson>>;
  /** A theme by its code. */
  theme(code: 'NETCONGESTIE' | 'GROND'): Made;
  /** A client of that person. */
  as(part: Part): GraphClient;
  /** A case in the west, filed by the filer. */
  bottleneck(wish?: Partial<BottleneckWish>): Promise<MadeBottleneck>;
}

/** Puts the cast on stage. Themes: NETCONGESTIE (regional) and GROND (confidential by default). */
export async function bottleneckCast(app: TestApp): Promise<Cast> {
  const make = new Factories(app);
  const kampen = await make.municipality('Kampen', 'WEST_OVERIJSSEL');
  const almelo = await make.municipality('Almelo', 'TWENTE');
  const province = await make.table({ name: 'Provincie', level: 'PROVINCIAL' });
  const west = await make.table({ name: 'West', region: await make.region('WEST_OVERIJSSEL'), parent: province });
  const twente = await make.table({ name: 'Twente', region: await make.region('TWENTE'), parent: province });
  const townHall = await make.organisation('Gemeente Kampen', 'MUNICIPALITY', kampen);
  const people: Record<Part, MadePerson> = {
    filer: await make.person({ name: 'Fenna', organisation: townHall, roles: ['PROJECT_LEADER'] }),
    chair: await make.member(west, 'CHAIR', { name: 'Cor', kind: 'CHAIR_POOL' }),
    secretary: await make.member(west, 'SECRETARY', { name: 'Sien', kind: 'PROVINCE' }),
    participant: await make.member(west, 'PARTICIPANT', { name: 'Piet' }),
    observer: await make.member(west, 'OBSERVER', { name: 'Otto', kind: 'PROVINCE' }),
    market: await make.member(west, 'PARTICIPANT', { name: 'Mara', kind: 'DEVELOPER' }),
    provincialChair: await make.member(province, 'CHAIR', { name: 'Pauw', kind: 'PROVINCE' }),
    twente: await make.member(twente, 'SECRETARY', { name: 'Truus' }),
    civilOwner: await make.person({ name: 'Ciel', organisation: townHall, roles: ['CIVIL_OWNER'] }),
    reader: await make.person({ name: 'Lezer' }),
    stranger: await make.person({ name: 'Vreemd', roles: ['STAFF'] }),
  };
  const grid = await makeTheme(make, 'NETCONGESTIE');
  const land = await makeTheme(make, 'GROND');
  const em = app.platform.database.fork();
  await em.execute(`update theme set default_confidentiality = 'CONFIDENTIAL' where id = ?`, [land.id]);
  const project = await makeProject(make, { name: 'De Zandpol', municipality: kampen, homes: 400 });
  const clients = new Map<Part, GraphClient>();
  for (const [part, person] of Object.entries(people)) clients.set(part as Part, await graphClient(app, person));
  return {
    app,
    make,
    west,
    twente,
    province,
    kampen,
    almelo,
    project,
    people,
    theme: (code) => (code === 'GROND' ? land : grid),
    as(part) {
      const client = clients.get(part);
      if (!client) throw new Error(`Nobody plays ${part}.`);
      return client;
    },
    bottleneck: (wish = {}) =>
      makeBottleneck(app, make, { table: west, filer: people.filer, projects: [{ project, homes: 120 }], ...wish }),
  };
}
