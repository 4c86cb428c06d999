/** Roles that a person holds in an organisation. */
export const organisationRoles = [
  'PROJECT_LEADER',
  'STAFF',
  'CIVIL_OWNER',
  'POLITICAL_OWNER',
  'FUNCTIONAL_ADMINISTRATOR',
  'KNOWLEDGE_EDITOR',
  'VALIDATOR',
] as const;
export type OrganisationRole = (typeof organisationRoles)[number];

export const organisationKinds = [
  'MUNICIPALITY',
  'PROVINCE',
  'HOUSING_CORPORATION',
  'DEVELOPER',
  'WATER_BOARD',
  'STATE',
  'CHAIR_POOL',
  'OTHER',
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** Public bodies see confidential cases of the table they sit at; market parties do not. */
export function isPublicBody(kind: OrganisationKind): boolean {
  return (
    kind === 'MUNICIPALITY' ||
    kind === 'PROVINCE' ||
    kind === 'WATER_BOARD' ||
    kind === 'STATE' ||
    kind === 'CHAIR_POOL'
  );
}
