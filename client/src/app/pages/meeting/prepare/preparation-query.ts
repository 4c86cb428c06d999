import { gql, type TypedDocumentNode } from '@apollo/client';
import { invitationFragment } from '../../../../features/meetings/attendance/invitation-documents.ts';
import { guestsFragment } from '../../../../features/meetings/guests/guest-documents.ts';
import { papersFragment } from '../../../../features/meetings/papers/paper-documents.ts';
import { proposalsFragment } from '../../../../features/meetings/proposals/proposal-documents.ts';
import { publicationsFragment } from '../../../../features/meetings/publish/publication-documents.ts';
import {
  agendaReasonFragment,
  suggestionsFragment,
} from '../../../../features/meetings/suggestions/suggestion-documents.ts';
import { templatesFragment } from '../../../../features/meetings/templates/template-documents.ts';
import type { MeetingPreparationQuery, MeetingPreparationQueryVariables } from '../../../../generated/graphql.ts';

/** What preparing a meeting takes beside its agenda. It comes behind the agenda, which never waits for it. */
export const meetingPreparationQuery: TypedDocumentNode<MeetingPreparationQuery, MeetingPreparationQueryVariables> =
  gql`
    query MeetingPreparation($id: ID!) {
      meeting(id: $id) {
        id
        calendarUrl
        bundleUrl
        documents {
          kind
          format
          url
          urlWithClosedPart
        }
        ...Suggestions_meeting @unmask
        ...Proposals_meeting @unmask
        ...Publications_meeting @unmask
        ...Invitation_meeting @unmask
        table {
          id
          ...AgendaTemplates_table @unmask
        }
        items {
          id
          annotation
          why {
            ...AgendaReason_reason @unmask
          }
          continues {
            id
            meeting {
              id
              startsAt
            }
          }
          ...Papers_item @unmask
          ...Guests_item @unmask
        }
      }
    }
    ${suggestionsFragment}
    ${proposalsFragment}
    ${publicationsFragment}
    ${invitationFragment}
    ${templatesFragment}
    ${agendaReasonFragment}
    ${papersFragment}
    ${guestsFragment}
  `;

/** A meeting with what its preparation takes. */
export type MeetingInPreparation = NonNullable<MeetingPreparationQuery['meeting']>;
/** An item of it, with its papers, guests and reasons. */
export type ItemInPreparation = MeetingInPreparation['items'][number];
