import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  AddAttachmentMutation,
  AddAttachmentMutationVariables,
  AddCommentMutation,
  AddCommentMutationVariables,
  BottleneckPresenceSubscription,
  BottleneckPresenceSubscriptionVariables,
  CaseDiscussionQuery,
  CaseDiscussionQueryVariables,
  CaseFilesQuery,
  CaseFilesQueryVariables,
  CaseWatchQuery,
  CaseWatchQueryVariables,
  Comment_CommentFragment,
  EditCommentMutation,
  EditCommentMutationVariables,
  RemoveAttachmentMutation,
  RemoveAttachmentMutationVariables,
  RemoveCommentMutation,
  RemoveCommentMutationVariables,
  RestoreAttachmentMutation,
  RestoreAttachmentMutationVariables,
  RestoreCommentMutation,
  RestoreCommentMutationVariables,
  WatchBottleneckMutation,
  WatchBottleneckMutationVariables,
} from '../../generated/graphql.ts';
import { problemFragment } from '../commands/problem.ts';

const commentFragment: TypedDocumentNode<Comment_CommentFragment> = gql`
  fragment Comment_comment on Comment {
    id
    version
    text
    removed
    writtenAt
    editedAt
    author {
      id
      name
    }
    mentions {
      id
      name
    }
    viewerCan {
      verb
      allowed
      reason
    }
  }
`;
/** Something that was said. */
export type Comment = Comment_CommentFragment;

export const caseDiscussionQuery: TypedDocumentNode<CaseDiscussionQuery, CaseDiscussionQueryVariables> = gql`
  query CaseDiscussion($number: String!, $after: String) {
    bottleneck(number: $number) {
      id
      number
      viewerCan {
        verb
        allowed
        reason
      }
      comments(first: 20, after: $after) {
        totalCount
        edges {
          cursor
          node {
            ...Comment_comment @unmask
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
  ${commentFragment}
`;

const commentAnswer = gql`
  fragment CommentAnswer on CommentPayload {
    comment {
      ...Comment_comment @unmask
    }
    problems {
      ...Problem_problem @unmask
    }
  }
  ${commentFragment}
  ${problemFragment}
`;

export const addCommentMutation: TypedDocumentNode<AddCommentMutation, AddCommentMutationVariables> = gql`
  mutation AddComment($input: AddCommentInput!, $idempotencyKey: ID) {
    addComment(input: $input, idempotencyKey: $idempotencyKey) {
      ...CommentAnswer @unmask
    }
  }
  ${commentAnswer}
`;

export const editCommentMutation: TypedDocumentNode<EditCommentMutation, EditCommentMutationVariables> = gql`
  mutation EditComment($input: EditCommentInput!, $idempotencyKey: ID) {
    editComment(input: $input, idempotencyKey: $idempotencyKey) {
      ...CommentAnswer @unmask
    }
  }
  ${commentAnswer}
`;

export const removeCommentMutation: TypedDocumentNode<RemoveCommentMutation, RemoveCommentMutationVariables> = gql`
  mutation RemoveComment($input: CommentVersionInput!, $idempotencyKey: ID) {
    removeComment(input: $input, idempotencyKey: $idempotencyKey) {
      ...CommentAnswer @unmask
    }
  }
  ${commentAnswer}
`;

export const restoreCommentMutation: TypedDocumentNode<RestoreCommentMutation, RestoreCommentMutationVariables> = gql`
  mutation RestoreComment($input: CommentVersionInput!, $idempotencyKey: ID) {
    restoreComment(input: $input, idempotencyKey: $idempotencyKey) {
      ...CommentAnswer @unmask
    }
  }
  ${commentAnswer}
`;

const filesFragment = gql`
  fragment CaseFiles_bottleneck on Bottleneck {
    id
    attachments {
      id
      title
      kind
      url
      mediaType
      size
      addedAt
      addedBy {
        id
        name
      }
      viewerCan {
        verb
        allowed
        reason
      }
    }
  }
`;

export const caseFilesQuery: TypedDocumentNode<CaseFilesQuery, CaseFilesQueryVariables> = gql`
  query CaseFiles($number: String!) {
    bottleneck(number: $number) {
      ...CaseFiles_bottleneck @unmask
      viewerCan {
        verb
        allowed
        reason
      }
    }
  }
  ${filesFragment}
`;
/** A file or a link with a case. */
export type Attachment = NonNullable<CaseFilesQuery['bottleneck']>['attachments'][number];

const attachmentAnswer = gql`
  fragment AttachmentAnswer on AttachmentPayload {
    bottleneck {
      ...CaseFiles_bottleneck @unmask
    }
    problems {
      ...Problem_problem @unmask
    }
  }
  ${filesFragment}
  ${problemFragment}
`;

export const addAttachmentMutation: TypedDocumentNode<AddAttachmentMutation, AddAttachmentMutationVariables> = gql`
  mutation AddAttachment($input: AddAttachmentInput!, $idempotencyKey: ID) {
    addAttachment(input: $input, idempotencyKey: $idempotencyKey) {
      ...AttachmentAnswer @unmask
    }
  }
  ${attachmentAnswer}
`;

export const removeAttachmentMutation: TypedDocumentNode<RemoveAttachmentMutation, RemoveAttachmentMutationVariables> =
  gql`
    mutation RemoveAttachment($input: AttachmentInput!, $idempotencyKey: ID) {
      removeAttachment(input: $input, idempotencyKey: $idempotencyKey) {
        bottleneck {
          ...CaseFiles_bottleneck @unmask
        }
        problems {
          ...Problem_problem @unmask
        }
      }
    }
    ${filesFragment}
    ${problemFragment}
  `;

export const restoreAttachmentMutation: TypedDocumentNode<
  RestoreAttachmentMutation,
  RestoreAttachmentMutationVariables
> = gql`
  mutation RestoreAttachment($input: AttachmentInput!, $idempotencyKey: ID) {
    restoreAttachment(input: $input, idempotencyKey: $idempotencyKey) {
      ...AttachmentAnswer @unmask
    }
  }
  ${attachmentAnswer}
`;

export const caseWatchQuery: TypedDocumentNode<CaseWatchQuery, CaseWatchQueryVariables> = gql`
  query CaseWatch($number: String!) {
    bottleneck(number: $number) {
      id
      watching
    }
  }
`;

export const watchMutation: TypedDocumentNode<WatchBottleneckMutation, WatchBottleneckMutationVariables> = gql`
  mutation WatchBottleneck($input: WatchInput!, $idempotencyKey: ID) {
    watchBottleneck(input: $input, idempotencyKey: $idempotencyKey) {
      bottleneck {
        id
        watching
      }
      problems {
        ...Problem_problem @unmask
      }
    }
  }
  ${problemFragment}
`;

export const bottleneckPresenceSubscription: TypedDocumentNode<
  BottleneckPresenceSubscription,
  BottleneckPresenceSubscriptionVariables
> = gql`
  subscription BottleneckPresence($bottleneckId: ID!) {
    bottleneckPresence(bottleneckId: $bottleneckId) {
      onlookers {
        person {
          id
          name
        }
      }
    }
  }
`;
