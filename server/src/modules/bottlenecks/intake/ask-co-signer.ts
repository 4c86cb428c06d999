import { coSignLimits } from '@versnellingstafel/shared/bottlenecks/co-signing';
import { bottleneckLimits } from '@versnellingstafel/shared/bottlenecks/limits';
import { mayAct } from '@versnellingstafel/shared/bottlenecks/permissions';
import { Forbidden } from '../../../platform/commands/breach.ts';
import { InputCheck } from '../../../platform/commands/input-check.ts';
import { uuidOf } from '../../../platform/graphql/global-id.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { recordEvent } from '../bottleneck.events.ts';
import { peopleFor } from '../case-people.ts';
import { openBottleneck, type OpenBottleneck } from '../open-bottleneck.ts';
import { CoSigner } from './co-signer.entity.ts';

export interface AskCoSigner {
  readonly bottleneckId: string;
  readonly personId?: string | null | undefined;
  readonly externalName?: string | null | undefined;
  readonly externalOrganisation?: string | null | undefined;
}

interface Party {
  readonly personId: string | null;
  readonly name: string;
  readonly organisation: string;
}

/**
 * Asks the other party (a corporation, a developer) to sign a case too. Who has an account sees the case from then on and answers;
 * somebody without one is kept by name, and confirms nothing.
 * @throws Forbidden, Refusal.
 */
export async function askCoSigner(
  tx: Transaction,
  viewer: Viewer,
  input: AskCoSigner,
): Promise<{ bottleneckId: string }> {
  const open = await openBottleneck(tx, viewer, input.bottleneckId);
  const decision = mayAct('ASK_CO_SIGNER', open.facts);
  if (!decision.allowed) throw new Forbidden(decision.reason);
  const check = new InputCheck();
  const party = input.personId == null ? externalParty(check, input) : await partyWithAccount(open, check, input);
  await checkRoom(open, check, party);
  check.done();

  const { personId } = party;
  tx.em.create(CoSigner, {
    id: tx.newId(),
    bottleneckId: open.row.id,
    personId,
    externalName: personId === null ? party.name : '',
    externalOrganisation: party.organisation,
    state: personId === null ? 'UNCONFIRMED' : 'ASKED',
    askedById: viewer.personId,
    askedAt: tx.now,
    answeredAt: null,
    reason: '',
  });
  if (personId !== null) await letSee(tx, open.row.id, personId);
  recordEvent(open, 'CO_SIGNER_ASKED', {
    changes: [{ field: 'coSigner', before: null, after: party.name }],
    ...(personId !== null && { beside: { personId } }),
  });
  return { bottleneckId: open.row.id };
}

/** A co-signer sees the case from the draft on. */
export async function letSee(tx: Transaction, bottleneckId: string, personId: string): Promise<void> {
  await tx.em.execute(
    `insert into bottleneck_grant (bottleneck_id, person_id, kind) values (?, ?, 'CO_SIGNER') on conflict do nothing`,
    [bottleneckId, personId],
  );
}

function externalParty(check: InputCheck, input: AskCoSigner): Party {
  const rule = { min: 1, max: bottleneckLimits.lineMax, singleLine: true };
  const name = check.text('externalName', input.externalName ?? '', rule);
  const organisation = check.text('externalOrganisation', input.externalOrganisation ?? '', rule);
  return { personId: null, name, organisation };
}

async function partyWithAccount(
  { tx, row }: OpenBottleneck,
  check: InputCheck,
  { personId, externalName, externalOrganisation }: AskCoSigner,
): Promise<Party> {
  if (externalName || externalOrganisation) check.refuse('personId', 'ONE_KIND_OF_CO_SIGNER');
  const id = uuidOf('Person', personId ?? '');
  const person = id === null ? undefined : (await peopleFor(tx.em, row.id, [id])).get(id);
  if (!person) check.refuse('personId', 'UNKNOWN_PERSON');
  else if (person.excluded) check.refuse('personId', 'PERSON_EXCLUDED');
  else if (person.id === row.ownerId || person.id === row.filerId)
    check.refuse('personId', 'CO_SIGNER_IS_OWNER', { name: person.name });
  return { personId: person?.id ?? null, name: person?.name ?? '', organisation: '' };
}

async function checkRoom({ tx, row }: OpenBottleneck, check: InputCheck, party: Party): Promise<void> {
  const parties = await tx.em.execute<{ personId: string | null }[]>(
    `select person_id as "personId" from co_signer where bottleneck_id = ? and state in ('ASKED', 'SIGNED', 'UNCONFIRMED')`,
    [row.id],
  );
  if (parties.length >= coSignLimits.partiesMax) check.refuse('personId', 'TOO_MANY', { max: coSignLimits.partiesMax });
  if (party.personId !== null && parties.some(({ personId }) => personId === party.personId))
    check.refuse('personId', 'ALREADY_CO_SIGNER', { name: party.name });
}
