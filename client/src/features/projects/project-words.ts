import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { KeyProjectStatus, ProjectPhase, ProjectType } from '../../generated/graphql.ts';

/** The phases of the plan process, as they stand behind a project. */
export const phaseLabels: Readonly<Record<ProjectPhase, MessageDescriptor>> = {
  INITIATIVE: msg`initiatief`,
  DEFINITION: msg`definitie`,
  DEVELOPMENT: msg`ontwikkeling`,
  BUILDING_PLAN: msg`bouwplan`,
  REALISATION: msg`realisatie`,
  UNKNOWN: msg`niet bekend`,
};

/** What kind of building it is. */
export const projectTypeLabels: Readonly<Record<ProjectType, MessageDescriptor>> = {
  INNER_CITY_TRANSFORMATION: msg`binnenstedelijke transformatie`,
  EXPANSION: msg`uitleg`,
  RESTRUCTURING: msg`herstructurering`,
  SMALL_SCALE: msg`kleinschalig`,
  OTHER: msg`anders`,
};

const keyProjectLabels: Readonly<Partial<Record<KeyProjectStatus, MessageDescriptor>>> = {
  YES: msg`sleutelproject`,
  PROBABLY: msg`waarschijnlijk sleutelproject`,
  DEMO: msg`sleutelproject`,
};

/** The mark of a key project; undefined for a project that is none, as far as the register knows. */
export const keyProjectLabel = (status: KeyProjectStatus): MessageDescriptor | undefined => keyProjectLabels[status];
