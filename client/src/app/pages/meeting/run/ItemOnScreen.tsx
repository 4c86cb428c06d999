import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { purposeLabels } from '../../../../features/meetings/agenda-words.ts';
import { OutcomeKeys } from '../../../../features/meetings/run/OutcomeKeys.tsx';
import type { Run } from '../../../../features/meetings/run/run-documents.ts';
import { runAbility } from '../../../../features/meetings/run/run-facts.ts';
import { RunTimer } from '../../../../features/meetings/run/RunTimer.tsx';
import { TimerButtons } from '../../../../features/meetings/run/TimerButtons.tsx';
import type { Clock } from '../../../../features/meetings/run/use-clock.ts';
import type { Steering } from '../../../../features/meetings/run/use-steering.ts';
import { Ask } from '../../../../ui/Ask.tsx';
import { LockIcon } from '../../../../ui/icons.tsx';
import { Section } from '../../../../ui/Section.tsx';
import { Tag } from '../../../../ui/Tag.tsx';
import { CaseSteps } from './CaseSteps.tsx';
import { ItemMinutes } from './ItemMinutes.tsx';
import { ItemPapers } from './ItemPapers.tsx';
import { RunSubjects } from './RunSubjects.tsx';
import type { RunItem, RunMeeting } from './run-view-query.ts';

interface ItemOnScreenProps {
  meeting: RunMeeting;
  item: RunItem;
  run: Run;
  /** Null while one looks away from the table: the time is that of another item. */
  clock: Clock | null;
  steering: Steering;
  viewerId: string;
  nextMeetingOn: string | null;
  calm: boolean;
}

/** One item: what it is about, what is proposed, the keys that record what comes of it, and its minutes. */
export function ItemOnScreen(props: ItemOnScreenProps): ReactElement {
  const { meeting, item, run, clock, steering, viewerId, nextMeetingOn, calm } = props;
  const { t, i18n } = useLingui();
  const { position, purpose, presenter, presenterText, proposedDecision, subjects, annotation, closedPart } = item;
  const count = meeting.items.length;
  const about = [i18n._(purposeLabels[purpose]).toLowerCase(), presenter?.name ?? presenterText]
    .filter(Boolean)
    .join(', ');
  const cases = subjects.flatMap((subject) => (subject.__typename === 'Bottleneck' ? [subject] : []));
  const record = runAbility(meeting, 'RECORD_OUTCOME').allowed;
  const steer = runAbility(meeting, 'STEER').allowed;
  return (
    <>
      <header className="run-head">
        <div className="stack stack-xs">
          <p className="sub">
            <Trans>
              Punt {position} van {count}, {about}
            </Trans>
          </p>
          <h1 id={`punt-${item.id}`}>{item.title}</h1>
          {closedPart && (
            <p>
              <Tag icon={<LockIcon />}>{t`besloten deel`}</Tag>
            </p>
          )}
        </div>
        {clock && (
          <RunTimer run={run} clock={clock}>
            {steer && <TimerButtons run={run} steering={steering} />}
          </RunTimer>
        )}
      </header>
      {annotation && !calm && (
        <Section title={t`Alleen voor jou`}>
          <p>{annotation}</p>
        </Section>
      )}
      <RunSubjects subjects={subjects} />
      <ItemPapers papers={item.papers} />
      {proposedDecision && <Ask heading={t`Voorgesteld besluit`}>{proposedDecision}</Ask>}
      {record && (
        <OutcomeKeys
          item={{ ...item, cases }}
          viewerId={viewerId}
          nextMeetingOn={nextMeetingOn}
          cases={(onDone) => <CaseSteps itemId={item.id} cases={cases} onDone={onDone} />}
        />
      )}
      <ItemMinutes meetingId={meeting.id} item={item} canWrite={runAbility(meeting, 'WRITE_MINUTES').allowed} />
    </>
  );
}
