import { Trans } from '@lingui/react/macro';
import type { ReactElement, ReactNode } from 'react';

interface EventSentenceProps {
  /** Stable name, for example `BOTTLENECK_TRIAGED`. */
  type: string;
  /** Why it reached the viewer, for example `MENTIONED`. */
  reason: string;
  who: string;
  /** What it is about, as a link. */
  what: ReactNode;
}

/** What happened, in a sentence about the thing it happened to. A kind that is not known here is told in general words. */
export function EventSentence({ type, reason, who, what }: EventSentenceProps): ReactElement {
  if (reason === 'MENTIONED') {
    return (
      <Trans>
        {who} noemde je in een reactie bij {what}.
      </Trans>
    );
  }
  switch (type) {
    case 'BOTTLENECK_LOGGED':
    case 'BOTTLENECK_SUBMITTED':
      return (
        <Trans>
          {who} diende {what} in.
        </Trans>
      );
    case 'BOTTLENECK_TRIAGED':
      return (
        <Trans>
          {who} nam {what} in het voorportaal.
        </Trans>
      );
    case 'BOTTLENECK_SCHEDULED':
      return (
        <Trans>
          {who} zette {what} op de agenda.
        </Trans>
      );
    case 'BOTTLENECK_STARTED':
      return (
        <Trans>
          {who} nam {what} in behandeling.
        </Trans>
      );
    case 'BOTTLENECK_HELD':
      return (
        <Trans>
          {who} hield {what} aan.
        </Trans>
      );
    case 'BOTTLENECK_RESUMED':
      return (
        <Trans>
          {who} pakte {what} weer op.
        </Trans>
      );
    case 'BOTTLENECK_ESCALATED':
      return (
        <Trans>
          {who} escaleerde {what}.
        </Trans>
      );
    case 'ESCALATION_RETURNED':
      return (
        <Trans>
          {who} gaf {what} terug met een reden.
        </Trans>
      );
    case 'BOTTLENECK_RESOLVED':
      return (
        <Trans>
          {who} loste {what} op.
        </Trans>
      );
    case 'BOTTLENECK_REFERRED':
      return (
        <Trans>
          {who} verwees {what} door.
        </Trans>
      );
    case 'BOTTLENECK_WITHDRAWN':
      return (
        <Trans>
          {who} trok {what} in.
        </Trans>
      );
    case 'BOTTLENECK_REOPENED':
      return (
        <Trans>
          {who} heropende {what}.
        </Trans>
      );
    case 'CO_SIGNER_ASKED':
      return (
        <Trans>
          {who} vraagt je {what} mee te tekenen.
        </Trans>
      );
    case 'CO_SIGNED':
      return (
        <Trans>
          {who} tekende {what} mee.
        </Trans>
      );
    case 'CO_SIGN_DECLINED':
      return (
        <Trans>
          {who} tekent {what} niet mee.
        </Trans>
      );
    case 'CO_SIGNER_WITHDRAWN':
      return (
        <Trans>
          {who} haalde een partij weg bij {what}.
        </Trans>
      );
    case 'BOTTLENECK_JOINED':
      return (
        <Trans>
          {who} sloot zich met een project aan bij {what}.
        </Trans>
      );
    case 'BOTTLENECK_LEFT':
      return (
        <Trans>
          {who} haalde zijn project weer weg bij {what}.
        </Trans>
      );
    case 'BOTTLENECK_ASSIGNED':
      return (
        <Trans>
          {who} verdeelde het werk aan {what} opnieuw.
        </Trans>
      );
    case 'CONFIDENTIALITY_CHANGED':
      return (
        <Trans>
          {who} veranderde wie {what} mag zien.
        </Trans>
      );
    case 'TRANSITION_UNDONE':
      return (
        <Trans>
          {who} draaide een stap van {what} terug.
        </Trans>
      );
    case 'NOTE_WRITTEN':
      return (
        <Trans>
          {who} schreef de notitie {what}.
        </Trans>
      );
    case 'NOTE_RESTORED':
      return (
        <Trans>
          {who} zette een oudere tekst van {what} terug.
        </Trans>
      );
    case 'NOTE_VALIDATED':
      return (
        <Trans>
          {who} valideerde de notitie {what}.
        </Trans>
      );
    case 'NOTE_ARCHIVED':
      return (
        <Trans>
          {who} archiveerde de notitie {what}.
        </Trans>
      );
    case 'NOTE_APPLIED':
      return (
        <Trans>
          {who} koppelde een notitie aan {what}.
        </Trans>
      );
    case 'APPLICATION_REMOVED':
      return (
        <Trans>
          {who} haalde een notitie weg bij {what}.
        </Trans>
      );
    case 'BOTTLENECK_ARRIVED':
      return <Trans>{what} ligt nu bij een andere tafel.</Trans>;
    case 'MEETING_PLANNED':
      return (
        <Trans>
          {who} plande {what}.
        </Trans>
      );
    case 'MEETING_RESCHEDULED':
      return (
        <Trans>
          {who} verplaatste {what}.
        </Trans>
      );
    case 'MEETING_CANCELLED':
      return (
        <Trans>
          {who} zei {what} af.
        </Trans>
      );
    case 'MEETING_RESTORED':
      return (
        <Trans>
          {who} liet {what} toch doorgaan.
        </Trans>
      );
    case 'AGENDA_PUBLISHED':
      return (
        <Trans>
          {who} publiceerde de agenda van {what}.
        </Trans>
      );
    case 'OUTCOME_RECORDED':
      return (
        <Trans>
          {who} legde een uitkomst vast bij {what}.
        </Trans>
      );
    case 'AGENDA_ITEM_PROPOSED':
      return (
        <Trans>
          {who} stelt een punt voor op de agenda van {what}.
        </Trans>
      );
    case 'PROPOSAL_ACCEPTED':
      return (
        <Trans>
          {who} zette je voorstel op de agenda van {what}.
        </Trans>
      );
    case 'PROPOSAL_RETURNED':
      return (
        <Trans>
          {who} gaf je voorstel voor {what} terug, met een reden.
        </Trans>
      );
    case 'GUEST_INVITED':
      return (
        <Trans>
          {who} nodigde je uit bij een punt van {what}.
        </Trans>
      );
    case 'INVITATION_ANSWERED':
      return (
        <Trans>
          {who} vroeg je als vervanger bij {what}.
        </Trans>
      );
    case 'ACTION_ADDED':
      return (
        <Trans>
          {who} sprak met je af: {what}.
        </Trans>
      );
    case 'ACTION_REOPENED':
      return (
        <Trans>
          {who} zette {what} weer open.
        </Trans>
      );
    case 'ACTION_WITHDRAWN':
      return (
        <Trans>
          {who} trok {what} in.
        </Trans>
      );
    case 'COMMENT_ADDED':
      return (
        <Trans>
          {who} reageerde bij {what}.
        </Trans>
      );
    case 'ATTACHMENT_ADDED':
      return (
        <Trans>
          {who} voegde een bestand of link toe bij {what}.
        </Trans>
      );
    case 'PATTERN_RESOLVED':
      return (
        <Trans>
          {who} loste een patroon op, en daarmee {what}.
        </Trans>
      );
    default:
      return (
        <Trans>
          {who} werkte {what} bij.
        </Trans>
      );
  }
}
