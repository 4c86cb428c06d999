import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import chromium from '@sparticuz/chromium';
import { type GraphClient, clientWithCookie, cookieFrom } from '@versnellingstafel/server/testing/graph-client';
import { type TestApp, type TestAppOptions, testApp } from '@versnellingstafel/server/testing/test-app';
import { type Browser, type BrowserContext, type Page, chromium as playwright } from 'playwright-core';

const clientDir = fileURLToPath(new URL('../../client/dist', import.meta.url));

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

/** The server that people get from `npm start`: the demo region, and the client as it was built. */
export function openDemo(options: TestAppOptions = {}): Promise<TestApp> {
  return testApp({ ...options, demoRegion: true, config: { clientDir, ...options.config } });
}

let browser: Promise<Browser> | undefined;

/** One browser for all people of a test file: the one named by CHROME_PATH, one that is here already, or the one that comes from npm. */
function theBrowser(): Promise<Browser> {
  return (browser ??= launch());
}

async function launch(): Promise<Browser> {
  const here = process.env['CHROME_PATH'] ?? (existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : undefined);
  return playwright.launch({ executablePath: here ?? (await chromium.executablePath()), args: flags });
}

/** Closes the browser with everything in it; for `afterAll`. */
export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = undefined;
}

/** How somebody looks at it. */
export interface Sight {
  readonly width?: number;
  readonly height?: number;
  readonly theme?: 'light' | 'dark';
  /** The moment that this browser takes it to be; its timers run on. */
  readonly now?: Date;
  /** Another address that leads to the same server. */
  readonly through?: string;
}

/** Somebody at a browser of their own, and the same session for questions straight to the API. */
export interface Seated {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly api: GraphClient;
  /** What went wrong in the page without anybody asking: exceptions and errors on the console. */
  readonly complaints: readonly string[];
}

/** A browser window of nobody yet. */
export async function openWindow(
  app: TestApp,
  { width = 1366, height = 900, theme = 'light', through = app.url }: Sight = {},
): Promise<BrowserContext> {
  const context = await (
    await theBrowser()
  ).newContext({
    baseURL: through,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    reducedMotion: 'reduce',
    colorScheme: theme,
    viewport: { width, height },
  });
  // A busy machine is slow, not wrong.
  context.setDefaultTimeout(30_000);
  return context;
}

/** What a page says when something in it breaks. A connection that a test cuts is not a fault of the page. */
export function listenToComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource|WebSocket connection to/.test(message.text()))
      complaints.push(message.text());
  });
  return complaints;
}

/** Gives a persona of the demo region, by name, a browser of their own: signed in, with nothing opened yet. */
export async function seat(app: TestApp, name: string, sight: Sight = {}): Promise<Seated> {
  const nobody = clientWithCookie(app, '');
  const { personas } = await nobody.run('{ personas { id name } }');
  const persona = (personas as { id: string; name: string }[]).find((each) => each.name === name);
  if (!persona) throw new Error(`There is no persona “${name}”.`);
  const answer = await nobody.answer('mutation ($id: ID!) { signInAsPersona(personaId: $id) { problems { code } } }', {
    id: persona.id,
  });
  const cookie = cookieFrom(answer.headers);
  const context = await openWindow(app, sight);
  const [key = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name: key, value, url: sight.through ?? app.url, httpOnly: true, sameSite: 'Lax' }]);
  const page = await context.newPage();
  if (sight.now) await page.clock.setFixedTime(sight.now);
  return { page, context, api: clientWithCookie(app, cookie), complaints: listenToComplaints(page) };
}
