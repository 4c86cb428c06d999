import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactElement } from 'react';
import type { Minutes } from '../../../features/minutes/minutes-documents.ts';
import type { MinutesCommands } from '../../../features/minutes/use-minutes.ts';
import { WordsDialog } from '../../../features/minutes/WordsDialog.tsx';
import { useFormat } from '../../../lib/format.ts';
import { Button } from '../../../ui/Button.tsx';
import { List } from '../../../ui/List.tsx';
import { Section } from '../../../ui/Section.tsx';
import { may } from './minutes-shown.ts';

type Addendum = Minutes['addenda'][number];

interface AddendaProps {
  minutes: Minutes;
  commands: MinutesCommands;
  /** Undefined where the viewer may add nothing. */
  onAdd: (() => void) | undefined;
}

/** What was said after the minutes were adopted: added behind them, never into them. */
export function Addenda({ minutes, commands, onAdd }: AddendaProps): ReactElement {
  const { t } = useLingui();
  const { moment } = useFormat();
  const [returning, setReturning] = useState<Addendum | null>(null);
  const settle = may(minutes, 'SETTLE').allowed;
  const stateWords = {
    PROPOSED: t`voorgesteld`,
    ACCEPTED: t`toegevoegd`,
    RETURNED: t`niet toegevoegd`,
  };
  return (
    <Section
      title={t`Aanvullingen`}
      actions={
        onAdd && (
          <Button variant="quiet" onPress={onAdd}>
            <Trans>Aanvulling</Trans>
          </Button>
        )
      }
    >
      {minutes.addenda.length === 0 ? (
        <p className="sub">
          <Trans>Er is niets aangevuld.</Trans>
        </p>
      ) : (
        <List>
          {minutes.addenda.map((addendum) => {
            const { id, number, text, author, writtenAt, addendumState, origin, answer, item } = addendum;
            const section = minutes.sections.find((one) => one.item.id === item?.id);
            return (
              <li className="stack stack-xs" key={id}>
                <p>
                  {number !== null && <b className="strong">{number}</b>} {text}
                </p>
                <p className="sub small">
                  {author.name}, {moment(writtenAt)}, {stateWords[addendumState]}
                  {section && (
                    <>
                      {', '}
                      <Trans>bij punt {section.position}</Trans>
                    </>
                  )}
                  {origin === 'OFFLINE_TEXT' && (
                    <>
                      {'. '}
                      <Trans>Geschreven zonder verbinding, en aangekomen na het vaststellen.</Trans>
                    </>
                  )}
                </p>
                {answer && <p className="small">{answer}</p>}
                {settle && addendumState === 'PROPOSED' && (
                  <div className="row">
                    <Button busy={commands.busy} onPress={() => void commands.settleAddendum(id, true, '')}>
                      <Trans>Voeg toe</Trans> <span className="vh">{text}</span>
                    </Button>
                    <Button variant="quiet" onPress={() => setReturning(addendum)}>
                      <Trans>Geef terug met reden</Trans> <span className="vh">{text}</span>
                    </Button>
                  </div>
                )}
              </li>
            );
          })}
        </List>
      )}
      {returning && (
        <WordsDialog
          title={t`Geef de aanvulling terug`}
          label={t`Waarom komt dit niet bij het verslag?`}
          confirm={t`Geef terug`}
          field="answer"
          busy={commands.busy}
          onSend={(answer) => commands.settleAddendum(returning.id, false, answer)}
          onClose={() => setReturning(null)}
        >
          <p className="sub">{returning.text}</p>
        </WordsDialog>
      )}
    </Section>
  );
}
