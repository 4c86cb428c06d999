import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cast, bottleneckCast } from '../../../../testing/bottleneck-cast.ts';
import { idsOf, patternDocument, patternSteps, patternText, versionOf } from '../../../../testing/pattern-steps.ts';
import { testApp } from '../../../../testing/test-app.ts';
import { globalId } from '../../../platform/graphql/global-id.ts';

let cast: Cast;
let steps: ReturnType<typeof patternSteps>;
beforeAll(async () => {
  cast = await bottleneckCast(await testApp({ now: new Date('2026-11-25T10:00:00Z') }));
  steps = patternSteps(cast);
});
afterAll(() => cast.app.close());

const west = () => globalId('AccelerationTable', cast.west.id);

describe('making a pattern', () => {
  test('takes two open cases of the table, and says what is wrong with others', async () => {
    const [one, two] = await steps.cases(2);
    const [elsewhere] = await steps.cases(1, { table: cast.province, confidentiality: 'PUBLIC' });
    const [solved] = await steps.cases(1, { state: 'RESOLVED' });
    const [hidden] = await steps.cases(1, { table: cast.twente, confidentiality: 'CONFIDENTIAL' });
    if (!one || !two || !elsewhere || !solved || !hidden) throw new Error('Five cases were made.');
    const make = (bottleneckIds: string[], more = {}) =>
      steps.refused('makePattern', { tableId: west(), ...patternText, bottleneckIds, ...more });
    expect(await make([one.globalId])).toEqual([{ code: 'PATTERN_TOO_FEW', path: ['input', 'bottleneckIds'] }]);
    expect(await make([one.globalId, one.globalId])).toMatchObject([{ code: 'PATTERN_TOO_FEW' }]);
    expect(await make([one.globalId, elsewhere.globalId])).toEqual([
      { code: 'PATTERN_OTHER_TABLE', path: ['input', 'bottleneckIds', '1'] },
    ]);
    expect(await make([one.globalId, solved.globalId])).toMatchObject([{ code: 'PATTERN_CASE_NOT_OPEN' }]);
    const unknown = [{ code: 'UNKNOWN_BOTTLENECK', path: ['input', 'bottleneckIds', '1'] }];
    expect(await make([one.globalId, hidden.globalId])).toEqual(unknown);
    expect(await make([one.globalId, globalId('Bottleneck', crypto.randomUUID())])).toEqual(unknown);
    expect(await make([one.globalId, 'onzin'])).toEqual(unknown);
    expect(await make([one.globalId, two.globalId], { title: 'Kort', problem: ' ' })).toEqual([
      { code: 'TOO_SHORT', path: ['input', 'title'] },
      { code: 'REQUIRED', path: ['input', 'problem'] },
    ]);
    expect(await make(Array.from({ length: 201 }, () => globalId('Bottleneck', crypto.randomUUID())))).toContainEqual({
      code: 'TOO_MANY',
      path: ['input', 'bottleneckIds'],
    });

    const made = await steps.group([one, two]);
    expect(made.number).toMatch(/^PT-2026-\d{3}$/);
    expect(await make([one.globalId, two.globalId])).toMatchObject([
      { code: 'IN_OTHER_PATTERN' },
      { code: 'IN_OTHER_PATTERN' },
    ]);
  });

  test('is for chair and secretary of that table', async () => {
    const bottleneckIds = idsOf(await steps.cases(2));
    for (const part of ['participant', 'twente', 'stranger'] as const) {
      const answer = await cast
        .as(part)
        .answer(patternDocument('makePattern'), { input: { tableId: west(), ...patternText, bottleneckIds } });
      expect(answer.errors, part).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
    for (const tableId of ['onzin', globalId('AccelerationTable', crypto.randomUUID())])
      expect(await steps.refused('makePattern', { tableId, ...patternText, bottleneckIds })).toMatchObject([
        { code: 'UNKNOWN_TABLE' },
      ]);
  });
});

describe('changing a pattern', () => {
  test('other words, more cases, fewer cases; the timeline of each case says so', async () => {
    const [one, two, three] = await steps.cases(3);
    if (!one || !two || !three) throw new Error('Three cases were made.');
    const made = await steps.group([one, two]);
    const edited = await steps.take('editPattern', { ...versionOf(made), title: 'Stikstof, en niets anders' });
    expect(edited.pattern).toMatchObject({ title: 'Stikstof, en niets anders', problem: patternText.problem });
    const same = await steps.take('editPattern', { ...versionOf(edited.pattern), title: 'Stikstof, en niets anders' });
    expect(same.pattern.version).toBe(edited.pattern.version);
    expect(await steps.refused('editPattern', { ...versionOf(edited.pattern), title: 'X' })).toMatchObject([
      { code: 'TOO_SHORT' },
    ]);

    const added = await steps.take('addToPattern', {
      ...versionOf(edited.pattern),
      bottleneckIds: idsOf([two, three]),
    });
    expect(added.pattern.bottlenecks).toHaveLength(3);
    const again = await steps.take('addToPattern', { ...versionOf(added.pattern), bottleneckIds: idsOf([three]) });
    expect(again.pattern.version).toBe(added.pattern.version);
    expect(await steps.refused('addToPattern', { ...versionOf(added.pattern), bottleneckIds: [] })).toMatchObject([
      { code: 'REQUIRED' },
    ]);
    const removed = await steps.take('removeFromPattern', { ...versionOf(added.pattern), bottleneckIds: idsOf([one]) });
    expect(removed.pattern.bottlenecks).toHaveLength(2);
    for (const bottleneckIds of [idsOf([one]), ['onzin']])
      expect(await steps.refused('removeFromPattern', { ...versionOf(removed.pattern), bottleneckIds })).toMatchObject([
        { code: 'NOT_IN_PATTERN' },
      ]);
    expect(
      await steps.refused('removeFromPattern', { ...versionOf(removed.pattern), bottleneckIds: [] }),
    ).toMatchObject([{ code: 'REQUIRED' }]);
    const told = `query ($id: ID!) { node(id: $id) { ... on Bottleneck { pattern { id } timeline { edges { node { type changes { field before after } } } } } } }`;
    const { node } = await cast.as('filer').run(told, { id: one.globalId });
    expect(node.pattern).toBeNull();
    expect(node.timeline.edges.map((edge: { node: object }) => edge.node)).toEqual([
      { type: 'PATTERN_REDUCED', changes: [{ field: 'pattern', before: made.number, after: null }] },
      { type: 'PATTERN_MADE', changes: [{ field: 'pattern', before: null, after: made.number }] },
    ]);
  });

  test('is dissolved with a reason, and its cases are free again', async () => {
    const members = await steps.cases(2);
    const made = await steps.group(members);
    expect(await steps.refused('dissolvePattern', { ...versionOf(made), reason: ' ' })).toEqual([
      { code: 'REQUIRED', path: ['input', 'reason'] },
    ]);
    const done = await steps.take('dissolvePattern', { ...versionOf(made), reason: 'Toch twee problemen.' });
    expect(done.pattern).toMatchObject({ state: 'DISSOLVED' });
    expect(done.pattern.timeline.edges[0].node).toMatchObject({ remark: 'Toch twee problemen.' });
    expect(await steps.group(members)).toMatchObject({ state: 'OPEN' });
    for (const verb of [
      'editPattern',
      'addToPattern',
      'removeFromPattern',
      'resolvePattern',
      'dissolvePattern',
    ] as const) {
      const more = {
        addToPattern: { bottleneckIds: idsOf(members) },
        removeFromPattern: { bottleneckIds: idsOf(members) },
      };
      const input = {
        ...versionOf(done.pattern),
        ...(verb === 'resolvePattern' ? { resolution: 'Zo.' } : {}),
        ...(verb === 'dissolvePattern' ? { reason: 'Weer.' } : {}),
        ...(verb in more ? { bottleneckIds: idsOf(members) } : {}),
      };
      expect(await steps.refused(verb, input), verb).toEqual([
        { code: 'PATTERN_CLOSED', path: ['input', 'patternId'] },
      ]);
    }
    expect(await steps.refused('undoResolvePattern', versionOf(done.pattern))).toMatchObject([
      { code: 'PATTERN_NOT_RESOLVED' },
    ]);
  });
});

describe('resolving a pattern', () => {
  test('is refused as a whole while a case cannot follow, unless the others may go', async () => {
    const [open, gone] = await steps.cases(2);
    if (!open || !gone) throw new Error('Two cases were made.');
    const made = await steps.group([open, gone]);
    const em = cast.app.platform.database.fork();
    await em.execute(`update bottleneck set state = 'WITHDRAWN' where id = ?`, [gone.id]);
    const input = { ...versionOf(made), resolution: 'Zo mag het.' };
    const stopped = await steps.take('resolvePattern', input);
    expect(stopped.problems).toEqual([{ code: 'PATTERN_MEMBERS_REFUSED', path: ['input', 'allowedOnly'] }]);
    expect(stopped.leftOut).toMatchObject([{ bottleneck: { id: gone.globalId } }]);
    expect(stopped.pattern).toMatchObject({ state: 'OPEN', version: made.version });
    const through = await steps.take('resolvePattern', { ...input, allowedOnly: true });
    expect(through).toMatchObject({ problems: [], pattern: { state: 'RESOLVED' } });
    expect(through.leftOut).toHaveLength(1);
    expect(await steps.refused('undoResolvePattern', versionOf(through.pattern), 'chair')).toMatchObject([
      { code: 'NOTHING_TO_UNDO' },
    ]);
  });

  test('says what is missing or does not belong', async () => {
    const members = await steps.cases(2);
    const made = await steps.group(members);
    const input = { ...versionOf(made), resolution: 'Zo mag het.' };
    expect(await steps.refused('resolvePattern', { ...input, resolution: '' })).toMatchObject([{ code: 'REQUIRED' }]);
    expect(await steps.refused('resolvePattern', { ...input, noteId: 'onzin' })).toMatchObject([
      { code: 'UNKNOWN_NOTE' },
    ]);
    const newNote = { title: 'Extern salderen', summary: 'Zo gaat het.', themeCodes: ['NETCONGESTIE'] };
    expect(
      await steps.refused('resolvePattern', {
        ...input,
        noteId: globalId('KnowledgeNote', crypto.randomUUID()),
        newNote,
      }),
    ).toContainEqual({ code: 'ONE_NOTE_ONLY', path: ['input', 'noteId'] });
    expect(await steps.refused('resolvePattern', { ...input, leaveOutIds: idsOf(await steps.cases(1)) })).toEqual([
      { code: 'NOT_IN_PATTERN', path: ['input', 'leaveOutIds', '0'] },
    ]);
    expect(await steps.refused('resolvePattern', { ...input, leaveOutIds: idsOf(members) })).toMatchObject([
      { code: 'PATTERN_NOTHING_TO_RESOLVE' },
    ]);
    const wrote = await steps.take('resolvePattern', { ...input, newNote });
    expect(wrote.problems).toEqual([]);
    const note = await cast.app.platform.database
      .fork()
      .execute<{ confidentiality: string }[]>(
        'select n.confidentiality from knowledge_note n join pattern p on p.note_id = n.id where p.number = ?',
        [wrote.pattern.number],
      );
    expect(note).toEqual([{ confidentiality: 'REGIONAL' }]);
  });

  test('answers an escalation that it resolves, and takes that back too', async () => {
    const [one, two] = await steps.cases(2, { table: cast.province, state: 'ESCALATED' });
    if (!one || !two) throw new Error('Two cases were made.');
    for (const each of [one, two]) {
      await cast.make.insert('escalation', {
        bottleneck_id: each.id,
        from_table_id: cast.west.id,
        to_table_id: cast.province.id,
        reason: 'Boven onze macht.',
        sent_at: new Date('2026-11-01T10:00:00Z'),
        state: 'ACCEPTED',
        drafted_at: new Date('2026-11-01T10:00:00Z'),
      });
    }
    const tableId = globalId('AccelerationTable', cast.province.id);
    const { pattern } = await steps.take(
      'makePattern',
      { tableId, ...patternText, bottleneckIds: idsOf([one, two]) },
      'provincialChair',
    );
    const done = await steps.take('resolvePattern', { ...versionOf(pattern), resolution: 'Mag.' }, 'provincialChair');
    expect(done.problems).toEqual([]);
    const look = () =>
      cast.app.platform.database.fork().execute(
        `select b.state, b.held_by_id = ? as home, e.state as answered from bottleneck b join escalation e on e.bottleneck_id = b.id
           where b.id in (?, ?)`,
        [cast.west.id, one.id, two.id],
      );
    expect(await look()).toEqual([
      { state: 'RESOLVED', home: true, answered: 'ANSWERED' },
      { state: 'RESOLVED', home: true, answered: 'ANSWERED' },
    ]);
    const back = await steps.take('undoResolvePattern', versionOf(done.pattern), 'provincialChair');
    expect(back).toMatchObject({ problems: [], leftOut: [] });
    expect(await look()).toEqual([
      { state: 'ESCALATED', home: false, answered: 'ACCEPTED' },
      { state: 'ESCALATED', home: false, answered: 'ACCEPTED' },
    ]);
  });
});
