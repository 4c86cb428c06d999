/**
 * Takes the pictures of the README from the demo region, as it is built now: `npm run screenshots`. With `all` it takes every page, on a
 * desk and a phone, in light and in dark, into `.cache/screenshots`: to look at, not to keep.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { root } from './install-stamp.mjs';
import { smallPng } from './small-png.mjs';

const fromTest = createRequire(join(root, 'test/package.json'));
const heaviest = 150_000;
const secretary = 'Secretaris tafel West';
const desk = { width: 1366, height: 900 };
const phone = { width: 390, height: 844 };

/** The pictures of the README: which page, by its name in `every-page.ts`, how it is looked at, and what may be left out of it. */
const pictures = [
  { file: 'bottlenecks-1366-light', page: 'bottlenecks of Twente', size: desk, theme: 'light' },
  { file: 'home-1366-light', page: 'home', size: desk, theme: 'light' },
  { file: 'bottleneck-1366-dark', page: 'bottleneck', size: desk, theme: 'dark' },
  { file: 'agenda-1366-light', page: 'agenda in preparation', size: desk, theme: 'light' },
  { file: 'note-390-light', page: 'note, usable', size: phone, theme: 'light' },
  { file: 'search-1366-light', page: 'search', size: desk, theme: 'light' },
  { file: 'new-1366-light', page: 'new bottleneck', size: desk, theme: 'light' },
];

async function launch() {
  const { default: chromium } = await import(fromTest.resolve('@sparticuz/chromium'));
  const here = process.env.CHROME_PATH ?? (existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : undefined);
  const args = ['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--no-first-run'];
  return fromTest('playwright-core').chromium.launch({
    executablePath: here ?? (await chromium.executablePath()),
    args,
  });
}

/** The built server with the demo region in a folder of its own. */
async function startServer(folder) {
  const child = spawn(process.execPath, ['server/dist/src/main.js'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', DEMO: '1', PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'warn' },
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
  return { address, stop: () => child.kill() };
}

/** Speaks to the API as nobody, or with a cookie. */
async function ask(address, query, variables = {}, cookie = '') {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return { data, cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
}

async function signIn(address, name) {
  const { data } = await ask(address, '{ personas { id name } }');
  const id = data.personas.find((persona) => persona.name === name)?.id;
  const query = 'mutation ($id: ID!) { signInAsPersona(personaId: $id) { problems { message } } }';
  return (await ask(address, query, { id })).cookie;
}

async function main() {
  const all = process.argv.includes('all');
  const folder = join(root, all ? '.cache/screenshots' : 'docs/screenshots');
  mkdirSync(folder, { recursive: true });
  if (!(await build())) process.exit(1);
  // A computed name: the scripts do not lean on the tests, but both want the same pages.
  const { everyPage, show } = await import(new URL('../test/journeys/every-page.ts', import.meta.url).href);
  const data = mkdtempSync(join(tmpdir(), 'screenshots-'));
  const server = await startServer(data);
  const browser = await launch();
  try {
    const cookie = await signIn(server.address, secretary);
    const run = async (query, variables) => (await ask(server.address, query, variables, cookie)).data;
    const pages = await everyPage({ run });
    const wished = all ? everySight(pages) : pictures;
    for (const { file, page, size, theme } of wished) {
      const shown = pages.find(({ name }) => name === page);
      if (!shown) throw new Error(`There is no page “${page}”.`);
      const picture = await take(browser, server.address, { shown, size, theme, show, whole: all });
      const path = join(folder, `${file}.png`);
      writeFileSync(path, picture);
      console.log(`${file}.png ${Math.round(picture.length / 1000)} kB`);
      if (!all && picture.length > heaviest) throw new Error(`${file}.png is heavier than ${heaviest / 1000} kB.`);
    }
  } finally {
    await browser.close();
    server.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

const everySight = (pages) =>
  pages.flatMap(({ name: page }) =>
    [desk, phone].flatMap((size) =>
      ['light', 'dark'].map((theme) => ({
        file: `${page.replaceAll(/\W+/g, '-')}-${size.width}-${theme}`,
        page,
        size,
        theme,
      })),
    ),
  );

async function take(browser, address, { shown, size, theme, show, whole }) {
  const context = await browser.newContext({
    baseURL: address,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    reducedMotion: 'reduce',
    colorScheme: theme,
    viewport: size,
  });
  if (shown.who) {
    const [name, value] = (await signIn(address, shown.who)).split('=');
    await context.addCookies([{ name, value, url: address, httpOnly: true, sameSite: 'Lax' }]);
  }
  const page = await context.newPage();
  await show(page, shown);
  const picture = smallPng(await page.screenshot({ fullPage: whole }));
  await context.close();
  return picture;
}

await main();
