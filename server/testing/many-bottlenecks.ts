import type { Cast } from './bottleneck-cast.ts';

/**
 * Fills the rows with generated cases by SQL alone, spread over states, confidentialities, both regions, themes and
 * projects, so that the planner meets what it will meet later.
 */
export async function manyBottlenecks(cast: Cast, count: number): Promise<void> {
  const em = cast.app.platform.database.fork();
  const { people, west, twente, province, kampen, almelo } = cast;
  await em.execute(
    `insert into project (id, name, municipality_id, project_type, phase, homes, key_project, kind)
     select gen_random_uuid(), 'Veld ' || n, case when n % 2 = 0 then ?::uuid else ?::uuid end, 'EXPANSION', 'DEVELOPMENT', n % 900, 'NO', 'DEMO_FICTIONAL'
     from generate_series(1, ${Math.ceil(count / 10)}) n`,
    [kampen.id, almelo.id],
  );
  await em.execute(
    `insert into person (id, name, organisation_id, fictional)
     select gen_random_uuid(), 'Mens ' || n, ?::uuid, true from generate_series(1, 500) n`,
    [people.filer.organisation.id],
  );
  await em.execute(
    `insert into bottleneck (id, number, title, description, state, state_since, solvable_at, held_by_id, municipality_id, region_id, confidentiality,
       filer_id, owner_id, due_on, homes_blocked, filed_on, updated_at)
     select gen_random_uuid(), 'KP-' || (2020 + n % 7) || '-' || lpad((1000 + n)::text, 6, '0'),
       (array['Netcongestie bij ', 'Stikstof rond ', 'Geluid langs ', 'Water onder ', 'Archeologie in '])[1 + n % 5] || 'plan ' || n, repeat('Wat er speelt. ', 20),
       s.state, timestamptz '2026-01-01' + n * interval '1 minute', 'REGIONAL',
       case when s.state = 'ESCALATED' then ?::uuid when n % 2 = 0 then ?::uuid else ?::uuid end,
       case when n % 2 = 0 then ?::uuid else ?::uuid end, m.region_id,
       (array['PUBLIC', 'REGIONAL', 'REGIONAL', 'REGIONAL', 'CONFIDENTIAL'])[1 + n % 5], o.id, o.id,
       date '2026-06-01' + (n * 7919) % 400, n % 300, date '2025-01-01' + n % 700, timestamptz '2026-01-01' + n * interval '2 minutes'
     from generate_series(1, ${count}) n
       cross join lateral (select (array['SUBMITTED', 'TRIAGE', 'SCHEDULED', 'IN_PROGRESS', 'IN_PROGRESS', 'ESCALATED', 'ON_HOLD', 'RESOLVED', 'RESOLVED', 'RESOLVED',
         'REFERRED', 'WITHDRAWN', 'DRAFT'])[1 + n % 13] as state) s
       join municipality m on m.id = case when n % 2 = 0 then ?::uuid else ?::uuid end
       join lateral (select p.id from person p where p.name = 'Mens ' || (1 + n % 500)) o on true`,
    [province.id, west.id, twente.id, kampen.id, almelo.id, kampen.id, almelo.id],
  );
  await em.execute(
    `with b as (select id, homes_blocked, row_number() over (order by number) as n from bottleneck),
       p as (select id, row_number() over (order by name) as n, count(*) over () as total from project)
     insert into bottleneck_project (bottleneck_id, project_id, position, homes_blocked)
     select b.id, p.id, 1, b.homes_blocked from b join p on p.n = 1 + b.n % p.total`,
  );
  await em.execute(
    `with b as (select id, row_number() over (order by number) as n from bottleneck),
       t as (select id, row_number() over (order by code) as n, count(*) over () as total from theme)
     insert into bottleneck_theme (bottleneck_id, theme_id, position) select b.id, t.id, 1 from b join t on t.n = 1 + b.n % t.total`,
  );
  for (const table of ['bottleneck', 'bottleneck_project', 'bottleneck_theme', 'project', 'person'])
    await em.execute(`vacuum analyze ${table}`);
}
