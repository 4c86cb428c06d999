import { makePattern } from '../../src/modules/bottlenecks/patterns/make-pattern.ts';
import { globalId } from '../../src/platform/graphql/global-id.ts';
import type { DemoCalendar } from './demo-calendar.ts';
import { demoId } from './demo-reference.ts';
import type { DemoStep } from './demo-steps.ts';

const members = ['KP-2026-006', 'KP-2026-013', 'KP-2026-034'];

/** The secretary of West sees that three cases are one problem, some weeks after the last one was filed. */
export const patternSteps = (calendar: DemoCalendar): DemoStep[] => [
  {
    key: 'pattern-water',
    at: calendar.pastBy(35, '2026-10-15', '11:10'),
    by: 'secretary-west',
    take: async (tx, viewer) => {
      const rows = await tx.em.execute<{ id: string }[]>(
        'select id from bottleneck where number = any(?) order by number',
        [`{${members.join(',')}}`],
      );
      const input = {
        tableId: globalId('AccelerationTable', demoId('table', 'west')),
        title: 'Water en bodem komen pas op tafel als het plan al vaststaat',
        problem:
          'Peil, waterkering en bodem worden beoordeeld nadat het ontwerp klaar is. Dan liggen kosten en beheer nog open en wacht iedereen op elkaar. Een vaste toets bij de start van een plan zou dit bij elk project voorkomen.',
        bottleneckIds: rows.map(({ id }) => globalId('Bottleneck', id)),
      };
      return makePattern(tx, viewer, input, { sequence: 2 });
    },
  },
];
