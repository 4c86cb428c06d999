import type { AgendaItem } from '../agenda-documents.ts';

export type SubjectKind = 'Bottleneck' | 'KnowledgeNote' | 'Project' | 'Meeting';

/** Something an item is about, with its name; of a meeting the moment it started (ISO), which is said in the reader's language. */
export interface ChosenSubject {
  id: string;
  kind: SubjectKind;
  name: string;
}

/** What an item is about, as chosen subjects. */
export function subjectsOf({ subjects }: Pick<AgendaItem, 'subjects'>): ChosenSubject[] {
  return subjects.map((subject) => {
    switch (subject.__typename) {
      case 'Bottleneck':
      case 'KnowledgeNote':
        return { id: subject.id, kind: subject.__typename, name: subject.title };
      case 'Project':
        return { id: subject.id, kind: subject.__typename, name: subject.name };
      case 'Meeting':
        return { id: subject.id, kind: subject.__typename, name: subject.startsAt };
    }
  });
}

/** The ids of one kind. */
export const idsOfKind = (subjects: readonly ChosenSubject[], kind: SubjectKind): string[] =>
  subjects.filter((subject) => subject.kind === kind).map(({ id }) => id);
