import { personId, projectId, tableId } from './demo-people.ts';
import type { MutationCase } from './mutation-case.ts';

type One = <T>(sql: string, params: unknown[]) => Promise<T>;

/** The next agenda of the west, as it is prepared: suggestions, proposals, guests, who comes, templates, and what is put off. */
export function preparationCases(one: One): readonly MutationCase[] {
  const west = tableId('west').split('_')[1];
  const plain = (mutation: string, by: string, fields: () => Promise<object>, variant?: string): MutationCase => ({
    mutation,
    by,
    ...(variant !== undefined && { variant }),
    variables: async () => ({ input: await fields(), idempotencyKey: crypto.randomUUID() }),
  });
  const meeting = async (place = 0) => {
    const row = await one<{ id: string; version: number }>(
      `select id, version from meeting where table_id = ? and starts_at > '2026-12-01' and state in ('DRAFT', 'PUBLISHED') order by starts_at offset ? limit 1`,
      [west, place],
    );
    return { meetingId: `Meeting_${row.id}`, expectedVersion: row.version };
  };
  const meetingId = async () => ({ meetingId: (await meeting()).meetingId });
  const item = async (title: string) => {
    const { meetingId: id, expectedVersion } = await meeting();
    const row = await one<{ id: string }>('select id from agenda_item where meeting_id = ? and title like ?', [
      id.split('_')[1],
      `${title}%`,
    ]);
    return { itemId: `AgendaItem_${row.id}`, expectedVersion };
  };
  const bottleneck = async (number: string) =>
    (await one<{ id: string }>('select id from bottleneck where number = ?', [number])).id;
  const suggestion = async (number: string) => ({
    ...(await meeting()),
    keys: [`bottleneck:${await bottleneck(number)}`],
  });
  const proposal = async () => {
    const row = await one<{ id: string }>(
      `select id from agenda_proposal where state = 'OPEN' order by proposed_at desc, id desc limit 1`,
      [],
    );
    return { proposalId: `AgendaProposal_${row.id}` };
  };
  const propose = async () => ({
    ...(await meetingId()),
    title: 'Een voorstel, in een paar woorden',
    purpose: 'DECIDE',
    minutes: 10,
    motivation: 'Omdat het nodig is',
    proposedDecision: 'Stem in',
    subjectIds: [`Bottleneck_${await bottleneck('KP-2026-032')}`, projectId('D02')],
  });
  const guest = async () => {
    const row = await one<{ id: string; itemId: string }>(
      'select id, agenda_item_id as "itemId" from agenda_guest where meeting_id = ? order by invited_at desc, id desc limit 1',
      [(await meeting()).meetingId.split('_')[1]],
    );
    const { expectedVersion } = await meeting();
    return { itemId: `AgendaItem_${row.itemId}`, expectedVersion, guestId: `Guest_${row.id}` };
  };
  const template = async () => {
    const row = await one<{ id: string }>('select id from agenda_template order by saved_at desc, id desc limit 1', []);
    return { templateId: `AgendaTemplate_${row.id}` };
  };
  return [
    plain('dropSuggestions', 'secretary-west', () => suggestion('KP-2026-033')),
    plain('restoreSuggestions', 'secretary-west', () => suggestion('KP-2026-033')),
    plain('acceptSuggestions', 'secretary-west', () => suggestion('KP-2026-033')),
    plain('proposeAgendaItem', 'lead-kampen', propose),
    plain('withdrawProposal', 'lead-kampen', proposal),
    plain('proposeAgendaItem', 'lead-kampen', propose, 'again'),
    plain('acceptProposal', 'secretary-west', async () => ({
      ...(await proposal()),
      expectedVersion: (await meeting()).expectedVersion,
      position: 2,
      minutes: 5,
    })),
    plain('returnProposal', 'chair-west', async () => ({
      ...(await proposal()),
      reason: 'Niet nu, in een paar woorden',
    })),
    plain('inviteGuest', 'secretary-west', async () => ({
      ...(await item('Kennisdeling')),
      name: 'Een gast',
      organisation: 'Een organisatie',
      email: 'gast@example.org',
    })),
    plain(
      'inviteGuest',
      'chair-west',
      async () => ({ ...(await item('Kennisdeling')), personId: personId('data-province') }),
      'with an account',
    ),
    plain('removeGuest', 'secretary-west', guest),
    plain('answerInvitation', 'secretary-west', async () => ({
      ...(await meetingId()),
      answer: 'ABSENT',
      substituteId: personId('mobility-province'),
      remark: 'Verlof, in een paar woorden',
      personId: personId('lead-ommen'),
    })),
    plain('saveAgendaTemplate', 'secretary-west', async () => ({ ...(await meetingId()), name: 'Een sjabloon' })),
    plain('useAgendaTemplate', 'secretary-west', async () => ({ ...(await meeting(1)), ...(await template()) })),
    plain('removeAgendaTemplate', 'chair-west', template),
    plain(
      'addAgendaItem',
      'chair-west',
      async () => ({
        ...(await meeting()),
        title: 'Een punt van de voorzitter',
        projectIds: [projectId('D02')],
        meetingIds: [(await meetingId()).meetingId],
        annotation: 'Voor mezelf',
      }),
      'with a note of the chair',
    ),
    plain(
      'editAgendaItem',
      'chair-west',
      async () => ({
        ...(await item('Vervolg: peil')),
        annotation: 'Voor mezelf',
        subjectIds: [`Bottleneck_${await bottleneck('KP-2026-006')}`, projectId('D06')],
      }),
      'with a note of the chair',
    ),
    plain('carryOver', 'secretary-west', async () => ({
      ...(await item('Nieuw: gesloten')),
      toMeetingId: (await meeting(1)).meetingId,
    })),
  ];
}
