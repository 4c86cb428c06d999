import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './install-stamp.mjs';

const fromServer = createRequire(join(root, 'server/package.json'));
const fromTest = createRequire(join(root, 'test/package.json'));
const rows = 10_000;
const runs = 3;
const secretary = 'Secretaris tafel West';

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

async function browserPath() {
  if (process.env.CHROME_PATH) return process.env.CHROME_PATH;
  if (existsSync('/usr/bin/chromium')) return '/usr/bin/chromium';
  const { default: chromium } = await import(fromTest.resolve('@sparticuz/chromium'));
  return chromium.executablePath();
}

/** The built server with the demo region, on a database of its own. */
async function startServer(url) {
  const child = spawn(process.execPath, ['server/dist/src/main.js'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', DEMO: '1', PORT: '0', DATABASE_URL: url, LOG_LEVEL: 'warn' },
  });
  const address = await new Promise((resolve, reject) => {
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      printed += text;
      const found = /http:\/\/localhost:\d+/.exec(printed);
      if (found) resolve(found[0]);
    });
    child.on('exit', () => reject(new Error(`The server did not start.\n${printed}`)));
  });
  return { child, address };
}

/** Copies the open cases of West until its secretary has as many as the budget speaks of. */
async function fillList(url) {
  const { Client } = fromServer('pg');
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows: columns } = await client.query(
    `select string_agg(column_name, ', ') as names from information_schema.columns
     where table_name = 'bottleneck' and column_name not in ('id', 'number', 'title')`,
  );
  const names = columns[0].names;
  await client.query(
    `create temp table copied as
     select gen_random_uuid() as id, b.id as source, n from generate_series(1, ${rows}) n join lateral (
       select b.id from bottleneck b join acceleration_table t on t.id = b.held_by_id
       where t.slug = 'west-overijssel' and b.confidentiality <> 'CONFIDENTIAL' and b.state in ('SUBMITTED', 'TRIAGE', 'SCHEDULED', 'IN_PROGRESS')
       order by b.number offset n % greatest(1, (select count(*) from bottleneck c join acceleration_table u on u.id = c.held_by_id
         where u.slug = 'west-overijssel' and c.confidentiality <> 'CONFIDENTIAL' and c.state in ('SUBMITTED', 'TRIAGE', 'SCHEDULED', 'IN_PROGRESS'))) limit 1) b on true`,
  );
  await client.query(
    `insert into bottleneck (id, number, title, ${names})
     select c.id, 'KP-2019-' || lpad(c.n::text, 6, '0'), b.title || ' ' || c.n, ${names
       .split(', ')
       .map((name) => `b.${name}`)
       .join(', ')} from copied c join bottleneck b on b.id = c.source`,
  );
  for (const link of ['project', 'theme'])
    await client.query(
      `insert into bottleneck_${link} (bottleneck_id, ${link}_id, position) select c.id, l.${link}_id, l.position
       from copied c join bottleneck_${link} l on l.bottleneck_id = c.source`,
    );
  await client.end();
}

async function signIn(context, address) {
  const ask = async (query, variables) =>
    (await (await context.request.post(`${address}/graphql`, { data: { query, variables } })).json()).data;
  const { personas } = await ask('{ personas { id name } }');
  const { id } = personas.find(({ name }) => name === secretary);
  await ask('mutation ($id: ID!) { signInAsPersona(personaId: $id) { problems { message } } }', { id });
}

/** Seconds of script so far, on this page. */
async function scriptTime(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'ScriptDuration').value * 1000;
}

/** Opens the list in a fresh browser: milliseconds of script until it stands, and how far things moved meanwhile. */
async function openList(browser, address) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 900 }, locale: 'nl-NL' });
  await signIn(context, address);
  const page = await context.newPage();
  await page.addInitScript(() => {
    globalThis.moved = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.moved += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const session = await context.newCDPSession(page);
  // Processor time of the page's own thread: what else runs on the machine does not count.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(`${address}/knelpunten`, { waitUntil: 'networkidle' });
  await page.locator('tbody tr[data-key]').nth(20).waitFor();
  const opened = await scriptTime(session);
  const moved = await page.evaluate(() => globalThis.moved);
  // Down the list with the wheel and then to its end: every frame must meet a row, and no turn may cost a noticeable moment.
  const count = Number(await page.getByRole('table').getAttribute('aria-rowcount')) - 1;
  await page.mouse.move(683, 600);
  await page.evaluate(() => {
    globalThis.frames = { all: 0, blank: 0 };
    const look = () => {
      globalThis.frames.all += 1;
      if (!document.elementFromPoint(683, 600)?.closest('tr')) globalThis.frames.blank += 1;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  let longest = 0;
  for (let turn = 0; turn < 60; turn += 1) {
    const before = await scriptTime(session);
    await page.mouse.wheel(0, 900);
    await page.locator('tbody tr[data-key]').nth(20).waitFor();
    longest = Math.max(longest, (await scriptTime(session)) - before);
  }
  const { blank } = await page.evaluate(() => globalThis.frames);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await page.locator(`tbody tr[aria-rowindex="${count + 1}"][data-key]`).waitFor();
  await context.close();
  return { opened, moved, longest, count, blank };
}

/** What the list of bottlenecks costs a real browser, with the rows that a year brings. */
export async function listPageCost() {
  const { startPostgres } = await import(join(root, 'server/dist/testing/postgres.js'));
  const { chromium } = fromTest('playwright-core');
  const postgres = await startPostgres();
  let server;
  let browser;
  try {
    server = await startServer(postgres.url);
    await fillList(postgres.url);
    browser = await chromium.launch({ executablePath: await browserPath(), args: flags });
    await openList(browser, server.address);
    const opened = [];
    for (let run = 0; run < runs; run += 1) opened.push(await openList(browser, server.address));
    // Another program on the machine only ever makes it slower: the best run is the page's own.
    const best = (of) => Math.min(...opened.map(of));
    const { count } = opened[0];
    return [
      { name: `list of ${count}: script until it stands`, value: best((run) => run.opened), budget: 250, unit: 'ms' },
      {
        name: `list of ${count}: script of the longest turn of the wheel`,
        value: best((run) => run.longest),
        budget: 250,
        unit: 'ms',
      },
      {
        name: 'list: frames without a row while the wheel turns',
        value: Math.max(...opened.map((run) => run.blank)),
        budget: 0,
        unit: '',
      },
      {
        name: 'list: moved while it came (CLS)',
        value: Math.max(...opened.map((run) => run.moved)),
        budget: 0.02,
        unit: '',
      },
    ];
  } finally {
    await browser?.close();
    server?.child.kill('SIGTERM');
    await postgres.stop();
  }
}
