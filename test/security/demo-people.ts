import { demoId } from '@versnellingstafel/server/testing/demo-region/demo-reference';
import { type GraphClient, graphClient } from '@versnellingstafel/server/testing/graph-client';
import type { TestApp } from '@versnellingstafel/server/testing/test-app';

/** The id of something in the demo region, as clients name it. */
export const personId = (key: string): string => `Person_${demoId('person', key)}`;
export const tableId = (key: string): string => `AccelerationTable_${demoId('table', key)}`;
export const projectId = (key: string): string => `Project_${demoId('project', key)}`;

/** The people of the demo region at their keyboards, by their key. */
export class DemoPeople {
  readonly #clients = new Map<string, Promise<GraphClient>>();

  constructor(private readonly app: TestApp) {}

  /** The client of a person, signed in once. */
  as(key: string): Promise<GraphClient> {
    const known = this.#clients.get(key) ?? graphClient(this.app, { id: demoId('person', key) });
    this.#clients.set(key, known);
    return known;
  }
}
