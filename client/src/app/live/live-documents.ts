import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  InboxCursorQuery,
  InboxCursorQueryVariables,
  InboxEventsSubscription,
  InboxEventsSubscriptionVariables,
  KnowledgeCursorQuery,
  KnowledgeCursorQueryVariables,
  KnowledgeEventsSubscription,
  KnowledgeEventsSubscriptionVariables,
  LiveFrameFragment,
  TableCursorQuery,
  TableCursorQueryVariables,
  TableEventsSubscription,
  TableEventsSubscriptionVariables,
} from '../../generated/graphql.ts';

/**
 * What comes along with every event and so is up to date everywhere at once. A field that a page shows and an event can change belongs
 * here; a connection does not (its page refetches). Plain fields, so that the feed may read the subjects too;
 * an alias where two types name a field alike changes nothing for the cache.
 */
export const frameFragment: TypedDocumentNode<LiveFrameFragment> = gql`
  fragment LiveFrame on StreamFrame {
    ... on StreamChange {
      cursor
      event {
        id
        type
        occurredAt
        remark
        actor {
          id
          name
        }
        changes {
          field
          before
          after
        }
        subjects {
          id
          ...LiveBottleneck_bottleneck
          ...LiveNote_note
          ...LiveMeeting_meeting
          ...LiveAction_action
        }
      }
    }
    ... on StreamReset {
      cursor
    }
  }

  fragment LiveBottleneck_bottleneck on Bottleneck {
    id
    number
    version
    title
    ask
    decisionBy
    constructionStart
    state
    stateSince
    solvableAt
    heldBy {
      id
      slug
      name
      shortName
      level
    }
    themes {
      id
      code
      name
    }
    projects {
      homesBlocked
      project {
        id
        name
      }
    }
    homesBlocked
    confidentiality
    municipality {
      id
      code
      name
    }
    owner {
      id
      name
      jobTitle
    }
    lead {
      id
      name
      jobTitle
    }
    dueOn
    overdue
    nextStep
    proposedResolution
    resolution
    holdReason
    returnOn
    referredTo
    resolvedOn
    viewerCan {
      verb
      allowed
      reason
    }
  }

  fragment LiveNote_note on KnowledgeNote {
    id
    slug
    version
    title
    summary
    status
    validity
    validAsOf
    reviewBy
    updatedAt
    validatedBy {
      id
      name
    }
    reuse {
      worked
      partly
      failed
      notYet
    }
    viewerCan {
      verb
      allowed
      reason
    }
  }

  fragment LiveAction_action on Action {
    id
    version
    what
    actionState: state
    urgency
    daysLate
    actionDueOn: dueOn
    doneOn
    doneNote
    withdrawnReason
    owner {
      id
      name
      organisation {
        id
        name
      }
    }
    viewerCan {
      verb
      allowed
      reason
    }
  }

  fragment LiveMeeting_meeting on Meeting {
    id
    version
    meetingState: state
    startsAt
    endsAt
    location
    plannedMinutes
    availableMinutes
    publishedAt
    unpublishedChanges
    items {
      id
      position
      title
      purpose
      minutes
      startsAt
      presenterText
      presenter {
        id
        name
      }
      proposedDecision
      outcome
      homesWaiting
      closedPart
      subjects {
        ... on Bottleneck {
          id
          number
          title
        }
        ... on KnowledgeNote {
          id
          slug
          title
        }
        ... on Project {
          id
          name
        }
        ... on Meeting {
          id
          startsAt
        }
      }
    }
  }
`;

export const tableEventsSubscription: TypedDocumentNode<TableEventsSubscription, TableEventsSubscriptionVariables> =
  gql`
    subscription TableEvents($tableId: ID!, $after: String) {
      tableEvents(tableId: $tableId, after: $after) {
        ...LiveFrame @unmask
      }
    }
    ${frameFragment}
  `;

export const knowledgeEventsSubscription: TypedDocumentNode<
  KnowledgeEventsSubscription,
  KnowledgeEventsSubscriptionVariables
> = gql`
  subscription KnowledgeEvents($after: String) {
    knowledgeEvents(after: $after) {
      ...LiveFrame @unmask
    }
  }
  ${frameFragment}
`;

export const inboxEventsSubscription: TypedDocumentNode<InboxEventsSubscription, InboxEventsSubscriptionVariables> =
  gql`
    subscription InboxEvents($after: String) {
      inboxEvents(after: $after) {
        ...LiveFrame @unmask
      }
    }
    ${frameFragment}
  `;

export const tableCursorQuery: TypedDocumentNode<TableCursorQuery, TableCursorQueryVariables> = gql`
  query TableCursor($tableId: ID!) {
    tableCursor(tableId: $tableId)
  }
`;

export const knowledgeCursorQuery: TypedDocumentNode<KnowledgeCursorQuery, KnowledgeCursorQueryVariables> = gql`
  query KnowledgeCursor {
    knowledgeCursor
  }
`;

export const inboxCursorQuery: TypedDocumentNode<InboxCursorQuery, InboxCursorQueryVariables> = gql`
  query InboxCursor {
    inboxCursor
  }
`;
