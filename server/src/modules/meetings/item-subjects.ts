import { agendaLimits } from '@versnellingstafel/shared/meetings/agenda';
import type { InputCheck } from '../../platform/commands/input-check.ts';
import { arrayLiteral } from '../../platform/database/array-literal.ts';
import { parseGlobalId, uuidOf } from '../../platform/graphql/global-id.ts';
import type { SqlPart } from '../../platform/graphql/keyset-page.ts';
import type { Reference } from '../../platform/streams/event.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';
import { visibleBottlenecks } from '../bottlenecks/bottlenecks.module.ts';
import { noteKind, visibleNotes } from '../knowledge/knowledge.module.ts';
import type { Viewer } from '../people/people.module.ts';
import type { PublishedItem } from './meeting.entity.ts';
import { visibleMeetings } from './meeting.policy.ts';

type SubjectField = 'bottleneckIds' | 'noteIds' | 'projectIds' | 'meetingIds';
export type SubjectsInput = { readonly [field in SubjectField]?: readonly string[] | null | undefined };

interface SubjectKind {
  readonly field: SubjectField;
  readonly type: string;
  readonly kind: string;
  readonly unknown: 'UNKNOWN_BOTTLENECK' | 'UNKNOWN_NOTE' | 'UNKNOWN_PROJECT' | 'UNKNOWN_MEETING';
  readonly select: string;
  readonly visible: (viewer: Viewer) => SqlPart;
}

/** What an item can be about, in the order in which an item names it. */
const kinds: readonly SubjectKind[] = [
  {
    field: 'bottleneckIds',
    type: 'Bottleneck',
    kind: 'bottleneck',
    unknown: 'UNKNOWN_BOTTLENECK',
    select: `select x.id from bottleneck x where x.state <> 'DRAFT'`,
    visible: (viewer) => visibleBottlenecks(viewer, 'x'),
  },
  {
    field: 'noteIds',
    type: 'KnowledgeNote',
    kind: noteKind,
    unknown: 'UNKNOWN_NOTE',
    select: 'select x.id from knowledge_note x where true',
    visible: (viewer) => visibleNotes(viewer, 'x'),
  },
  {
    field: 'projectIds',
    type: 'Project',
    kind: 'project',
    unknown: 'UNKNOWN_PROJECT',
    select: 'select x.id from project x where true',
    visible: () => ({ sql: 'true', params: [] }),
  },
  {
    field: 'meetingIds',
    type: 'Meeting',
    kind: 'meeting',
    unknown: 'UNKNOWN_MEETING',
    select: 'select x.id from meeting x where true',
    visible: (viewer) => visibleMeetings(viewer, 'x'),
  },
];

/**
 * What a new item is about: cases (not drafts), notes, projects and meetings that the viewer may see, each once. A case stands not on this
 * agenda yet.
 */
export async function checkSubjects(
  tx: Transaction,
  viewer: Viewer,
  check: InputCheck,
  input: SubjectsInput,
  agenda: readonly PublishedItem[],
): Promise<Reference[]> {
  const onAgenda = new Set(agenda.flatMap((item) => item.subjects.map((subject) => subject.id)));
  const subjects: Reference[] = [];
  for (const { field, type, kind, unknown, select, visible } of kinds) {
    const given = check.atMost(field, [...new Set(input[field] ?? [])], agendaLimits.subjectsMax);
    const ids = given.map((id) => uuidOf(type, id));
    const found = await known(tx, select, visible(viewer), ids);
    for (const [index, id] of ids.entries()) {
      if (id === null || !found.has(id)) check.refuse(field, unknown, {}, String(index));
      else if (kind === 'bottleneck' && onAgenda.has(id)) check.refuse(field, 'ALREADY_ON_AGENDA', {}, String(index));
      else subjects.push({ kind, id });
    }
  }
  return subjects;
}

/**
 * What an item is about, of any kind and in the order given.
 * @param agenda other items of the same agenda, on which a case may not stand too.
 */
export async function checkSubjectIds(
  tx: Transaction,
  viewer: Viewer,
  check: InputCheck,
  subjectIds: readonly string[],
  agenda: readonly PublishedItem[] = [],
): Promise<Reference[]> {
  const given = check.atMost('subjectIds', [...new Set(subjectIds)], agendaLimits.subjectsMax);
  const parsed = given.map((id) => parseGlobalId(id));
  const found = new Set<string>();
  for (const { type, select, visible } of kinds) {
    const ids = parsed.flatMap((one) => (one?.type === type ? [one.id] : []));
    for (const id of await known(tx, select, visible(viewer), ids)) found.add(`${type}:${id}`);
  }
  const elsewhere = new Set(agenda.flatMap((item) => item.subjects.map((subject) => subject.id)));
  return parsed.flatMap((one, index): Reference[] => {
    const kind = kinds.find(({ type }) => type === one?.type);
    if (!one || !kind || !found.has(`${one.type}:${one.id}`))
      check.refuse('subjectIds', kind?.unknown ?? 'UNKNOWN_SUBJECT', {}, String(index));
    else if (kind.kind === 'bottleneck' && elsewhere.has(one.id))
      check.refuse('subjectIds', 'ALREADY_ON_AGENDA', {}, String(index));
    else return [{ kind: kind.kind, id: one.id }];
    return [];
  });
}

/** Of these subjects, those that the viewer may see. */
export async function seenSubjects(
  tx: Transaction,
  viewer: Viewer,
  subjects: readonly Reference[],
): Promise<Reference[]> {
  const seen: Reference[] = [];
  for (const { kind, select, visible } of kinds) {
    const of = subjects.filter((subject) => subject.kind === kind);
    const found = await known(
      tx,
      select,
      visible(viewer),
      of.map(({ id }) => id),
    );
    seen.push(...of.filter(({ id }) => found.has(id)));
  }
  return seen;
}

async function known(
  tx: Transaction,
  select: string,
  visible: SqlPart,
  ids: readonly (string | null)[],
): Promise<ReadonlySet<string>> {
  const asked = ids.filter((id) => id !== null);
  if (asked.length === 0) return new Set();
  const rows = await tx.em.execute<{ id: string }[]>(`${select} and x.id = any(?::uuid[]) and ${visible.sql}`, [
    arrayLiteral(asked),
    ...visible.params,
  ]);
  return new Set(rows.map((row) => row.id));
}
