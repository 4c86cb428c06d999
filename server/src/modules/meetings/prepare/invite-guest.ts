import { isMailAddress } from '@versnellingstafel/shared/mail/mail-address';
import { guestLimits } from '@versnellingstafel/shared/meetings/guests';
import { InputCheck } from '../../../platform/commands/input-check.ts';
import { uuidOf } from '../../../platform/graphql/global-id.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { itemForChange } from '../meeting-for-change.ts';
import type { Meeting } from '../meeting.entity.ts';
import { guestEvent } from './invitation-events.ts';

export interface InviteGuest {
  itemId: string;
  expectedVersion: number;
  personId?: string | null | undefined;
  name?: string | null | undefined;
  organisation?: string | null | undefined;
  email?: string | null | undefined;
}

interface NewGuest {
  readonly personId: string | null;
  readonly name: string;
  readonly organisation: string;
  readonly email: string | null;
}

/**
 * Invites somebody to one item: with an account, who then sees that item of the published meeting and nothing else, or by name. The
 * agenda itself does not change.
 * @throws Forbidden, Refusal.
 */
export async function inviteGuest(
  tx: Transaction,
  viewer: Viewer,
  input: InviteGuest,
): Promise<{ meetingId: string; itemId: string }> {
  const { meeting, item } = await itemForChange(tx, viewer, input);

  const check = new InputCheck();
  const guest =
    input.personId == null ? guestByName(check, input) : await guestWithAccount(tx, check, meeting, input.personId);
  const others = await tx.em.execute<{ personId: string | null; name: string; email: string | null }[]>(
    'select person_id as "personId", name, email from agenda_guest where agenda_item_id = ?',
    [item.id],
  );
  const same = others.some(({ personId, name, email }) =>
    guest.personId === null
      ? (guest.email !== null && email?.toLowerCase() === guest.email.toLowerCase()) ||
        (guest.email === null && email === null && personId === null && name === guest.name)
      : personId === guest.personId,
  );
  if (same) check.refuse(input.personId == null ? 'name' : 'personId', 'ALREADY_GUEST');
  if (others.length >= guestLimits.perItem) check.refuse('itemId', 'TOO_MANY', { max: guestLimits.perItem });
  check.done();

  const { personId, name, organisation, email } = guest;
  await tx.em.execute(
    `insert into agenda_guest (id, meeting_id, agenda_item_id, person_id, name, organisation, email, invited_at, invited_by_id)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [tx.newId(), meeting.id, item.id, personId, personId ? '' : name, organisation, email, tx.now, viewer.personId],
  );
  tx.record(guestEvent('GUEST_INVITED', meeting, item.id, { name, personId }));
  return { meetingId: meeting.id, itemId: item.id };
}

function guestByName(check: InputCheck, { name, organisation, email }: InviteGuest): NewGuest {
  const { nameMin, nameMax, organisationMax } = guestLimits;
  const given = (name ?? '').trim();
  if (given === '') check.refuse('name', 'GUEST_WHO');
  const address = (email ?? '').trim();
  if (address !== '' && !isMailAddress(address)) check.refuse('email', 'BAD_MAIL_ADDRESS');
  return {
    personId: null,
    name: given === '' ? '' : check.text('name', given, { min: nameMin, max: nameMax, singleLine: true }),
    organisation: check.text('organisation', organisation ?? '', { max: organisationMax, singleLine: true }),
    email: address || null,
  };
}

async function guestWithAccount(
  tx: Transaction,
  check: InputCheck,
  meeting: Pick<Meeting, 'tableId'>,
  given: string,
): Promise<NewGuest> {
  const id = uuidOf('Person', given);
  const [person] =
    id === null
      ? []
      : await tx.em.execute<{ name: string; hasSeat: boolean }[]>(
          `select p.name, exists (select from membership s where s.table_id = ? and s.person_id = p.id) as "hasSeat"
           from person p where p.id = ?`,
          [meeting.tableId, id],
        );
  if (!person) check.refuse('personId', 'UNKNOWN_PERSON');
  else if (person.hasSeat) check.refuse('personId', 'ALREADY_AT_TABLE', { name: person.name });
  return { personId: id, name: person?.name ?? '', organisation: '', email: null };
}
