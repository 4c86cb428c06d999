import { existsSync } from 'node:fs';
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

const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

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
        optimizeDeps: {
          include: ['react', 'react-dom/client', 'react/jsx-dev-runtime', 'axe-core', '@lingui/core', '@lingui/react', '@internationalized/date'],
        },
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
