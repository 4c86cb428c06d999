import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  escalate,
  type EscalationCast,
  escalationCast,
  readCase,
  stepOn,
  takeStep,
} from '../../../testing/escalation-cast.ts';
import type { AnswerData } from '../../../testing/graph-client.ts';
import { makeMeeting, type MadeMeeting } from '../../../testing/meeting-factory.ts';
import { testApp } from '../../../testing/test-app.ts';

let cast: EscalationCast;
let meeting: MadeMeeting;
let sent: AnswerData;
beforeAll(async () => {
  cast = await escalationCast(await testApp({ now: new Date('2026-11-25T10:00:00Z') }));
});
afterAll(() => cast.app.close());
beforeEach(async () => {
  meeting = await makeMeeting(cast.app, cast.make, { table: cast.province, by: cast.who.provinceSecretary });
  const made = await cast.bottleneck({ state: 'IN_PROGRESS' });
  await escalate(cast.as('secretary'), made);
  [sent] = (await readCase(cast.of('provinceSecretary'), made)).escalations;
});

const accept = (part: 'provinceSecretary' | 'deputy', more: object = {}) =>
  stepOn(cast.of(part), 'acceptEscalation', sent, { meetingId: meeting.globalId, ...more });
const agenda = async (): Promise<AnswerData[]> =>
  (
    await cast
      .of('provinceSecretary')
      .run('query ($id: ID!) { meeting(id: $id) { items { title subjects { ... on Bottleneck { id state } } } } }', {
        id: meeting.globalId,
      })
  ).meeting.items;
const refused = async (answering: ReturnType<typeof accept>) => {
  const { data, errors } = await answering;
  expect(errors).toEqual([]);
  return data.acceptEscalation.problems.map(({ code, path }: AnswerData) => [code, path.at(-1)]);
};

test('accepted, it stands on the agenda of the meeting, and stays escalated', async () => {
  const { data } = await accept('provinceSecretary');
  expect(data.acceptEscalation).toMatchObject({ problems: [], escalation: { state: 'ACCEPTED' } });
  expect(await agenda()).toMatchObject([
    { title: 'Het net is vol', subjects: [{ id: sent.bottleneck.id, state: 'ESCALATED' }] },
  ]);
  // Undone, it goes off again.
  const { escalation } = await takeStep(
    cast.of('provinceSecretary'),
    'undoEscalationStep',
    data.acceptEscalation.escalation,
  );
  expect([escalation.state, await agenda()]).toEqual(['SENT', []]);
});

test('not on an agenda that one does not prepare, of another table, over, or not there', async () => {
  // Who holds the mandate accepts, and leaves the agenda to its secretary; a draft is none of theirs.
  expect(await refused(accept('deputy'))).toEqual([['NOT_FOUND', 'meetingId']]);
  const known = { table: cast.province, by: cast.who.provinceSecretary, state: 'PUBLISHED' } as const;
  const published = await makeMeeting(cast.app, cast.make, known);
  const { errors } = await accept('deputy', { meetingId: published.globalId });
  expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
  await cast.make.seat(cast.west, cast.who.provinceSecretary, 'SECRETARY');
  const west = await makeMeeting(cast.app, cast.make, { table: cast.west, by: cast.people.secretary });
  expect(await refused(accept('provinceSecretary', { meetingId: west.globalId }))).toEqual([
    ['OTHER_TABLE_MEETING', 'meetingId'],
  ]);
  await cast.make.unseat(cast.west, cast.who.provinceSecretary);
  for (const meetingId of [west.globalId, 'Meeting_x', sent.id])
    expect(await refused(accept('provinceSecretary', { meetingId }))).toEqual([['NOT_FOUND', 'meetingId']]);
  const past = { startsAt: new Date('2026-11-20T10:00:00Z'), by: cast.who.provinceSecretary };
  const over = await makeMeeting(cast.app, cast.make, { table: cast.province, ...past });
  expect(await refused(accept('provinceSecretary', { meetingId: over.globalId }))).toEqual([
    ['MEETING_OVER', 'meetingId'],
  ]);
  expect(await agenda()).toEqual([]);
  const { escalations } = await readCase(cast.of('deputy'), {
    globalId: sent.bottleneck.id,
    id: '',
    number: '',
  });
  expect(escalations[0].state).toBe('SENT');
});

test('not twice on the same agenda', async () => {
  const { data } = await accept('provinceSecretary');
  expect(data.acceptEscalation.problems).toEqual([]);
  await cast.app.database
    .fork()
    .execute(`update escalation set state = 'SENT', version = ? where bottleneck_id = ?`, [
      sent.version,
      sent.bottleneck.id.replace('Bottleneck_', ''),
    ]);
  expect(await refused(accept('provinceSecretary'))).toEqual([['ALREADY_ON_AGENDA', 'meetingId']]);
});
