import type { SqlPart } from '../../platform/graphql/keyset-page.ts';
import type { AppPlatform, Viewer } from '../people/people.module.ts';

/**
 * Which projects wait, and for how many homes: a select with the columns `project_id` and `homes_waiting`, one row for
 * each project with an open bottleneck that this viewer may see. Bottlenecks come after projects, so they tell it here.
 */
export type WaitingHomes = (viewer: Viewer) => SqlPart;

const sources = new WeakMap<AppPlatform, WaitingHomes>();
const nobodyWaits: WaitingHomes = () => ({
  sql: 'select null::uuid as project_id, 0 as homes_waiting where false',
  params: [],
});

/** The room of bottlenecks hands in what it knows; once for each server. */
export function registerWaitingHomes(platform: AppPlatform, source: WaitingHomes): void {
  sources.set(platform, source);
}

/** What was handed in; without it no project waits. */
export function waitingHomesOf(platform: AppPlatform): WaitingHomes {
  return sources.get(platform) ?? nobodyWaits;
}
