import { type DocumentKind, fact } from './document-kind.ts';

const ofMeeting = (row: string, column: string) =>
  `(select ${column} from meeting fm join acceleration_table ft on ft.id = fm.table_id where fm.id = ${row}.meeting_id)`;

/** Facts of what belongs to a meeting: where it met, and when. */
export const factsOfMeeting: DocumentKind['facts'] = {
  region: fact((row) => ofMeeting(row, 'ft.region_id')),
  table: fact((row) => ofMeeting(row, 'fm.table_id')),
  year: fact((row) => ofMeeting(row, `extract(year from fm.starts_at at time zone 'Europe/Amsterdam')::int`)),
};
