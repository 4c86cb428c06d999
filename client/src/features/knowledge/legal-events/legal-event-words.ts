import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { LegalEventKind, NoteReviewState } from '../../../generated/graphql.ts';

export const kindWords: Readonly<Record<LegalEventKind, MessageDescriptor>> = {
  RULING: msg`uitspraak`,
  LAW: msg`wet of regel`,
  TOOL: msg`rekenmodel`,
  POLICY: msg`beleid`,
};

export const reviewWords: Readonly<Record<NoteReviewState, MessageDescriptor>> = {
  TO_REVIEW: msg`wacht op een oordeel`,
  CONFIRMED: msg`klopt nog`,
  ADAPTED: msg`aangepast`,
  ARCHIVED: msg`gearchiveerd`,
};
