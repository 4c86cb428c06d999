import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import { addAction } from '../../src/modules/actions/add-action.ts';
import { completeAction } from '../../src/modules/actions/complete-action.ts';
import { addOutcome } from '../../src/modules/meetings/outcomes/add-outcome.ts';
import type { Viewer } from '../../src/modules/people/people.module.ts';
import type { CommandResult } from '../../src/platform/commands/command-runner.ts';
import { globalId } from '../../src/platform/graphql/global-id.ts';
import type { Transaction } from '../../src/platform/streams/transaction.ts';
import { bottleneckIdOf } from './demo-way.ts';
import type { DemoCalendar } from './demo-calendar.ts';
import type { DemoMeeting } from './demo-data.ts';
import { demoId } from './demo-reference.ts';
import type { DemoStep } from './demo-steps.ts';

/** A promise that somebody made, and what became of it; without a day it is still open. */
interface DemoAction {
  readonly what: string;
  readonly owner: string;
  readonly due: LocalDate;
  readonly bottleneck?: string;
  readonly done?: readonly [on: LocalDate, note: string];
}

type DemoOutcome = { readonly item: number } & ({ readonly decision: string } | { readonly action: DemoAction });

/** What came of the meetings of last month: kept, late and open, so that the next one begins with them. */
const ofMeetings: Readonly<Record<string, readonly DemoOutcome[]>> = {
  west: [
    { item: 1, decision: 'Het verslag van oktober is vastgesteld.' },
    {
      item: 2,
      action: {
        what: 'Een ontwerpsessie voorbereiden met het waterschap en de stedenbouwkundige',
        owner: 'lead-kampen',
        due: '2026-12-04',
        bottleneck: 'KP-2026-006',
      },
    },
    {
      item: 2,
      action: {
        what: 'De lijst van stukken voor een keurontheffing sturen',
        owner: 'water-adviser',
        due: '2026-11-20',
        bottleneck: 'KP-2026-006',
        done: ['2026-11-19', 'Verstuurd aan Kampen en aan de secretaris.'],
      },
    },
    { item: 3, decision: 'Raalte rekent een collectieve bron door; de tafel bespreekt de uitkomst in januari.' },
    {
      item: 3,
      action: {
        what: 'De variant met een collectieve bron doorrekenen',
        owner: 'lead-raalte',
        due: '2026-11-26',
        bottleneck: 'KP-2026-029',
      },
    },
    {
      item: 3,
      action: {
        what: 'De ervaring met de bron in Deventer delen met Raalte',
        owner: 'lead-deventer',
        due: '2026-11-16',
        bottleneck: 'KP-2026-029',
      },
    },
  ],
  twente: [
    { item: 1, decision: 'Het verslag van oktober is vastgesteld.' },
    {
      item: 2,
      action: {
        what: 'Met de ondernemer in gesprek over zijn milieuruimte, samen met de omgevingsdienst',
        owner: 'lead-oldenzaal',
        due: '2026-12-11',
        bottleneck: 'KP-2026-016',
      },
    },
    {
      item: 2,
      action: {
        what: 'De meetgegevens van het bedrijf delen',
        owner: 'env-adviser',
        due: '2026-11-20',
        done: ['2026-11-20', 'Gedeeld met Oldenzaal.'],
      },
    },
  ],
};

/** What was agreed in October, before these tables kept their meetings here. */
const before: Readonly<Record<string, readonly DemoAction[]>> = {
  west: [
    { what: 'De partijkeuringen van Zwanenhoek delen met het waterschap', owner: 'lead-kampen', due: '2026-10-30' },
    {
      what: 'De aanvraag voor het warmtenet indienen',
      owner: 'policy-raalte',
      due: '2026-10-16',
      done: ['2026-10-22', 'Ingediend; het rijk had extra vragen.'],
    },
    {
      what: 'Het overzicht van de stikstofruimte rondsturen',
      owner: 'programme-province',
      due: '2026-10-23',
      done: ['2026-10-20', 'Staat bij de stukken.'],
    },
  ],
  twente: [
    {
      what: 'De verkeerstelling van Oonksveld opvragen',
      owner: 'lead-borne',
      due: '2026-10-30',
      done: ['2026-10-28', 'Ontvangen van de provincie.'],
    },
    { what: 'De planning van het netbedrijf navragen', owner: 'energy-province', due: '2026-11-13' },
  ],
};

async function itemAt(tx: Transaction, meetingId: string, position: number): Promise<string> {
  const [row] = await tx.em.execute<{ id: string }[]>(
    'select id from agenda_item where meeting_id = ? and position = ?',
    [meetingId, position],
  );
  return globalId('AgendaItem', row?.id ?? '');
}

async function agreed({ what, owner, due, bottleneck }: DemoAction, tx: Transaction, calendar: DemoCalendar) {
  return {
    what,
    ownerId: globalId('Person', demoId('person', owner)),
    dueOn: calendar.date(due),
    ...(bottleneck !== undefined && { bottleneckId: globalId('Bottleneck', await bottleneckIdOf(tx, bottleneck)) }),
  };
}

/** Reports it done, as its owner did. */
function doneSteps(name: string, table: string, action: DemoAction, calendar: DemoCalendar): DemoStep[] {
  const { what, owner, done } = action;
  if (done === undefined) return [];
  const [on, note] = done;
  const take = async (tx: Transaction, viewer: Viewer): Promise<CommandResult> => {
    const [row] = await tx.em.execute<{ id: string; version: number }[]>(
      'select id, version from action where table_id = ? and what = ?',
      [demoId('table', table), what],
    );
    const actionId = globalId('Action', row?.id ?? '');
    return completeAction(tx, viewer, { actionId, expectedVersion: row?.version ?? 0, note });
  };
  return [{ key: `${name}-done`, at: calendar.past(on, '15:00'), by: owner, take }];
}

/**
 * What came of a meeting, each within the twenty minutes of its item, and what was done of it since; with what was agreed before.
 * @param by who records it
 */
export function outcomeSteps(
  meeting: DemoMeeting,
  calendar: DemoCalendar,
  by: string,
  idOf: (tx: Transaction) => Promise<string>,
): DemoStep[] {
  const { table, date, start } = meeting;
  const began = calendar.past(date, start).getTime();
  const recorded = (ofMeetings[table] ?? []).flatMap((outcome, index): DemoStep[] => {
    const name = `meeting-${table}-${date}-came-of-it-${index + 1}`;
    const at = new Date(began + outcome.item * 20 * 60_000 - (20 - index) * 10_000);
    const take: DemoStep['take'] = async (tx, viewer) => {
      const itemId = await itemAt(tx, await idOf(tx), outcome.item);
      if ('decision' in outcome) return addOutcome(tx, viewer, { itemId, kind: 'DECISION', text: outcome.decision });
      return addOutcome(tx, viewer, { itemId, kind: 'ACTION', action: await agreed(outcome.action, tx, calendar) });
    };
    const later = 'action' in outcome ? doneSteps(name, table, outcome.action, calendar) : [];
    return [{ key: name, at, by, take }, ...later];
  });
  const earlier = (before[table] ?? []).flatMap((action, index): DemoStep[] => {
    const name = `action-${table}-before-${index + 1}`;
    const take: DemoStep['take'] = async (tx, viewer) => {
      const tableId = globalId('AccelerationTable', demoId('table', table));
      return addAction(tx, viewer, { tableId, ...(await agreed(action, tx, calendar)) }, () => Promise.resolve(null));
    };
    const at = calendar.past('2026-10-08', '16:00');
    return [
      { key: name, at: new Date(at.getTime() + index * 60_000), by, take },
      ...doneSteps(name, table, action, calendar),
    ];
  });
  return [...earlier, ...recorded];
}
