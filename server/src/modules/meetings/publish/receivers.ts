import type { SqlEntityManager } from '@mikro-orm/sql';
import { fold } from '@versnellingstafel/shared/search/fold';
import type { MailReceiver } from '../../../platform/mail/mail-queue.ts';

interface Row extends Omit<MailReceiver, 'address'> {
  readonly address: string | null;
  readonly fictional: boolean;
}

/** An address of somebody who does not exist; `.example` never will, so nothing is ever sent there. */
function fictionalAddress(name: string): string {
  const letters = fold(name)
    .replace(/[^a-z0-9]+/g, '.')
    .replace(/^\.+|\.+$/g, '');
  return `${letters || 'iemand'}@demo.example`;
}

/**
 * Whom a meeting is told to: the members of its table, who comes for an absent one, and guests. What each of them gets to read is
 * decided when the mail leaves; who sees nothing then gets none.
 */
export async function receiversOf(em: SqlEntityManager, meetingId: string): Promise<MailReceiver[]> {
  const rows = await em.execute<Row[]>(
    `select p.id as "personId", p.name as receiver, p.email as address, p.fictional
     from person p where p.id in (
       select s.person_id from membership s join meeting m on m.table_id = s.table_id where m.id = ?
       union select a.person_id from attendance a where a.meeting_id = ? and a.substitutes_for_id is not null
       union select g.person_id from agenda_guest g where g.meeting_id = ?)
     union
     select null, g.name, g.email, false from agenda_guest g where g.meeting_id = ? and g.person_id is null and g.email is not null
     order by "personId", address`,
    [meetingId, meetingId, meetingId, meetingId],
  );
  return rows.flatMap(({ personId, receiver, address, fictional }) => {
    const found = address ?? (fictional ? fictionalAddress(receiver) : null);
    return found === null ? [] : [{ personId, receiver, address: found }];
  });
}
