import type { Confidentiality } from '@versnellingstafel/shared/bottlenecks/states';
import { graphEnum } from '../../platform/graphql/graph-enum.ts';

/** Stands here because a theme has a default; bottlenecks and notes use the same. */
export const ConfidentialityEnum = graphEnum<Confidentiality>(
  'Confidentiality',
  'Who may see a bottleneck or a note.',
  {
    PUBLIC: 'Every signed-in person.',
    REGIONAL: 'Participants of any table of the region, and its civil and political owners.',
    CONFIDENTIAL: 'Its own people, and members from public bodies of the table that holds it.',
  },
);
