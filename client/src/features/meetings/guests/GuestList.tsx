import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactElement } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { PlusIcon } from '../../../ui/icons.tsx';
import { CloseIcon } from '../../../ui/toast-icons.ts';
import { Section } from '../../../ui/Section.tsx';
import type { AgendaEditing } from '../use-agenda.ts';
import type { Guest } from './guest-documents.ts';
import { InviteGuestDialog } from './InviteGuestDialog.tsx';
import { useGuests } from './use-guests.ts';

interface GuestListProps {
  itemId: string;
  guests: readonly Guest[];
  editing: AgendaEditing;
  mayEdit: boolean;
}

/** Who comes for this item alone; they see its papers and nothing else. */
export function GuestList({ itemId, guests, editing, mayEdit }: GuestListProps): ReactElement | null {
  const { t } = useLingui();
  const steps = useGuests(itemId, editing);
  const [inviting, setInviting] = useState(false);
  if (guests.length === 0 && !mayEdit) return null;
  return (
    <Section title={t`Gasten bij dit punt`} aside={guests.length || undefined}>
      {guests.length > 0 && (
        <ul className="list out">
          {guests.map((guest) => (
            <li key={guest.id}>
              <div>
                <span className="strong">{guest.name}</span>
                <p className="sub small">{[guest.organisation, guest.email].filter(Boolean).join(' · ')}</p>
              </div>
              {mayEdit && (
                <IconButton
                  label={t`Trek de uitnodiging van ${guest.name} in`}
                  icon={<CloseIcon />}
                  onPress={() => void steps.remove(guest)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {mayEdit && (
        <div>
          <Button icon={<PlusIcon />} onPress={() => setInviting(true)}>
            <Trans>Nodig een gast uit</Trans>
          </Button>
        </div>
      )}
      {inviting && <InviteGuestDialog steps={steps} busy={editing.busy} onClose={() => setInviting(false)} />}
    </Section>
  );
}
