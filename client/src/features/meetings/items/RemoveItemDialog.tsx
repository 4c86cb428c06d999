import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { Dialog } from '../../../ui/Dialog.tsx';
import type { ItemAbout } from './item-about.ts';

/** Does something hang on this item that would go with it and not come back? */
export const carriesMore = (about: ItemAbout | undefined): about is ItemAbout =>
  about !== undefined && (about.papers > 0 || about.guests > 0 || about.annotated);

interface RemoveItemDialogProps {
  title: string;
  about: ItemAbout;
  /** To which meeting it goes, in words; undefined when it leaves the agenda. */
  to: string | undefined;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before papers, guests and notes of an item go with it: those cannot be taken back. */
export function RemoveItemDialog({ title, about, to, onConfirm, onClose }: RemoveItemDialogProps): ReactElement {
  const { t } = useLingui();
  const gone = [
    about.papers > 0 && t`${plural(about.papers, { one: '# stuk', other: '# stukken' })}`,
    about.guests > 0 && t`${plural(about.guests, { one: '# gast', other: '# gasten' })}`,
    about.annotated && t`jouw aantekening`,
  ]
    .filter(Boolean)
    .join(', ');
  return (
    <Dialog
      alert
      isOpen
      title={to ? t`Verplaats je ${title} naar ${to}?` : t`Haal je ${title} van de agenda?`}
      onClose={onClose}
      confirm={{ label: to ? t`Verplaats` : t`Haal eraf`, danger: true, onPress: onConfirm }}
    >
      <p>
        {to ? (
          <Trans>Dit gaat niet mee en komt niet terug: {gone}.</Trans>
        ) : (
          <Trans>Dit verdwijnt ook en komt niet terug: {gone}.</Trans>
        )}
      </p>
    </Dialog>
  );
}
