import fc from 'fast-check';
import { bottleneckStates, isOpen } from '@versnellingstafel/shared/bottlenecks/states';
import { type CaseAtProject, homeMonths, homesAtRisk } from '@versnellingstafel/shared/bottlenecks/homes-at-risk';
import { addDays } from '@versnellingstafel/shared/dates/local-date';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cast, bottleneckCast, type Part } from '../../../../testing/bottleneck-cast.ts';
import { grant, makeProject } from '../../../../testing/bottleneck-factory.ts';
import { testApp } from '../../../../testing/test-app.ts';
import { globalId } from '../../../platform/graphql/global-id.ts';

const today = '2026-11-25';
let cast: Cast;
beforeAll(async () => {
  cast = await bottleneckCast(await testApp({ now: new Date(`${today}T10:00:00Z`) }));
});
afterAll(() => cast.app.close());

const atRisk = `atRisk { homes homeMonths asOf projectCount bottleneckCount
  projects { homes homeMonths since project { id } bottlenecks { id } } }`;
const ofNode = `query ($id: ID!) { node(id: $id) {
  ... on Bottleneck { ${atRisk} } ... on Project { ${atRisk} } ... on AccelerationTable { ${atRisk} }
  ... on Region { ${atRisk} } ... on Municipality { ${atRisk} } ... on Organisation { ${atRisk} } } }`;
const ofList = `query ($filter: BottleneckFilter) { bottlenecks(filter: $filter, first: 1) { totalCount homesWaiting ${atRisk} } }`;

const risk = async (id: string, part: Part = 'chair') => (await cast.as(part).run(ofNode, { id })).node.atRisk;
const listRisk = async (filter: object, part: Part = 'chair') =>
  (await cast.as(part).run(ofList, { filter })).bottlenecks;

/** A project with cases that are open, or were until a day. */
async function projectWith(cases: readonly CaseAtProject[]) {
  const project = await makeProject(cast.make, { municipality: cast.kampen });
  const made = [];
  for (const { filedOn, closedOn, homes } of cases) {
    const state = closedOn === null ? ('SUBMITTED' as const) : ('RESOLVED' as const);
    made.push(await cast.bottleneck({ state, filedOn, projects: [{ project, homes }] }));
    await closeOn(made.at(-1)?.id ?? '', closedOn);
  }
  return { project, made };
}

async function closeOn(id: string, day: string | null): Promise<void> {
  await cast.app.platform.database.fork().execute('update bottleneck set resolved_on = ? where id = ?', [day, id]);
}

describe('homes at risk', () => {
  test('a project counts once where its cases overlap, and says since when and which', async () => {
    const { project, made } = await projectWith([
      { filedOn: addDays(today, -300), closedOn: null, homes: 100 },
      { filedOn: addDays(today, -100), closedOn: null, homes: 40 },
    ]);
    const expected = {
      homes: 100,
      homeMonths: homeMonths(300 * 100),
      asOf: today,
      projectCount: 1,
      bottleneckCount: 2,
      projects: [
        {
          homes: 100,
          homeMonths: homeMonths(300 * 100),
          since: addDays(today, -300),
          project: { id: project.globalId },
          bottlenecks: made.map(({ globalId: id }) => ({ id })),
        },
      ],
    };
    expect(await risk(project.globalId)).toEqual(expected);
    expect(await listRisk({ projectId: project.globalId })).toMatchObject({ homesWaiting: 100, atRisk: expected });
    expect(await risk(made[1]?.globalId ?? '')).toMatchObject({
      homes: 40,
      homeMonths: homeMonths(100 * 40),
      bottleneckCount: 1,
    });
  });

  test('a case with two projects counts both, and a list of it too', async () => {
    const one = await makeProject(cast.make, { municipality: cast.kampen });
    const other = await makeProject(cast.make, { municipality: cast.kampen });
    const made = await cast.bottleneck({
      filedOn: addDays(today, -61),
      projects: [
        { project: one, homes: 30 },
        { project: other, homes: null },
      ],
    });
    expect(await risk(made.globalId)).toMatchObject({ homes: 30, homeMonths: homeMonths(61 * 30), projectCount: 2 });
    expect(await risk(other.globalId)).toMatchObject({ homes: 0, homeMonths: 0, projectCount: 1 });
  });

  test('nothing waits, and nothing is there to explain', async () => {
    const { project } = await projectWith([]);
    expect(await risk(project.globalId)).toEqual({
      homes: 0,
      homeMonths: 0,
      asOf: today,
      projectCount: 0,
      bottleneckCount: 0,
      projects: [],
    });
  });

  test('a draft does not count, nor what was taken back as one; a referral counts until it left', async () => {
    const project = await makeProject(cast.make, { municipality: cast.kampen });
    const wish = { filedOn: addDays(today, -50), projects: [{ project, homes: 10 }] };
    await cast.bottleneck({ ...wish, state: 'DRAFT', confidentiality: 'PUBLIC' });
    const takenBack = await cast.bottleneck({ ...wish, state: 'WITHDRAWN' });
    const em = cast.app.platform.database.fork();
    await em.execute('update bottleneck set withdrawn_as_draft = true where id = ?', [takenBack.id]);
    expect(await risk(project.globalId, 'filer')).toMatchObject({ homes: 0, bottleneckCount: 0 });
    const referred = await cast.bottleneck({ ...wish, state: 'REFERRED' });
    // 23:30 UTC is the next day in Amsterdam.
    await em.execute(`update bottleneck set state_since = '2026-11-04T23:30:00Z' where id = ?`, [referred.id]);
    expect(await risk(project.globalId)).toMatchObject({ homes: 0, homeMonths: homeMonths(10 * 30) });
  });

  test('counts what this viewer may see, along every path', async () => {
    const project = await makeProject(cast.make, { municipality: cast.almelo });
    const wish = { filedOn: addDays(today, -100), projects: [{ project, homes: 10 }], table: cast.twente };
    await cast.bottleneck({ ...wish, confidentiality: 'PUBLIC' });
    const hidden = await cast.bottleneck({
      ...wish,
      confidentiality: 'CONFIDENTIAL',
      projects: [{ project, homes: 500 }],
    });
    const [region, table, municipality] = [
      globalId('Region', (await cast.make.region('TWENTE')).id),
      globalId('AccelerationTable', cast.twente.id),
      globalId('Municipality', cast.almelo.id),
    ];
    for (const id of [project.globalId, region, table, municipality]) {
      expect(await risk(id, 'stranger'), id).toMatchObject({ homes: 10, bottleneckCount: 1, projectCount: 1 });
      expect(await risk(id, 'twente'), id).toMatchObject({ homes: 500, bottleneckCount: 2, projectCount: 1 });
    }
    await grant(cast.app, hidden, cast.people.twente, 'EXCLUDED');
    expect(await risk(project.globalId, 'twente')).toMatchObject({ homes: 10, bottleneckCount: 1 });
  });

  test('of an organisation: its municipality, or what its people answer for', async () => {
    const municipality = await cast.make.municipality('Raalte');
    const project = await makeProject(cast.make, { municipality });
    const corporation = await cast.make.person({ name: 'Corrie', kind: 'HOUSING_CORPORATION' });
    const wish = { filedOn: addDays(today, -10), projects: [{ project, homes: 9 }] };
    await cast.bottleneck({ ...wish, owner: corporation });
    const hall = await cast.make.organisation('Gemeente Raalte', 'MUNICIPALITY', municipality);
    expect(await risk(globalId('Organisation', hall.id))).toMatchObject({ homes: 9, bottleneckCount: 1 });
    expect(await risk(globalId('Organisation', corporation.organisation.id))).toMatchObject({ homes: 9 });
    expect(await risk(globalId('Organisation', cast.people.stranger.organisation.id))).toMatchObject({ homes: 0 });
  });

  test('asks for no more than a hundred projects, and is for who is signed in', async () => {
    const many = ofNode.replaceAll('projects {', 'projects(first: 101) {');
    const answer = await cast.as('chair').answer(many, { id: cast.project.globalId });
    expect(JSON.stringify(answer)).toContain('BAD_PAGE_SIZE');
  });
});

const aCase = fc.record({
  from: fc.integer({ min: -400, max: 2 }),
  length: fc.option(fc.integer({ min: -3, max: 300 }), { nil: null }),
  homes: fc.integer({ min: 0, max: 500 }),
});

describe('the SQL', () => {
  test('says what the rule says, for any cases', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aCase, { minLength: 1, maxLength: 6 }), async (drawn) => {
        const cases = drawn.map(({ from, length, homes }) => ({
          filedOn: addDays(today, from),
          closedOn: length === null ? null : addDays(today, Math.min(0, from + length)),
          homes,
        }));
        const { project } = await projectWith(cases);
        const { homes, homeDays, since } = homesAtRisk(cases, today);
        const told = await risk(project.globalId);
        expect(told).toMatchObject({ homes, homeMonths: homeMonths(homeDays), bottleneckCount: cases.length });
        expect(told.projects).toMatchObject([{ homes, homeMonths: homeMonths(homeDays), since }]);
      }),
      { numRuns: 25, seed: 20_261_125 },
    );
  }, 60_000);

  test('reconciles with the rows, counted day by day by somebody who knows only SQL', async () => {
    const em = cast.app.platform.database.fork();
    const [plain] = await em.execute<{ homes: number; months: number }[]>(
      `with a_day as (
         select bp.project_id, d.day, max(coalesce(bp.homes_blocked, 0)) as homes
         from bottleneck b join bottleneck_project bp on bp.bottleneck_id = b.id
           join generate_series(date '2024-01-01', date '2026-11-24', interval '1 day') as d (day) on d.day >= b.filed_on
             and (b.state not in (${bottleneckStates.filter((state) => !isOpen(state)).map((state) => `'${state}'`)})
               or d.day < coalesce(b.resolved_on, (b.state_since at time zone 'Europe/Amsterdam')::date))
         where b.state <> 'DRAFT' and not b.withdrawn_as_draft and b.held_by_id = ?
         group by bp.project_id, d.day
       ) select sum(homes)::float8 / 30.4375 as months from a_day`,
      [cast.west.id],
    );
    expect((await risk(globalId('AccelerationTable', cast.west.id))).homeMonths).toBe(Math.round(plain?.months ?? -1));
  });

  test('is two statements, however many are asked for', async () => {
    const list = `{ bottlenecks(first: 20) { edges { node { atRisk { homes projects { homes } } } } } }`;
    await cast.as('chair').run(list);
    cast.app.takeStatements();
    await cast.as('chair').run(list);
    const asked = cast.app.takeStatements().filter((sql) => sql.includes('project_at_risk'));
    expect(asked).toHaveLength(2);
  });
});
