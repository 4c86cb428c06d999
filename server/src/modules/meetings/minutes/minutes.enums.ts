import type { AddendumOrigin, AddendumState, MinutesState } from '@versnellingstafel/shared/meetings/minutes';
import { graphEnum } from '../../../platform/graphql/graph-enum.ts';
import type { TextBlock } from '../../../platform/collab/text-blocks.ts';

export const MinutesStateEnum = graphEnum<MinutesState>('MinutesState', 'How far minutes are.', {
  DRAFT: 'Drawn up at closing; chair and secretary finish them.',
  REVIEW: 'They lie with the participants, who remark.',
  ADOPTED: 'Adopted: the text is frozen.',
  PUBLISHED: 'Adopted, and told to all who may see the meeting.',
});

export const TextBlockKindEnum = graphEnum<TextBlock['kind']>('TextBlockKind', 'What a block of text is.', {
  PARAGRAPH: 'A paragraph.',
  HEADING: 'A heading; its level says how deep.',
  BULLET: 'A line of a list; its level says how deep.',
  NUMBERED: 'A line of a numbered list; its level says how deep.',
  QUOTE: 'A quotation.',
});

export const AddendumStateEnum = graphEnum<AddendumState>('AddendumState', 'What became of an addendum.', {
  PROPOSED: 'Chair or secretary have not decided on it yet.',
  ACCEPTED: 'It counts, under its number.',
  RETURNED: 'It does not count; the answer says why.',
});

export const AddendumOriginEnum = graphEnum<AddendumOrigin>('AddendumOrigin', 'Where an addendum comes from.', {
  CORRECTION: 'Something in the adopted text is wrong or missing.',
  OFFLINE_TEXT: 'Text that somebody wrote without a connection and that came after the minutes were adopted.',
});
