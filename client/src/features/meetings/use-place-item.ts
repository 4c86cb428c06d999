import { gql, type TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import type { AgendaPurpose } from '@versnellingstafel/shared/meetings/agenda';
import type {
  CaseToPlaceQuery,
  CaseToPlaceQueryVariables,
  ScheduleOnAgendaMutation,
  ScheduleOnAgendaMutationVariables,
} from '../../generated/graphql.ts';
import { stepTargetFragment } from '../bottlenecks/steps/step-documents.ts';
import { problemFragment } from '../commands/problem.ts';
import { useCommand } from '../commands/use-command.ts';
import { sentOf, type Sent } from './agenda-change.ts';
import {
  addAgendaItemMutation,
  agendaFragment,
  editAgendaItemMutation,
  moveAgendaItemMutation,
  recordOutcomeMutation,
  type AgendaItem,
} from './agenda-documents.ts';

const caseToPlaceQuery: TypedDocumentNode<CaseToPlaceQuery, CaseToPlaceQueryVariables> = gql`
  query CaseToPlace($id: ID!) {
    node(id: $id) {
      id
      ... on Bottleneck {
        version
        heldBy {
          id
        }
        viewerCan {
          verb
          allowed
          reason
        }
      }
    }
  }
`;

const scheduleOnAgendaMutation: TypedDocumentNode<ScheduleOnAgendaMutation, ScheduleOnAgendaMutationVariables> = gql`
  mutation ScheduleOnAgenda($input: ScheduleBottleneckInput!, $idempotencyKey: ID) {
    scheduleBottleneck(input: $input, idempotencyKey: $idempotencyKey) {
      bottleneck {
        id
        ...StepTarget_bottleneck @unmask
        agendaItems {
          id
          meeting {
            id
            ...Agenda_meeting @unmask
          }
        }
      }
      problems {
        ...Problem_problem @unmask
      }
    }
  }
  ${stepTargetFragment}
  ${agendaFragment}
  ${problemFragment}
`;

/** An item as it is to stand on an agenda. */
export interface NewItem {
  title: string;
  purpose: AgendaPurpose;
  minutes: number;
  presenterId: string | null;
  presenterText: string;
  proposedDecision: string;
  closedPart: boolean;
  bottleneckIds: readonly string[];
  noteIds: readonly string[];
  projectIds: readonly string[];
  meetingIds: readonly string[];
  annotation: string;
  /** 1 is first; null is where the server finds it fits. */
  position: number | null;
  outcome: string;
}

/** An item that stands on an agenda, to be put back or on another. */
export function newItemOf(item: AgendaItem): NewItem {
  const ids = (type: string): string[] =>
    item.subjects.filter(({ __typename }) => __typename === type).map(({ id }) => id);
  return {
    title: item.title,
    purpose: item.purpose,
    minutes: item.minutes,
    presenterId: item.presenter?.id ?? null,
    presenterText: item.presenterText ?? '',
    proposedDecision: item.proposedDecision,
    closedPart: item.closedPart,
    bottleneckIds: ids('Bottleneck'),
    noteIds: ids('KnowledgeNote'),
    projectIds: ids('Project'),
    meetingIds: ids('Meeting'),
    annotation: '',
    position: item.position,
    outcome: item.outcome,
  };
}

/**
 * Puts an item on an agenda. An item about one case that may be scheduled schedules the case; any other stands there beside the state of
 * what it is about.
 */
export function usePlaceItem(): (meeting: { id: string; tableId: string }, item: NewItem) => Promise<Sent> {
  const client = useApolloClient();
  const add = useCommand(addAgendaItemMutation);
  const edit = useCommand(editAgendaItemMutation);
  const move = useCommand(moveAgendaItemMutation);
  const record = useCommand(recordOutcomeMutation);
  const schedule = useCommand(scheduleOnAgendaMutation);

  async function schedulable(
    meeting: { tableId: string },
    item: NewItem,
  ): Promise<{ id: string; version: number } | null> {
    const [id, ...more] = item.bottleneckIds;
    if (!id || more.length > 0 || [item.noteIds, item.projectIds, item.meetingIds].some((ids) => ids.length > 0))
      return null;
    const { data } = await client.query({ query: caseToPlaceQuery, variables: { id }, fetchPolicy: 'network-only' });
    const found = data?.node;
    if (found?.__typename !== 'Bottleneck' || found.heldBy?.id !== meeting.tableId) return null;
    return found.viewerCan.some(({ verb, allowed }) => verb === 'SCHEDULE' && allowed)
      ? { id, version: found.version }
      : null;
  }

  async function scheduled(
    meetingId: string,
    target: { id: string; version: number },
    { minutes, purpose }: NewItem,
  ): Promise<Sent> {
    const outcome = await schedule.run({
      input: { bottleneckId: target.id, expectedVersion: target.version, meetingId, minutes, purpose },
    });
    if (outcome.kind === 'failed') return outcome;
    if (outcome.kind === 'problems') return { kind: 'problems', problems: outcome.problems, clash: null };
    const placed = outcome.payload.bottleneck?.agendaItems.find(({ meeting }) => meeting.id === meetingId);
    return { kind: 'done', agenda: placed?.meeting ?? null, itemId: placed?.id ?? null };
  }

  /** Says of a scheduled item what scheduling does not take: its words, its place and what was agreed. */
  async function finish(placed: Sent, item: NewItem): Promise<Sent> {
    if (placed.kind !== 'done' || !placed.agenda || !placed.itemId) return placed;
    const { itemId } = placed;
    let sent: Sent = placed;
    const version = (): number => (sent.kind === 'done' && sent.agenda ? sent.agenda.version : 0);
    const standing = placed.agenda.items.find(({ id }) => id === itemId);
    const words = {
      ...(item.title !== standing?.title && { title: item.title }),
      ...(item.presenterId && { presenterId: item.presenterId }),
      ...(item.presenterText && { presenterText: item.presenterText }),
      ...(item.proposedDecision && { proposedDecision: item.proposedDecision }),
      ...(item.closedPart && !standing?.closedPart && { closedPart: true }),
      ...(item.annotation && { annotation: item.annotation }),
    };
    if (Object.keys(words).length > 0)
      sent = sentOf(await edit.run({ input: { itemId, expectedVersion: version(), ...words } }));
    if (sent.kind === 'done' && item.position !== null && item.position !== standing?.position) {
      sent = sentOf(await move.run({ input: { itemId, expectedVersion: version(), position: item.position } }));
    }
    if (sent.kind === 'done' && item.outcome) {
      sent = sentOf(await record.run({ input: { itemId, expectedVersion: version(), outcome: item.outcome } }));
    }
    return sent.kind === 'done' ? { ...sent, itemId } : sent;
  }

  return async (meeting, item) => {
    const target = await schedulable(meeting, item);
    if (target) return finish(await scheduled(meeting.id, target, item), item);
    const {
      title,
      purpose,
      minutes,
      presenterId,
      presenterText,
      proposedDecision,
      closedPart,
      bottleneckIds,
      noteIds,
      projectIds,
      meetingIds,
      annotation,
      position,
      outcome,
    } = item;
    const added = sentOf(
      await add.run({
        input: {
          meetingId: meeting.id,
          title,
          purpose,
          minutes,
          closedPart,
          bottleneckIds: [...bottleneckIds],
          noteIds: [...noteIds],
          ...(projectIds.length > 0 && { projectIds: [...projectIds] }),
          ...(meetingIds.length > 0 && { meetingIds: [...meetingIds] }),
          ...(annotation && { annotation }),
          ...(presenterId && { presenterId }),
          ...(presenterText && { presenterText }),
          ...(proposedDecision && { proposedDecision }),
          ...(position !== null && { position }),
        },
      }),
    );
    if (added.kind !== 'done' || !added.agenda || !added.itemId || !outcome) return added;
    return sentOf(
      await record.run({ input: { itemId: added.itemId, expectedVersion: added.agenda.version, outcome } }),
    );
  };
}
