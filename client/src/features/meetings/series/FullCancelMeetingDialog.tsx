import { Trans, useLingui } from '@lingui/react/macro';
import { rhythmLimits } from '@versnellingstafel/shared/tables/rhythm';
import { useState, type ReactElement } from 'react';
import type { SeriesScope } from '../../../generated/graphql.ts';
import { useFormat } from '../../../lib/format.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { StepProblems } from '../../commands/StepProblems.tsx';
import { problemAt, type Problem } from '../../commands/problem.ts';
import type { MeetingDialogProps } from './meeting-dialog-props.ts';
import { ScopeChoice } from './ScopeChoice.tsx';
import { useMeetingMoves } from './use-meeting-moves.ts';

/** Cancels a meeting with a reason, alone or with the later ones of its series. */
export function FullCancelMeetingDialog({ meeting, onClose }: MeetingDialogProps): ReactElement {
  const { t } = useLingui();
  const { longDay } = useFormat();
  const moves = useMeetingMoves();
  const [reason, setReason] = useState('');
  const [scope, setScope] = useState<SeriesScope>('ONE');
  const [moveItems, setMoveItems] = useState(false);
  const [told, setTold] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const short = reason.trim().length < rhythmLimits.reasonMin;
  const reasonError =
    (told && short ? t`Schrijf in een paar woorden waarom.` : undefined) ?? problemAt(problems, 'reason');

  async function cancel(): Promise<void> {
    setTold(true);
    if (short) return;
    const refused = await moves.cancel(meeting, {
      reason: reason.trim(),
      scope,
      moveItems: moveItems && scope === 'ONE',
    });
    if (refused?.length === 0) onClose();
    else if (refused) setProblems(refused);
  }

  return (
    <Dialog
      title={t`Zeg je de vergadering van ${longDay(meeting.startsAt)} af?`}
      isOpen
      onClose={onClose}
      cancelLabel={t`Laat doorgaan`}
      confirm={{ label: t`Zeg af`, onPress: () => void cancel(), danger: true, busy: moves.busy }}
    >
      <Stack>
        <StepProblems problems={problems} shownAt={['reason', 'scope']} />
        <TextArea
          label={t`Waarom gaat ze niet door?`}
          hint={t`Iedereen die de vergadering kan zien, leest dit.`}
          value={reason}
          onChange={setReason}
          rows={2}
          maxLength={rhythmLimits.reasonMax}
          {...(reasonError && { error: reasonError })}
        />
        <ScopeChoice
          label={t`Wat zeg je af?`}
          later={meeting.laterInSeries}
          note={t`Er komen dan ook geen nieuwe vergaderingen meer vanzelf bij.`}
          value={scope}
          onChange={setScope}
          error={problemAt(problems, 'scope')}
        />
        {meeting.plannedMinutes > 0 && scope === 'ONE' && (
          <Checkbox
            label={t`Schuif de agendapunten door naar de volgende vergadering`}
            checked={moveItems}
            onChange={setMoveItems}
          />
        )}
        <p className="sub">
          <Trans>
            De agenda blijft bewaard. Knelpunten die hiervoor op de agenda stonden, gaan terug naar waar ze waren,
            tenzij ze ook op een latere agenda staan.
          </Trans>{' '}
          {meeting.publishedAt === null
            ? t`De agenda is nog niet gepubliceerd: niemand krijgt bericht.`
            : t`De leden van de tafel krijgen meteen bericht.`}
        </p>
      </Stack>
    </Dialog>
  );
}
