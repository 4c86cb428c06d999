import type { ImportField } from '@versnellingstafel/shared/bottlenecks/import-fields';
import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import { type EventChange, registerEventOfMany } from '../../../platform/graphql/event-visibility.ts';
import type { StoredEvent } from '../../../platform/streams/event.ts';
import type { AppContext, AppPlatform } from '../../people/people.module.ts';
import { inWords } from '../bottleneck.events.ts';
import { visibleBottlenecks } from '../bottleneck.policy.ts';
import type { CheckedCell } from './import-cells.ts';

/** A list was brought in: one event, about all its new and changed cases. */
export const importedEvent = 'BOTTLENECKS_IMPORTED';
/** It was undone again, as far as nobody had built on it. */
export const importUndoneEvent = 'IMPORT_UNDONE';

/** Names of the fields as timelines tell them. */
const toldAs: Partial<Record<ImportField, string>> = {
  TITLE: 'title',
  DESCRIPTION: 'description',
  ASK: 'ask',
  TRIED_SO_FAR: 'triedSoFar',
  PROJECT: 'projects',
  PLAN_NUMBER: 'planNumber',
  THEME: 'themes',
  STATE: 'state',
  HOMES_BLOCKED: 'homesBlocked',
  OWNER: 'owner',
  LEAD: 'lead',
  ACTION_HOLDER: 'actionHolder',
  NEXT_STEP: 'nextStep',
  DUE_ON: 'dueOn',
  DECISION_BY: 'decisionBy',
  CONSTRUCTION_START: 'constructionStart',
  CONFIDENTIALITY: 'confidentiality',
  SOLVABLE_AT: 'solvableAt',
  REMARK: 'remark',
};
/** Of a new case the timeline tells where it began, and what the list said that has no place of its own. */
const ofNewCase: readonly ImportField[] = ['STATE', 'DUE_ON', 'OWNER', 'ACTION_HOLDER', 'REMARK'];

interface ToldRow {
  readonly id: string;
  readonly kind: string;
  readonly cells: readonly CheckedCell[];
}

/** Adds what imports say on timelines. */
export function registerImportEvents(platform: AppPlatform): void {
  registerEventOfMany(platform, importedEvent, {
    changes: async (context, event, { id }) => changesOf(await rowOf(context, event, id)),
  });
  registerEventOfMany(platform, importUndoneEvent, {
    changes: async (context, event, { id }) =>
      changesOf(await rowOf(context, event, id)).map(({ field, before, after }) => ({
        field,
        before: after,
        after: before,
      })),
  });
}

function changesOf(row: ToldRow | null): EventChange[] {
  return (row?.cells ?? []).flatMap(({ field, value, before, state }) => {
    const name = toldAs[field];
    const counts = row?.kind === 'NEW' ? ofNewCase.includes(field) : before !== null;
    if (name === undefined || !counts || state === 'REFUSED' || state === 'IGNORED') return [];
    return [{ field: name, before: inWords(before), after: inWords(value) }];
  });
}

/**
 * The row of an import about a case. What was said while a case was confidential stays among those who would see it if it still were.
 */
async function rowOf(context: AppContext, event: StoredEvent, bottleneckId: string): Promise<ToldRow | null> {
  const { importId } = event.payload as { importId: string };
  const loader = context.loader<ToldRow>(`import:told:${importId}`, async (ids) => {
    const visible = visibleBottlenecks(
      context.requireViewer(),
      'b',
      `coalesce(r.change ->> 'confidentiality', r.undo -> 'row' ->> 'confidentiality')`,
    );
    const rows = await context.em.execute<ToldRow[]>(
      `select r.bottleneck_id as id, r.kind, r.cells from bottleneck_import_row r join bottleneck b on b.id = r.bottleneck_id
       where r.import_id = ? and r.bottleneck_id = any(?::uuid[]) and r.applied_version is not null and ${visible.sql}`,
      [importId, arrayLiteral(ids), ...visible.params],
    );
    return new Map(rows.map((row) => [row.id, row]));
  });
  return loader.load(bottleneckId);
}
