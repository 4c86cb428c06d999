import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import axe from 'axe-core';
import { StrictMode, type ReactElement } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, expect } from 'vitest';
import { page } from 'vitest/browser';
import { writeTheme } from '../../lib/theme.ts';
import '../styles.css';
import { UiProvider } from '../UiProvider.tsx';

let root: Root | undefined;

/** Unmounts what a test showed and undoes what it chose. */
afterEach(() => {
  root?.unmount();
  root = undefined;
  document.body.replaceChildren();
  localStorage.clear();
  writeTheme('system');
});

/**
 * Shows a component as the app would: in Dutch, in the main area, with toasts, keys and the live region around it.
 * @param options.frame the element brings a main area of its own
 */
export function render(element: ReactElement, { frame = false }: { frame?: boolean } = {}): void {
  root?.unmount();
  document.body.replaceChildren();
  i18n.loadAndActivate({ locale: 'nl', messages: {} });
  document.documentElement.lang = 'nl';
  document.title = 'Proef';
  const host = document.createElement('div');
  document.body.append(host);
  root = createRoot(host);
  root.render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <UiProvider locale="nl">
          {frame ? (
            <div data-testid="shown">{element}</div>
          ) : (
            <main className="main" data-testid="shown">
              {element}
            </main>
          )}
        </UiProvider>
      </I18nProvider>
    </StrictMode>,
  );
}

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function violations(): Promise<string[]> {
  const result = await axe.run(document.body, {
    runOnly: rules,
    // A component on its own has no page around it.
    rules: {
      'page-has-heading-one': { enabled: false },
      region: { enabled: false },
      'heading-order': { enabled: false },
    },
  });
  return result.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html} ${node.failureSummary ?? ''}`).join(' | ')}`,
  );
}

/** Waits until the component stands, then judges it in light and in dark, and at the narrowest width it must bear. */
export async function expectAccessible(): Promise<void> {
  await expect.element(page.getByTestId('shown')).toBeInTheDocument();
  for (const theme of ['light', 'dark'] as const) {
    writeTheme(theme);
    expect({ theme, violations: await violations() }).toEqual({ theme, violations: [] });
  }
  writeTheme('system');
  await page.viewport(320, 800);
  // Nothing scrolls sideways (WCAG 1.4.10), once a popover has found its new place.
  await expect.poll(() => document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  await page.viewport(1280, 800);
}
