import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { List } from '../../../ui/List.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import type { SelectedCase } from './bulk-documents.ts';
import type { Refused } from './use-bulk-change.ts';

interface RefusedListProps {
  cases: readonly SelectedCase[];
  refused: readonly Refused[];
  busy: boolean;
  onClose: () => void;
  /** Back to what was asked. */
  onBack: () => void;
  /** The others may go. */
  onOthers: () => void;
}

/** Which of the selected stay as they are and why. Nothing was changed yet; the person says whether the others may go. */
export function RefusedList({ cases, refused, busy, onClose, onBack, onOthers }: RefusedListProps): ReactElement {
  const { t } = useLingui();
  const others = cases.length - refused.length;
  return (
    <Dialog
      title={t`${plural(refused.length, { one: '# knelpunt kan dit niet', other: '# knelpunten kunnen dit niet' })}`}
      isOpen
      onClose={onClose}
      wide
      {...(others > 0 && {
        confirm: {
          label: t`${plural(others, { one: 'Wijzig de andere', other: 'Wijzig de andere #' })}`,
          onPress: onOthers,
          busy,
        },
      })}
    >
      <Stack>
        <p>
          <Trans>Er is nog niets gewijzigd.</Trans>
        </p>
        <List label={t`Kunnen dit niet`}>
          {refused.map(({ bottleneck, reason }) => (
            <li key={bottleneck.id}>
              <p>
                <span className="strong">{bottleneck.title}</span> <span className="sub">{bottleneck.number}</span>
              </p>
              <p className="sub">{reason}</p>
            </li>
          ))}
        </List>
        <Button variant="quiet" onPress={onBack}>
          <Trans>Kies iets anders</Trans>
        </Button>
      </Stack>
    </Dialog>
  );
}
