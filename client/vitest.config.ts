import { existsSync, globSync, readFileSync } from 'node:fs';
import chromium from '@sparticuz/chromium';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { shared } from './vite.config.ts';

/** A browser that is already here, or the one that comes from npm: a test run downloads none. */
async function browserPath(): Promise<string> {
  const chosen = process.env['CHROME_PATH'];
  if (chosen) return chosen;
  return existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : chromium.executablePath();
}

/**
 * Every package that the sources import. Vite would find them one by one while tests run, and each find reloads the page under
 * a running test. Macros vanish in the build, types are none, and what Vitest and Node bring is theirs.
 */
function importedPackages(): string[] {
  const source = globSync('src/**/*.{ts,tsx}', { cwd: import.meta.dirname }).map((file) =>
    readFileSync(`${import.meta.dirname}/${file}`, 'utf8'),
  );
  const found = source.flatMap((text) =>
    [...text.matchAll(/^(?:import|export) (?!type )[^;]*?from '([^'.][^']*)'/gms)].map((match) => match[1] ?? ''),
  );
  const ours = /^(?:node:|vitest|@versnellingstafel\/)|\/macro$/;
  return [...new Set([...found, 'react/jsx-dev-runtime'])].filter((name) => !ours.test(name));
}

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

export default defineConfig({
  ...shared,
  test: {
    projects: [
      {
        extends: true,
        test: { name: 'client', include: ['src/**/*.test.ts'], environment: 'node', env: { TZ: 'Europe/Amsterdam' } },
      },
      {
        extends: true,
        optimizeDeps: { include: importedPackages() },
        test: {
          name: 'client in a browser',
          include: ['src/**/*.test.tsx'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath: await browserPath(), args: flags },
              contextOptions: { locale: 'nl-NL', timezoneId: 'Europe/Amsterdam', reducedMotion: 'reduce' },
            }),
            instances: [{ browser: 'chromium', viewport: { width: 1280, height: 800 } }],
          },
        },
      },
    ],
  },
});
