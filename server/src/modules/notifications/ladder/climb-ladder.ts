import { addDays, type LocalDate, localDateOf, localTimeOf } from '@versnellingstafel/shared/dates/local-date';
import { isWorkingDay } from '@versnellingstafel/shared/dates/working-days';
import { ladder } from '@versnellingstafel/shared/dates/ladder';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import { queueMail } from '../../../platform/mail/mail-queue.ts';
import type { AppPlatform } from '../../people/people.module.ts';
import { openSql } from '../../bottlenecks/bottlenecks.module.ts';
import { dutchHolidays } from '../../tables/tables.module.ts';

/** Mail that reminds of days that come near or have passed. */
export const reminderMail = 'reminder';
/** From this hour in Amsterdam a day's reminders go out. */
const from = '07:00';

/**
 * Who stands on which rung today: who has an action or a case (its owner and its lead) three days before and once it is late; after a
 * week the civil owner, named on the case or of the owner's organisation.
 */
const due = `
  open_thing as (
    select b.id as bottleneck_id, null::uuid as action_id, b.due_on, b.owner_id, b.lead_id, b.civil_owner_id
    from bottleneck b where ${openSql('b')} and b.state <> 'DRAFT' and b.due_on <= ?::date
    union all
    select null, a.id, a.due_on, a.owner_id, null, null from action a where a.state = 'OPEN' and a.due_on <= ?::date
  ), due as (
    select t.bottleneck_id, t.action_id, t.due_on, who.person_id, case when t.due_on < ?::date then 'LATE' else 'SOON' end as rung
    from open_thing t cross join lateral (values (t.owner_id), (t.lead_id)) as who (person_id) where who.person_id is not null
    union
    select t.bottleneck_id, t.action_id, t.due_on, coalesce(t.civil_owner_id, c.person_id), 'CIVIL_OWNER'
    from open_thing t join person o on o.id = t.owner_id
      left join organisation_role c on c.organisation_id = o.organisation_id and c.role = 'CIVIL_OWNER'
    where t.due_on <= ?::date and coalesce(t.civil_owner_id, c.person_id) is not null
  ), fresh as (
    select d.* from due d where not exists (
      select from reminder_line l where coalesce(l.bottleneck_id, l.action_id) = coalesce(d.bottleneck_id, d.action_id)
        and l.person_id = d.person_id and l.rung = d.rung and l.due_on = d.due_on)
  )`;

/** Milliseconds from one look to the next. */
const every = 15 * 60_000;

/** Registers the daily round of the ladder. */
export function registerLadder(platform: AppPlatform): void {
  platform.jobs.register('ladder', {
    every,
    async run() {
      const now = platform.now();
      const today = localDateOf(now);
      if (localTimeOf(now) < from || !isWorkingDay(today, dutchHolidays)) return;
      const input = { today };
      await platform.commands.run('climbLadder', { actorId: null, input }, (tx) => climbLadder(tx, today));
    },
  });
}

/**
 * Notes who stands on a new rung today and has one mail written to each of them. Two servers at once write each line once: the second
 * waits for the first and finds nothing new.
 * @returns how many people hear of it.
 */
async function climbLadder(tx: Transaction, today: LocalDate): Promise<{ people: number }> {
  await tx.em.execute(`select pg_advisory_xact_lock(hashtext('ladder'))`);
  const soon = addDays(today, ladder.soonDays);
  const days = [soon, soon, today, addDays(today, -ladder.civilOwnerDays)];
  const people = await tx.em.execute<{ personId: string }[]>(
    `with ${due} select distinct person_id as "personId" from fresh order by person_id`,
    days,
  );
  if (people.length === 0) return { people: 0 };
  const reminders = people.map(({ personId }) => ({ id: tx.newId(), personId }));
  const made = await tx.em.execute<{ id: string; personId: string; address: string | null; receiver: string }[]>(
    `with made as (
       insert into reminder (id, person_id, made_on) select id, "personId", ?::date
       from jsonb_to_recordset(?::jsonb) as row (id uuid, "personId" uuid)
       on conflict (person_id, made_on) do update set made_on = excluded.made_on returning id, person_id)
     select m.id, m.person_id as "personId", p.email as address, p.name as receiver from made m join person p on p.id = m.person_id order by m.id`,
    [today, JSON.stringify(reminders)],
  );
  await tx.em.execute(
    `with ${due} insert into reminder_line (reminder_id, person_id, bottleneck_id, action_id, rung, due_on)
     select r.id, f.person_id, f.bottleneck_id, f.action_id, f.rung, f.due_on
     from fresh f join reminder r on r.person_id = f.person_id and r.made_on = ?::date on conflict do nothing`,
    [...days, today],
  );
  for (const { id, personId, address, receiver } of made) {
    if (address !== null)
      await queueMail(tx.em, { kind: reminderMail, aboutId: id, at: tx.now }, [{ personId, address, receiver }]);
  }
  return { people: made.length };
}
