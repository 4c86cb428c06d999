import { AxeBuilder } from '@axe-core/playwright';
import type { TestApp } from '@versnellingstafel/server/testing/test-app';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Seated, closeBrowser, listenToComplaints, openDemo, openWindow, seat } from './browser.ts';
import { type ShownPage, everyPage, show } from './every-page.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const colours = ['color-contrast', 'link-in-text-block'];
const widths = [1366, 390];
/** The narrowest that a page must bear (WCAG 1.4.10). */
const narrowest = 320;

/** What axe has to say, in a line each. In the dark nothing differs but the colours. */
async function faults(page: Page, theme: 'light' | 'dark'): Promise<string[]> {
  await page.emulateMedia({ colorScheme: theme });
  // Without frames there is nothing to gather in a page apart.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (theme === 'light' ? axe.withTags(rules) : axe.withRules(colours)).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`),
  );
}

/** What sticks out to the right, when the page can be scrolled there. */
function sticksOut(page: Page): Promise<string[]> {
  return page.evaluate(`(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('body *')]
      .filter((node) => node.getBoundingClientRect().right > clientWidth + 0.5)
      .map((node) => node.outerHTML.slice(0, 120)).slice(0, 3);
  })()`);
}

describe('every page', () => {
  let app: TestApp;
  const seated = new Map<string | null, { page: Page; complaints: readonly string[] }>();
  let pages: ShownPage[];

  beforeAll(async () => {
    app = await openDemo();
    const secretary: Seated = await seat(app, 'Secretaris tafel West');
    pages = await everyPage(secretary.api);
    seated.set('Secretaris tafel West', secretary);
    const nobody = await (await openWindow(app)).newPage();
    seated.set(null, { page: nobody, complaints: listenToComplaints(nobody) });
  });
  afterAll(async () => {
    await closeBrowser();
    await app.close();
  });

  const personOf = async ({ who }: ShownPage) => {
    const known = seated.get(who);
    if (known || who === null) return known!;
    const person = await seat(app, who);
    seated.set(who, person);
    return person;
  };

  it('is looked at by eyes that see', async () => {
    const page = await (await openWindow(app)).newPage();
    await page.setContent('<main><h1>Kop</h1><p style="color:#aaa;width:9999px">Flets</p><img src="x"></main>');
    expect((await faults(page, 'light')).join()).toMatch(/image-alt.*/);
    expect((await faults(page, 'dark')).join()).toContain('color-contrast');
    expect(await sticksOut(page)).toHaveLength(1);
  });

  it('can be used by everybody, in light and dark, on a desk and a phone; scrolls only up and down; complains about nothing', async () => {
    const found: Record<string, unknown> = {};
    const keep = (where: string, wrong: readonly unknown[]) => {
      if (wrong.length > 0) found[where] = wrong;
    };
    for (const shown of pages) {
      const { page, complaints } = await personOf(shown);
      const before = complaints.length;
      await page.setViewportSize({ width: widths[0] ?? 0, height: 900 });
      await page.emulateMedia({ colorScheme: 'light' });
      await show(page, shown);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        for (const theme of ['light', 'dark'] as const)
          keep(`${shown.name}, ${width}, ${theme}`, await faults(page, theme));
        keep(`${shown.name}, ${width}, sideways`, await sticksOut(page));
      }
      await page.setViewportSize({ width: narrowest, height: 900 });
      keep(`${shown.name}, ${narrowest}, sideways`, await sticksOut(page));
      keep(`${shown.name}, in the console`, complaints.slice(before));
    }
    expect(found).toEqual({});
  }, 600_000);
});
