import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactElement } from 'react';
import type { Minutes } from '../../../features/minutes/minutes-documents.ts';
import type { MinutesCommands } from '../../../features/minutes/use-minutes.ts';
import { WordsDialog } from '../../../features/minutes/WordsDialog.tsx';
import { useFormat } from '../../../lib/format.ts';
import { Button } from '../../../ui/Button.tsx';
import { List } from '../../../ui/List.tsx';

type Remark = Minutes['remarks'][number];

interface RemarksProps {
  remarks: readonly Remark[];
  /** May the viewer take them over or answer them? */
  settle: boolean;
  commands: MinutesCommands;
}

/** What participants had to say, each with what became of it. */
export function Remarks({ remarks, settle, commands }: RemarksProps): ReactElement | null {
  const { t } = useLingui();
  const { moment } = useFormat();
  const [answering, setAnswering] = useState<Remark | null>(null);
  if (remarks.length === 0) return null;
  return (
    <>
      <List label={t`Opmerkingen`}>
        {remarks.map((remark) => (
          <li className="stack stack-xs" key={remark.id}>
            <p>
              <b className="strong">{remark.author.name}</b> {remark.text}
            </p>
            <p className="sub small">{moment(remark.writtenAt)}</p>
            {remark.taken !== null && (
              <p className="small">
                {remark.taken ? (
                  <span className="good">
                    <Trans>Overgenomen</Trans>
                  </span>
                ) : (
                  <Trans>Niet overgenomen</Trans>
                )}
                {remark.answer && `: ${remark.answer}`}
              </p>
            )}
            {settle && remark.taken === null && (
              <div className="row">
                <Button busy={commands.busy} onPress={() => void commands.settleRemark(remark.id, true, '')}>
                  <Trans>Overgenomen</Trans> <span className="vh">{remark.text}</span>
                </Button>
                <Button variant="quiet" onPress={() => setAnswering(remark)}>
                  <Trans>Leg uit waarom niet</Trans> <span className="vh">{remark.text}</span>
                </Button>
              </div>
            )}
          </li>
        ))}
      </List>
      {answering && (
        <WordsDialog
          title={t`Antwoord op de opmerking`}
          label={t`Waarom niet?`}
          confirm={t`Antwoord`}
          field="answer"
          busy={commands.busy}
          onSend={(answer) => commands.settleRemark(answering.id, false, answer)}
          onClose={() => setAnswering(null)}
        >
          <p className="sub">{answering.text}</p>
        </WordsDialog>
      )}
    </>
  );
}
