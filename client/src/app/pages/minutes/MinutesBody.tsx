import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactElement } from 'react';
import { ActionTable } from '../../../features/actions/ActionTable.tsx';
import { LateMinutesText } from '../../../features/minutes-text/late-minutes-text.tsx';
import type { Minutes, MinutesSection } from '../../../features/minutes/minutes-documents.ts';
import { SectionOfMinutes } from '../../../features/minutes/SectionOfMinutes.tsx';
import type { MinutesCommands } from '../../../features/minutes/use-minutes.ts';
import { WordsDialog } from '../../../features/minutes/WordsDialog.tsx';
import { Button } from '../../../ui/Button.tsx';
import { List } from '../../../ui/List.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Addenda } from './Addenda.tsx';
import { may, type MinutesMeeting } from './minutes-shown.ts';
import { Remarks } from './Remarks.tsx';

interface MinutesBodyProps {
  meeting: MinutesMeeting;
  minutes: Minutes;
  commands: MinutesCommands;
}

/** The minutes themselves: decisions and actions first, then item by item. */
export function MinutesBody({ meeting, minutes, commands }: MinutesBodyProps): ReactElement {
  const { t } = useLingui();
  const { decisions, actions, sections, minutesState } = minutes;
  /** Null: on the minutes as a whole. */
  const [remarkOn, setRemarkOn] = useState<MinutesSection | null | undefined>(undefined);
  const [adding, setAdding] = useState(false);
  const frozen = minutesState === 'ADOPTED' || minutesState === 'PUBLISHED';
  const writing = !frozen && may(meeting, 'WRITE_MINUTES').allowed;
  const mayRemark = may(minutes, 'REMARK').allowed;
  const direct = may(minutes, 'ADD_ADDENDUM').allowed;
  const mayAdd = direct || may(minutes, 'PROPOSE_ADDENDUM').allowed;
  return (
    <>
      <Section title={t`Besluiten`} aside={decisions.length > 0 && decisions.length}>
        {decisions.length === 0 ? (
          <p className="sub">
            <Trans>In deze vergadering is geen besluit genomen dat je mag zien.</Trans>
          </p>
        ) : (
          <List>
            {decisions.map(({ id, number, text }) => (
              <li key={id}>
                <p>
                  <b className="strong">{number}</b> {text}
                </p>
              </li>
            ))}
          </List>
        )}
      </Section>
      <Section title={t`Acties`} aside={actions.length > 0 && actions.length}>
        {actions.length === 0 ? (
          <p className="sub">
            <Trans>Er zijn geen acties afgesproken die je mag zien.</Trans>
          </p>
        ) : (
          <ActionTable label={t`Acties van deze vergadering`} actions={actions} />
        )}
      </Section>
      <Section
        title={t`Per agendapunt`}
        aside={<Plural value={sections.length} one="# punt" other="# punten" />}
        actions={
          mayRemark && (
            <Button variant="quiet" onPress={() => setRemarkOn(null)}>
              <Trans>Opmerking bij het geheel</Trans>
            </Button>
          )
        }
      >
        <Remarks
          remarks={minutes.remarks.filter(({ item }) => !item)}
          settle={may(minutes, 'SETTLE').allowed}
          commands={commands}
        />
        {sections.map((section) => (
          <SectionOfMinutes
            key={section.item.id}
            section={section}
            {...(writing &&
              !section.masked && {
                editor: (
                  <LateMinutesText
                    meetingId={meeting.id}
                    itemId={section.item.id}
                    canWrite
                    label={t`Verslag van punt ${section.position}`}
                  />
                ),
              })}
            actions={
              mayRemark && (
                <Button variant="quiet" onPress={() => setRemarkOn(section)}>
                  <Trans>Opmerking</Trans> <span className="vh">{section.title}</span>
                </Button>
              )
            }
          >
            <Remarks
              remarks={minutes.remarks.filter(({ item }) => item?.id === section.item.id)}
              settle={may(minutes, 'SETTLE').allowed}
              commands={commands}
            />
          </SectionOfMinutes>
        ))}
      </Section>
      {(minutes.addenda.length > 0 || mayAdd) && (
        <Addenda minutes={minutes} commands={commands} onAdd={mayAdd ? () => setAdding(true) : undefined} />
      )}
      {remarkOn !== undefined && (
        <WordsDialog
          title={remarkOn ? t`Opmerking bij punt ${remarkOn.position}` : t`Opmerking bij het verslag`}
          label={t`Wat klopt er niet, of ontbreekt?`}
          hint={t`De secretaris neemt het over of legt uit waarom niet.`}
          confirm={t`Stuur naar de secretaris`}
          field="text"
          busy={commands.busy}
          onSend={(text) => commands.remark(remarkOn?.item.id ?? null, text)}
          onClose={() => setRemarkOn(undefined)}
        />
      )}
      {adding && (
        <WordsDialog
          title={direct ? t`Voeg een aanvulling toe` : t`Stel een aanvulling voor`}
          label={t`Aanvulling`}
          hint={t`Het vastgestelde verslag blijft zoals het is; de aanvulling komt erachter te staan.`}
          confirm={direct ? t`Voeg toe` : t`Stel voor`}
          field="text"
          busy={commands.busy}
          onSend={(text) => commands.addAddendum(null, text)}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  );
}
