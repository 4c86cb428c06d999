import { defineEntity, p } from '@mikro-orm/core';
import type { AgendaPurpose } from '@versnellingstafel/shared/meetings/agenda';
import type { AgendaProposalState } from '@versnellingstafel/shared/meetings/proposals';
import type { Reference } from '../../../platform/streams/event.ts';
import type { Change } from '../meeting.entity.ts';

const schema = defineEntity({
  name: 'AgendaProposal',
  tableName: 'agenda_proposal',
  properties: {
    id: p.uuid().primary(),
    meetingId: p.uuid(),
    proposedById: p.uuid(),
    proposedAt: p.datetime(),
    title: p.text(),
    purpose: p.text().$type<AgendaPurpose>(),
    minutes: p.integer(),
    motivation: p.text(),
    proposedDecision: p.text(),
    subjects: p.json<Reference[]>(),
    afterDeadline: p.boolean(),
    state: p.text().$type<AgendaProposalState>(),
    returnReason: p.text(),
    decidedAt: p.datetime().strictNullable(),
    decidedById: p.uuid().strictNullable(),
    agendaItemId: p.uuid().strictNullable(),
  },
});

/** An item that a participant proposes; who prepares the agenda takes it or gives it back. */
export class AgendaProposal extends schema.class {
  /** It is an item now. @throws Error unless it is open. */
  accept(itemId: string, change: Change): void {
    this.decide('ACCEPTED', change);
    this.agendaItemId = itemId;
  }

  /** Not this time, in these words. @throws Error unless it is open. */
  return(reason: string, change: Change): void {
    this.decide('RETURNED', change);
    this.returnReason = reason;
  }

  /** The proposer takes it back. @throws Error unless it is open. */
  withdraw(change: Change): void {
    this.decide('WITHDRAWN', change);
  }

  private decide(state: AgendaProposalState, change: Change): void {
    if (this.state !== 'OPEN') throw new Error('A proposal is decided on once.');
    this.state = state;
    this.decidedAt = change.at;
    this.decidedById = change.by;
  }
}
schema.setClass(AgendaProposal);
