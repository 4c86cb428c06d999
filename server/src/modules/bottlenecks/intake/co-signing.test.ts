import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cast, bottleneckCast, type Part } from '../../../../testing/bottleneck-cast.ts';
import { grant, type MadeBottleneck } from '../../../../testing/bottleneck-factory.ts';
import { makeMeeting } from '../../../../testing/meeting-factory.ts';
import { testApp } from '../../../../testing/test-app.ts';
import { globalId } from '../../../platform/graphql/global-id.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await bottleneckCast(await testApp({ now: new Date('2026-11-25T10:00:00Z') }));
});
afterAll(() => cast.app.close());

const parties = `coSigners { id name organisation state reason person { id } viewerCan { verb allowed } }`;
const payload = `{ problems { code message path } bottleneck { id version ${parties} timeline { edges { node { type remark } } } } }`;
const ask = `mutation ($input: AskCoSignerInput!) { askCoSigner(input: $input) ${payload} }`;
const sign = `mutation ($input: CoSignerInput!) { coSign(input: $input) ${payload} }`;
const decline = `mutation ($input: DeclineCoSignInput!) { declineCoSign(input: $input) ${payload} }`;
const withdraw = `mutation ($input: CoSignerInput!) { withdrawCoSigner(input: $input) ${payload} }`;
const seen = `query ($id: ID!) { node(id: $id) { ... on Bottleneck { id ${parties} } } }`;

const person = (part: Part) => globalId('Person', cast.people[part].id);
const askFor = async (made: MadeBottleneck, input: object, as: Part = 'filer') =>
  (await cast.as(as).run(ask, { input: { bottleneckId: made.globalId, ...input } })).askCoSigner;
const sees = async (part: Part, made: MadeBottleneck) =>
  (await cast.as(part).run(seen, { id: made.globalId })).node !== null;

describe('the other party signs', () => {
  test('sees the draft, signs it, and everybody sees that', async () => {
    const made = await cast.bottleneck({ state: 'DRAFT' });
    expect(await sees('stranger', made)).toBe(false);
    const asked = await askFor(made, { personId: person('stranger') });
    expect(asked.problems).toEqual([]);
    expect(asked.bottleneck.coSigners).toMatchObject([{ name: 'Vreemd', state: 'ASKED' }]);
    const { node } = await cast.as('stranger').run(seen, { id: made.globalId });
    const [mine] = node.coSigners;
    expect(mine.viewerCan).toEqual([
      { verb: 'SIGN', allowed: true },
      { verb: 'DECLINE', allowed: true },
      { verb: 'WITHDRAW', allowed: true },
    ]);
    const { coSign } = await cast.as('stranger').run(sign, { input: { coSignerId: mine.id } });
    expect(coSign.bottleneck.coSigners).toMatchObject([{ state: 'SIGNED' }]);
    const again = await cast.as('stranger').run(sign, { input: { coSignerId: mine.id } });
    expect(again.coSign.problems).toMatchObject([{ code: 'CO_SIGN_ANSWERED', path: ['input', 'coSignerId'] }]);
  });

  test('hears that it is asked, also about a draft', async () => {
    const made = await cast.bottleneck({ state: 'DRAFT' });
    await askFor(made, { personId: person('reader') });
    await cast.app.platform.streams.drain();
    const { inbox } = await cast.as('reader').run('{ inbox { edges { node { reason event { type } } } } }');
    expect(inbox.edges[0].node).toEqual({ reason: 'CO_SIGNER', event: { type: 'CO_SIGNER_ASKED' } });
  });

  test('does not sign, with a reason, and loses sight of the draft', async () => {
    const made = await cast.bottleneck({ state: 'DRAFT' });
    const { bottleneck } = await askFor(made, { personId: person('stranger') });
    const coSignerId = bottleneck.coSigners[0].id;
    const bare = await cast.as('stranger').run(decline, { input: { coSignerId, reason: ' ' } });
    expect(bare.declineCoSign.problems).toMatchObject([{ code: 'REQUIRED', path: ['input', 'reason'] }]);
    const said = await cast.as('stranger').run(decline, { input: { coSignerId, reason: 'Niet ons plan.' } });
    expect(said.declineCoSign).toMatchObject({ problems: [], bottleneck: null });
    expect(await sees('stranger', made)).toBe(false);
    const { node } = await cast.as('filer').run(seen, { id: made.globalId });
    expect(node.coSigners).toMatchObject([{ state: 'DECLINED', reason: 'Niet ons plan.' }]);
    expect((await askFor(made, { personId: person('stranger') })).problems).toEqual([]);
  });

  test('is kept by name without an account, and confirms nothing', async () => {
    const made = await cast.bottleneck({ state: 'SUBMITTED' });
    const { bottleneck } = await askFor(made, { externalName: 'Jo', externalOrganisation: 'Stichting Wonen' });
    expect(bottleneck.coSigners).toMatchObject([
      { name: 'Jo', organisation: 'Stichting Wonen', state: 'UNCONFIRMED', person: null },
    ]);
    const gone = await cast.as('secretary').run(withdraw, { input: { coSignerId: bottleneck.coSigners[0].id } });
    expect(gone.withdrawCoSigner.bottleneck.coSigners).toEqual([]);
  });

  test('holds up the agenda until there is an answer', async () => {
    const made = await cast.bottleneck({ state: 'TRIAGE' });
    const { bottleneck } = await askFor(made, { personId: person('market') });
    const meeting = await makeMeeting(cast.app, cast.make, { table: cast.west, by: cast.people.secretary });
    const schedule = `mutation ($input: ScheduleBottleneckInput!) { scheduleBottleneck(input: $input) { problems { code message path } } }`;
    const plan = async () => {
      const input = {
        bottleneckId: made.globalId,
        expectedVersion: 1,
        meetingId: globalId('Meeting', meeting.id),
        ask: 'Wat doen we?',
      };
      return (await cast.as('secretary').run(schedule, { input })).scheduleBottleneck.problems;
    };
    expect(await plan()).toMatchObject([{ code: 'WAITING_FOR_CO_SIGNER', message: expect.stringContaining('Mara') }]);
    await cast.as('market').run(sign, { input: { coSignerId: bottleneck.coSigners[0].id } });
    expect(await plan()).toEqual([]);
  });
});

describe('asking is refused', () => {
  test('for who may not, and for a case that is not theirs', async () => {
    const made = await cast.bottleneck({ state: 'SUBMITTED' });
    const as = (part: Part, id = made.globalId) =>
      cast.as(part).answer(ask, { input: { bottleneckId: id, personId: person('reader') } });
    expect((await as('participant')).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    for (const id of [made.globalId, globalId('Bottleneck', '00000000-0000-7000-8000-000000000000')]) {
      const { data } = await as('twente', id);
      expect(data.askCoSigner.problems).toMatchObject([{ code: 'UNKNOWN_BOTTLENECK' }]);
    }
  });

  test('of somebody who cannot be one', async () => {
    const made = await cast.bottleneck({ state: 'SUBMITTED' });
    await grant(cast.app, made, cast.people.reader, 'EXCLUDED');
    const codes = async (input: object) =>
      (await askFor(made, input)).problems.map(({ code }: { code: string }) => code);
    expect(await codes({ personId: person('filer') })).toEqual(['CO_SIGNER_IS_OWNER']);
    expect(await codes({ personId: person('reader') })).toEqual(['PERSON_EXCLUDED']);
    expect(await codes({ personId: 'Person_x' })).toEqual(['UNKNOWN_PERSON']);
    expect(await codes({})).toEqual(['REQUIRED', 'REQUIRED']);
    expect(await codes({ externalName: 'Jo' })).toEqual(['REQUIRED']);
    expect(await codes({ personId: person('market'), externalName: 'Jo' })).toEqual(['ONE_KIND_OF_CO_SIGNER']);
    expect(await codes({ personId: person('market') })).toEqual([]);
    expect(await codes({ personId: person('market') })).toEqual(['ALREADY_CO_SIGNER']);
  });

  test('after ten parties', async () => {
    const made = await cast.bottleneck({ state: 'SUBMITTED' });
    for (let count = 0; count < 10; count++) {
      await askFor(made, { externalName: `Jo ${count}`, externalOrganisation: 'Wonen' });
    }
    const { problems } = await askFor(made, { externalName: 'Jo', externalOrganisation: 'Wonen' });
    expect(problems).toMatchObject([{ code: 'TOO_MANY' }]);
  });
});

test('nobody answers for another, and a party of a case that is not theirs is not there', async () => {
  const made = await cast.bottleneck({ state: 'SUBMITTED' });
  const { bottleneck } = await askFor(made, { personId: person('market') });
  const coSignerId = bottleneck.coSigners[0].id;
  for (const document of [sign, withdraw]) {
    const { errors } = await cast.as('participant').answer(document, { input: { coSignerId } });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  }
  const unknown = globalId('CoSigner', '00000000-0000-7000-8000-000000000000');
  for (const id of [coSignerId, unknown, 'CoSigner_x']) {
    const { coSign } = await cast.as('twente').run(sign, { input: { coSignerId: id } });
    expect(coSign.problems).toMatchObject([{ code: 'UNKNOWN_CO_SIGNER', path: ['input', 'coSignerId'] }]);
  }
});
