import { type CoSignVerb, mayCoSign } from '@versnellingstafel/shared/bottlenecks/co-signing';
import { mayAct } from '@versnellingstafel/shared/bottlenecks/permissions';
import { Forbidden } from '../../../platform/commands/breach.ts';
import { InputCheck } from '../../../platform/commands/input-check.ts';
import { uuidOf } from '../../../platform/graphql/global-id.ts';
import { fieldProblem, notFoundProblem, refuse } from '../../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { recordEvent } from '../bottleneck.events.ts';
import { checkReason } from '../bottleneck-text.ts';
import type { OpenBottleneck } from '../open-bottleneck.ts';
import { CoSigner } from './co-signer.entity.ts';
import { openNamed } from './open-named.ts';

const path = ['input', 'coSignerId'];

interface OneCoSigner {
  readonly coSignerId: string;
}

/** Signs a case as the second party. @throws Forbidden, Refusal (not there, answered already). */
export async function coSign(tx: Transaction, viewer: Viewer, input: OneCoSigner): Promise<{ bottleneckId: string }> {
  const { open, party, name } = await partyFor(tx, viewer, 'SIGN', input);
  party.sign(tx.now);
  recordEvent(open, 'CO_SIGNED', { changes: [{ field: 'coSigner', before: null, after: name }] });
  return { bottleneckId: open.row.id };
}

/** Does not sign, with a reason; the case is out of sight unless somebody has another right to it. @throws as `coSign`. */
export async function declineCoSigning(
  tx: Transaction,
  viewer: Viewer,
  input: OneCoSigner & { readonly reason: string },
): Promise<{ bottleneckId: string }> {
  const { open, party, name } = await partyFor(tx, viewer, 'DECLINE', input);
  const check = new InputCheck();
  const reason = checkReason(check, 'reason', input.reason);
  check.done();
  party.decline(reason, tx.now);
  await letGo(tx, party);
  recordEvent(open, 'CO_SIGN_DECLINED', {
    changes: [{ field: 'coSigner', before: name, after: null }],
    remark: reason,
  });
  return { bottleneckId: open.row.id };
}

/** Takes the question back, or steps back after signing. @throws as `coSign`. */
export async function withdrawCoSigner(
  tx: Transaction,
  viewer: Viewer,
  input: OneCoSigner,
): Promise<{ bottleneckId: string }> {
  const { open, party, name } = await partyFor(tx, viewer, 'WITHDRAW', input);
  party.withdraw(tx.now);
  await letGo(tx, party);
  recordEvent(open, 'CO_SIGNER_WITHDRAWN', { changes: [{ field: 'coSigner', before: name, after: null }] });
  return { bottleneckId: open.row.id };
}

interface OpenParty {
  readonly open: OpenBottleneck;
  readonly party: CoSigner;
  readonly name: string;
}

async function partyFor(
  tx: Transaction,
  viewer: Viewer,
  verb: CoSignVerb,
  { coSignerId }: OneCoSigner,
): Promise<OpenParty> {
  const notThere = notFoundProblem(path, 'UNKNOWN_CO_SIGNER');
  const id = uuidOf('CoSigner', coSignerId) ?? refuse(notThere);
  const party = (await tx.em.findOne(CoSigner, { id })) ?? refuse(notThere);
  const open = await openNamed(tx, viewer, party.bottleneckId, notThere);
  // Two answers at once: the second waits here and reads what the first left.
  await tx.em.refresh(party);
  const decision = mayCoSign(verb, {
    state: party.state,
    isAsked: party.personId === viewer.personId,
    mayAsk: mayAct('ASK_CO_SIGNER', open.facts).allowed,
  });
  if (!decision.allowed && decision.reason === 'CO_SIGN_ANSWERED') refuse(fieldProblem(decision.reason, path));
  if (!decision.allowed) throw new Forbidden(decision.reason);
  return { open, party, name: await nameOf(tx, party) };
}

async function nameOf(tx: Transaction, { personId, externalName }: CoSigner): Promise<string> {
  if (personId === null) return externalName;
  const [row] = await tx.em.execute<{ name: string }[]>('select name from person where id = ?', [personId]);
  return row?.name ?? '';
}

async function letGo(tx: Transaction, { bottleneckId, personId }: CoSigner): Promise<void> {
  if (personId === null) return;
  await tx.em.execute(`delete from bottleneck_grant where bottleneck_id = ? and person_id = ? and kind = 'CO_SIGNER'`, [
    bottleneckId,
    personId,
  ]);
}
