import type { NoteStatus, Validity } from '@versnellingstafel/shared/knowledge/validity';
import { graphEnum } from '../../platform/graphql/graph-enum.ts';

export type KnowledgeNoteOrder = 'TITLE' | 'UPDATED_DESC' | 'REVIEW_BY';

export const NoteStatusEnum = graphEnum<NoteStatus>('NoteStatus', 'How far a note has come.', {
  DRAFT: 'Written, and nobody has vouched for it yet (or the text changed since).',
  VALIDATED: 'A validator other than the author vouched for it.',
  REVIEW_DUE: 'It has to be looked at again, for example because the law changed.',
  ARCHIVED: 'Out of use; links to it keep working.',
});

export const ValidityEnum = graphEnum<Validity>(
  'Validity',
  'Is it safe to use today: VALIDATED and before reviewBy = USABLE; not validated or review near (30 days) = CHECK_FIRST; past reviewBy or archived = EXPIRED.',
  {
    USABLE: 'Safe to use today.',
    CHECK_FIRST: 'Nobody vouched for it, or its review is near: check before use.',
    EXPIRED: 'Past its review date, or archived: do not rest on it.',
  },
);

export const KnowledgeNoteOrderEnum = graphEnum<KnowledgeNoteOrder>(
  'KnowledgeNoteOrder',
  'In which order notes are listed.',
  {
    TITLE: 'By title.',
    UPDATED_DESC: 'The one that changed last first.',
    REVIEW_BY: 'The one that has to be reviewed first, first.',
  },
);
