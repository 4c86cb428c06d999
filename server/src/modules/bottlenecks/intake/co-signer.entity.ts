import { defineEntity, p } from '@mikro-orm/core';
import type { CoSignState } from '@versnellingstafel/shared/bottlenecks/co-signing';

const schema = defineEntity({
  name: 'CoSigner',
  tableName: 'co_signer',
  properties: {
    id: p.uuid().primary(),
    bottleneckId: p.uuid(),
    personId: p.uuid().strictNullable(),
    externalName: p.text(),
    externalOrganisation: p.text(),
    state: p.text().$type<CoSignState>(),
    askedById: p.uuid(),
    askedAt: p.datetime(),
    answeredAt: p.datetime().strictNullable(),
    reason: p.text(),
  },
});

/** A second party to a case. Who has an account answers for themselves; others are kept by name and confirm nothing. */
export class CoSigner extends schema.class {
  sign(at: Date): void {
    this.answer('SIGNED', at);
  }

  decline(reason: string, at: Date): void {
    this.answer('DECLINED', at);
    this.reason = reason;
  }

  /** No longer a party: nobody waits for an answer any more. */
  withdraw(at: Date): void {
    if (this.state === 'DECLINED' || this.state === 'WITHDRAWN') throw new Error('This party is none already.');
    this.state = 'WITHDRAWN';
    this.answeredAt = at;
  }

  private answer(state: CoSignState, at: Date): void {
    if (this.state !== 'ASKED') throw new Error('Only who is asked answers.');
    this.state = state;
    this.answeredAt = at;
  }
}
schema.setClass(CoSigner);
