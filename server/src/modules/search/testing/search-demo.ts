import { type TestApp, testApp } from '../../../../testing/test-app.ts';
import type { DatabaseKind } from '../../../platform/database/database.ts';
import { rebuildSearch } from '../search.module.ts';
import { type DemoRows, loadDemoRows } from './demo-region.fixture.ts';
import { Asking } from './search-as.ts';

interface SearchDemo {
  readonly app: TestApp;
  readonly rows: DemoRows;
  readonly asking: Asking;
}

/**
 * A server on 23 November 2026 with the demo region in its index; the caller closes it.
 * @param before changes rows that the index is then made of
 */
export async function searchDemo(
  before?: (app: TestApp, rows: DemoRows) => Promise<unknown>,
  database: DatabaseKind = 'postgresql',
): Promise<SearchDemo> {
  const app = await testApp({ now: new Date('2026-11-23T10:00:00Z'), database });
  const rows = await loadDemoRows(app.platform);
  await before?.(app, rows);
  await rebuildSearch(app.platform);
  return { app, rows, asking: new Asking(app, rows) };
}
