import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { EscalationVerb } from '@versnellingstafel/shared/bottlenecks/escalations';
import { useState, type ReactElement } from 'react';
import { EscalationButtons } from '../../../features/bottlenecks/escalation/EscalationButtons.tsx';
import { Memo } from '../../../features/bottlenecks/escalation/Memo.tsx';
import { LateCommentDialog } from '../../../features/discussion/late-discussion.tsx';
import type { AskedPageQuery } from '../../../generated/graphql.ts';
import { useFormat } from '../../../lib/format.ts';
import { Button } from '../../../ui/Button.tsx';
import { DateWithDistance } from '../../../ui/DateWithDistance.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { Meta } from '../../../ui/Meta.tsx';
import { Note } from '../../../ui/Note.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { useAskedWords } from '../home/asked-words.ts';

type Asked = AskedPageQuery['askedOfMe'][number];

/** What each kind waits for: the escalation in that state is the one that is meant. */
const steps: Readonly<Record<string, readonly EscalationVerb[]>> = {
  AGREE_ESCALATION: ['AGREE', 'DECLINE'],
  ESCALATION_DECLINED: ['EDIT_MEMO', 'WITHDRAW'],
  SEND_ESCALATION: ['SEND', 'EDIT_MEMO', 'WITHDRAW'],
  ACCEPT_ESCALATION: ['ACCEPT', 'RETURN'],
  ANSWER_ESCALATION: ['ANSWER'],
};

/** One escalation that waits for the viewer: what is at stake, the memo, and the steps. */
export function AskedCase({ asked }: { asked: Asked }): ReactElement | null {
  const { t } = useLingui();
  const { number, homes } = useFormat();
  const { reasonOf } = useAskedWords();
  const [commenting, setCommenting] = useState(false);
  const { bottleneck, kind, dueOn } = asked;
  if (!bottleneck) return null;
  const only = steps[kind] ?? [];
  // More than one link may be under way: the one with which the viewer can do what is asked.
  const escalation =
    bottleneck.escalations.find(
      ({ endedAt, viewerCan }) => !endedAt && viewerCan.some(({ verb, allowed }) => allowed && verb === only[0]),
    ) ?? bottleneck.openEscalation;
  const { atRisk, municipality } = bottleneck;
  return (
    <li>
      <Stack>
        <div>
          <h3>
            <Link className="quiet-link" to="/knelpunten/$number" params={{ number: bottleneck.number }}>
              {bottleneck.title}
            </Link>
          </h3>
          <Meta>
            {reasonOf({ ...asked, bottleneck: { ...bottleneck, homesBlocked: 0 } })}
            <span>{municipality.name}</span>
          </Meta>
          <Meta>
            {dueOn && <DateWithDistance date={dueOn} />}
            {atRisk.homes > 0 && <span>{t`${homes(atRisk.homes)} wachten`}</span>}
            {atRisk.homeMonths > 0 && <span>{t`${number(atRisk.homeMonths)} woningmaanden`}</span>}
          </Meta>
        </div>
        {escalation && (
          <>
            <p>{escalation.memo.question || escalation.reason}</p>
            {escalation.declineReason && (
              <Note kind="warning" title={t`Niet akkoord`}>
                <p>{escalation.declineReason}</p>
              </Note>
            )}
            <EscalationButtons escalation={escalation} bottleneck={bottleneck} only={only}>
              <Button variant="quiet" onPress={() => setCommenting(true)}>
                <Trans>Reageer</Trans>
              </Button>
            </EscalationButtons>
            <div>
              <Disclosure title={t`Lees het memo`}>
                <Memo escalation={escalation} />
              </Disclosure>
            </div>
          </>
        )}
      </Stack>
      {commenting && <LateCommentDialog bottleneck={bottleneck} onClose={() => setCommenting(false)} />}
    </li>
  );
}
