import { useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { useFormat } from '../../../lib/format.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { Note } from '../../../ui/Note.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { useLiveRefetch } from '../../live/use-live-refetch.ts';
import { EscalationButtons } from './EscalationButtons.tsx';
import { escalationOfCaseQuery, type ShownEscalation } from './escalation-documents.ts';
import { EscalationLine } from './EscalationLine.tsx';
import { Memo } from './Memo.tsx';

export interface EscalationSectionProps {
  number: string;
}

/** One that ended: between which tables, how, and in what words. */
function Ended({ escalation }: { escalation: ShownEscalation }): ReactElement {
  const { t } = useLingui();
  const { day } = useFormat();
  const { from, to, state, endedAt, outcome } = escalation;
  const when = endedAt ? day(endedAt) : '';
  const words =
    state === 'ANSWERED'
      ? t`beantwoord ${when}`
      : state === 'WITHDRAWN'
        ? t`ingetrokken ${when}`
        : t`teruggegeven ${when}`;
  return (
    <li>
      <div>
        <span className="strong">{t`${from.shortName} naar ${to.shortName}`}</span>
        <p className="sub small">{words}</p>
        {outcome && <p>{outcome}</p>}
        <Disclosure title={t`Lees het memo`}>
          <Memo escalation={escalation} />
        </Disclosure>
      </div>
    </li>
  );
}

/** The escalation of a case: how far it is, who is to move before when, the memo, and those that came before it. */
export function EscalationSection({ number }: EscalationSectionProps): ReactElement | null {
  const { t } = useLingui();
  const { data, refetch } = useQuery(escalationOfCaseQuery, { variables: { number } });
  const bottleneck = data?.bottleneck;
  useLiveRefetch({ subjectId: bottleneck?.id ?? '' }, refetch);
  if (!bottleneck || (bottleneck.escalations.length === 0 && !bottleneck.sharedInPart)) return null;

  const { escalations, openEscalation, politicalOwner, sharedInPart } = bottleneck;
  // What a table sent further lies above its own: those under way stand from the youngest to the oldest.
  const underWay = escalations.filter(({ endedAt }) => !endedAt).toReversed();
  const ended = escalations.filter(({ endedAt }) => endedAt).toReversed();
  return (
    <Section title={t`Escalatie`} id="escalatie">
      <Stack gap="xl">
        {sharedInPart && (
          <Note kind="info">
            <Trans>Je ziet wat met jouw tafel is gedeeld.</Trans>
          </Note>
        )}
        {underWay.map((escalation) => (
          <Stack key={escalation.id}>
            <p className="strong">{t`${escalation.from.name} naar ${escalation.to.name}`}</p>
            <EscalationLine escalation={escalation} agrees={politicalOwner?.name ?? null} />
            {escalation.declineReason && (
              <Note kind="warning" title={t`Niet akkoord`}>
                <p>{escalation.declineReason}</p>
              </Note>
            )}
            <EscalationButtons escalation={escalation} bottleneck={bottleneck} />
            <div>
              <Disclosure title={t`Lees het memo`} defaultOpen={escalation.id === openEscalation?.id && sharedInPart}>
                <Memo escalation={escalation} />
              </Disclosure>
            </div>
          </Stack>
        ))}
        {ended.length > 0 && (
          <div>
            {underWay.length > 0 && <h3>{t`Eerder`}</h3>}
            <ul className="list out">
              {ended.map((escalation) => (
                <Ended key={escalation.id} escalation={escalation} />
              ))}
            </ul>
          </div>
        )}
      </Stack>
    </Section>
  );
}
