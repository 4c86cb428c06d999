import axe from 'axe-core';
import { expect } from 'vitest';
import { page } from 'vitest/browser';
import { writeTheme } from '../../lib/theme.ts';

/** Judges the whole page in light and dark by WCAG 2.2 AA and good practice, and that it fits 320 px. */
export async function expectAccessiblePage(): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    writeTheme(theme);
    const { violations } = await axe.run(document.body, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    expect(
      violations.map(({ id, nodes }) => `${theme} ${id}: ${nodes.map((node) => node.html).join(' | ')}`),
      theme,
    ).toEqual([]);
  }
  writeTheme('system');
  await page.viewport(320, 800);
  expect(document.documentElement.scrollWidth, 'sideways at 320 px').toBeLessThanOrEqual(320);
  await page.viewport(1280, 800);
}
