import { agendaLimits } from '@versnellingstafel/shared/meetings/agenda';
import type { InputCheck } from '../../platform/commands/input-check.ts';
import { arrayLiteral } from '../../platform/database/array-literal.ts';
import { uuidOf } from '../../platform/graphql/global-id.ts';
import type { SqlPart } from '../../platform/graphql/keyset-page.ts';
import type { Reference } from '../../platform/streams/event.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';
import { visibleBottlenecks } from '../bottlenecks/bottlenecks.module.ts';
import { noteKind, visibleNotes } from '../knowledge/knowledge.module.ts';
import type { Viewer } from '../people/people.module.ts';
import type { PublishedItem } from './meeting.entity.ts';

export interface SubjectsInput {
  bottleneckIds?: readonly string[] | null | undefined;
  noteIds?: readonly string[] | null | undefined;
}

/**
 * What a new item is about: cases (not drafts) and notes that the viewer may see and that stand not on this agenda yet.
 * Cases come before notes, each once.
 */
export async function checkSubjects(
  tx: Transaction,
  viewer: Viewer,
  check: InputCheck,
  input: SubjectsInput,
  agenda: readonly PublishedItem[],
): Promise<Reference[]> {
  const onAgenda = new Set(agenda.flatMap((item) => item.subjects.map((subject) => subject.id)));
  const bottlenecks = await known(
    tx,
    `select b.id from bottleneck b where b.state <> 'DRAFT' and b.id = any(?::uuid[]) and `,
    visibleBottlenecks(viewer, 'b'),
    uuids('Bottleneck', input.bottleneckIds),
  );
  const notes = await known(
    tx,
    'select n.id from knowledge_note n where n.id = any(?::uuid[]) and ',
    visibleNotes(viewer, 'n'),
    uuids('KnowledgeNote', input.noteIds),
  );
  const checkList = (field: 'bottleneckIds' | 'noteIds', type: string, found: ReadonlySet<string>): string[] =>
    check.atMost(field, [...new Set(input[field] ?? [])], agendaLimits.subjectsMax).map((given, index) => {
      const id = uuidOf(type, given);
      if (id === null || !found.has(id))
        check.refuse(field, field === 'noteIds' ? 'UNKNOWN_NOTE' : 'UNKNOWN_BOTTLENECK', {}, String(index));
      else if (field === 'bottleneckIds' && onAgenda.has(id))
        check.refuse(field, 'ALREADY_ON_AGENDA', {}, String(index));
      return id ?? '';
    });
  return [
    ...checkList('bottleneckIds', 'Bottleneck', bottlenecks).map((id) => ({ kind: 'bottleneck', id })),
    ...checkList('noteIds', 'KnowledgeNote', notes).map((id) => ({ kind: noteKind, id })),
  ];
}

function uuids(type: string, ids: readonly string[] | null | undefined): string[] {
  return (ids ?? []).slice(0, agendaLimits.subjectsMax + 1).flatMap((id) => uuidOf(type, id) ?? []);
}

async function known(
  tx: Transaction,
  select: string,
  visible: SqlPart,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.em.execute<{ id: string }[]>(select + visible.sql, [arrayLiteral(ids), ...visible.params]);
  return new Set(rows.map((row) => row.id));
}
