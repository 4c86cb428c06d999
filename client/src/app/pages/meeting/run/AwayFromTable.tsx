import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { Run } from '../../../../features/meetings/run/run-documents.ts';
import { runAbility } from '../../../../features/meetings/run/run-facts.ts';
import type { Steering } from '../../../../features/meetings/run/use-steering.ts';
import { Button } from '../../../../ui/Button.tsx';
import { Note } from '../../../../ui/Note.tsx';
import type { RunItem, RunMeeting } from './run-view-query.ts';

interface AwayFromTableProps {
  meeting: RunMeeting;
  shown: RunItem;
  current: RunItem | undefined;
  run: Run;
  steering: Steering;
}

/** Where one looks and where the table is, with the way back; for who leads, the way to take the table along. */
export function AwayFromTable({ meeting, shown, current, run, steering }: AwayFromTableProps): ReactElement {
  const { t } = useLingui();
  const navigate = useNavigate();
  const back = (): void => void navigate({ to: '/vergaderingen/$id', params: { id: meeting.id }, search: {} });
  function take(): void {
    steering.goTo(shown.id, run.currentItem?.id ?? null);
    back();
  }
  const here = shown.position;
  const there = current?.position;
  return (
    <Note
      kind="info"
      title={
        there === undefined
          ? t`Je kijkt naar punt ${here}; de tafel is ergens anders.`
          : t`Je kijkt naar punt ${here}; de tafel is bij punt ${there}.`
      }
      action={
        <div className="row">
          <Button shortcut="Esc" onPress={back}>
            <Trans>Terug naar de tafel</Trans>
          </Button>
          {runAbility(meeting, 'STEER').allowed && (
            <Button busy={steering.busy} onPress={take}>
              <Trans>Ga met de tafel naar punt {here}</Trans>
            </Button>
          )}
        </div>
      }
    />
  );
}
