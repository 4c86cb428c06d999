import { useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { useFormat } from '../../../lib/format.ts';
import { LineOfStops, type Stop } from '../../../ui/LineOfStops.tsx';
import type { ShownEscalation } from './escalation-documents.ts';

type At = Stop['at'];

/** The steps of one escalation: written, agreed, sent, accepted, answered; one that came back ends in a diamond. */
export function EscalationLine({
  escalation,
  agrees,
}: {
  escalation: ShownEscalation;
  agrees: string | null;
}): ReactElement {
  const { t } = useLingui();
  const { day, deadline } = useFormat();
  const { state, from, to, needsAgreement, declineReason, draftedAt, draftedBy, agreedAt, agreedBy } = escalation;
  const { sentAt, acceptedAt, endedAt, answerBy } = escalation;
  const waits = (moment: string | null, isNow: boolean): At => (moment ? 'been' : isNow ? 'now' : 'ahead');
  const unsent = state === 'DRAFT' || state === 'AGREED';
  const stops: Stop[] = [
    {
      id: 'draft',
      at: state === 'DRAFT' && (!needsAgreement || Boolean(declineReason)) ? 'now' : 'been',
      title: t`Memo`,
      place: from.shortName,
      lines: [day(draftedAt), draftedBy.name],
    },
  ];
  if (needsAgreement)
    stops.push({
      id: 'agreed',
      at: declineReason ? 'returned' : waits(agreedAt, state === 'DRAFT'),
      title: declineReason ? t`Niet akkoord` : t`Akkoord`,
      place: agreedBy?.name ?? agrees ?? t`wethouder`,
      lines: agreedAt ? [day(agreedAt)] : declineReason ? [declineReason] : [t`wacht op akkoord`],
    });
  if (state === 'WITHDRAWN') {
    if (sentAt) stops.push({ id: 'sent', at: 'been', title: t`Verstuurd`, place: to.shortName, lines: [day(sentAt)] });
    stops.push({
      id: 'ended',
      at: 'returned',
      title: t`Ingetrokken`,
      place: from.shortName,
      lines: endedAt ? [day(endedAt)] : [],
    });
    return <LineOfStops label={t`De stappen van deze escalatie`} stops={stops} />;
  }
  stops.push({
    id: 'sent',
    at: waits(sentAt, state === 'AGREED'),
    title: t`Verstuurd`,
    place: to.shortName,
    lines: sentAt ? [day(sentAt)] : unsent && state === 'AGREED' ? [t`klaar om te versturen`] : [],
  });
  if (state === 'RETURNED') {
    stops.push({
      id: 'returned',
      at: 'returned',
      title: t`Teruggegeven`,
      place: to.shortName,
      lines: endedAt ? [day(endedAt)] : [],
    });
    return <LineOfStops label={t`De stappen van deze escalatie`} stops={stops} />;
  }
  stops.push(
    {
      id: 'accepted',
      at: state === 'ANSWERED' ? 'been' : waits(acceptedAt, state === 'SENT'),
      title: t`Aangenomen`,
      place: to.shortName,
      lines: acceptedAt ? [day(acceptedAt)] : state === 'SENT' ? [t`wacht op ${to.shortName}`] : [],
    },
    {
      id: 'answered',
      at: waits(endedAt, state === 'ACCEPTED'),
      title: t`Antwoord`,
      place: from.shortName,
      lines: endedAt ? [day(endedAt)] : answerBy ? [t`uiterlijk ${day(answerBy)}`, deadline(answerBy)] : [],
    },
  );
  return <LineOfStops label={t`De stappen van deze escalatie`} stops={stops} />;
}
