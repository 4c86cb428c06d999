import { useLingui } from '@lingui/react/macro';
import type { InviteGuestInput } from '../../../generated/graphql.ts';
import { useToast } from '../../../ui/Toast.tsx';
import { useCommand } from '../../commands/use-command.ts';
import { sentOf, type Sent } from '../agenda-change.ts';
import type { AgendaEditing } from '../use-agenda.ts';
import { inviteGuestMutation, removeGuestMutation, type Guest } from './guest-documents.ts';

/** Somebody to invite: by account, or by name. */
export type NewGuest = Pick<InviteGuestInput, 'personId' | 'name' | 'organisation' | 'email'>;

export interface GuestSteps {
  invite: (guest: NewGuest) => Promise<Sent>;
  /** With ten seconds to invite them again. */
  remove: (guest: Guest) => Promise<void>;
}

/** Inviting somebody for one item, and taking that back; what a colleague did to the agenda meanwhile stays. */
export function useGuests(itemId: string, editing: AgendaEditing): GuestSteps {
  const { t } = useLingui();
  const toast = useToast();
  const inviting = useCommand(inviteGuestMutation);
  const removing = useCommand(removeGuestMutation);
  const change = (send: (expectedVersion: number) => Promise<Sent>): Promise<Sent> =>
    editing.run({ send, overlap: () => [], again: () => send });
  const invite = (guest: NewGuest): Promise<Sent> =>
    change(async (expectedVersion) => sentOf(await inviting.run({ input: { itemId, expectedVersion, ...guest } })));

  return {
    invite,
    remove: async ({ id: guestId, name, organisation, email, person }) => {
      const sent = await change(async (expectedVersion) =>
        sentOf(await removing.run({ input: { itemId, expectedVersion, guestId } })),
      );
      if (sent.kind === 'problems') toast({ kind: 'error', text: sent.problems[0]?.message ?? t`Dat lukte niet.` });
      if (sent.kind !== 'done') return;
      const again: NewGuest = person
        ? { personId: person.id }
        : { name, ...(organisation && { organisation }), ...(email && { email }) };
      toast({ text: t`${name} is niet meer uitgenodigd`, onUndo: async () => void (await invite(again)) });
    },
  };
}
