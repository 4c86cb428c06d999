import { expect, test } from 'vitest';
import type { KnownTable, Session } from '../../../features/session/session.ts';
import { aroundOf, filterOf } from './around.ts';

const table = { id: 'west', shortName: 'West-Overijssel' } as KnownTable;

const somebody = (organisationRoles: string[], municipality: object | null): Session =>
  ({
    viewer: { organisationRoles, person: { organisation: { municipality } } },
    tables: [table],
  }) as unknown as Session;

test('an alderman looks at the municipality, whatever table is chosen', () => {
  const around = aroundOf(somebody(['POLITICAL_OWNER'], { code: 'GM0150', name: 'Deventer' }), table);
  expect(filterOf(around)).toEqual({ open: true, municipalityCodes: ['GM0150'] });
});

test('others look at the table they chose, or at the province', () => {
  const leader = somebody(['PROJECT_LEADER'], { code: 'GM0150', name: 'Deventer' });
  expect(filterOf(aroundOf(leader, table))).toEqual({ open: true, tableId: 'west' });
  expect(filterOf(aroundOf(leader, null))).toEqual({ open: true });
});
