import { graphEnum } from '../../platform/graphql/graph-enum.ts';

export type ProjectKind = 'REAL_PUBLIC' | 'DEMO_FICTIONAL';
export type ProjectPhase = 'INITIATIVE' | 'DEFINITION' | 'DEVELOPMENT' | 'BUILDING_PLAN' | 'REALISATION' | 'UNKNOWN';
export type ProjectTypeCode = 'INNER_CITY_TRANSFORMATION' | 'EXPANSION' | 'RESTRUCTURING' | 'SMALL_SCALE' | 'OTHER';
export type KeyProjectStatus = 'YES' | 'PROBABLY' | 'UNKNOWN' | 'NO' | 'DEMO';
export type ProjectOrder = 'NAME' | 'HOMES_WAITING_DESC' | 'HOMES_DESC' | 'MUNICIPALITY';

export const ProjectKindEnum = graphEnum<ProjectKind>('ProjectKind', 'Whether a project exists.', {
  REAL_PUBLIC: 'A real project: public register data only, never an invented bottleneck.',
  DEMO_FICTIONAL: 'An invented project for the demo.',
});

export const ProjectPhaseEnum = graphEnum<ProjectPhase>(
  'ProjectPhase',
  'How far a project has come in the planning process.',
  {
    INITIATIVE: 'Initiative (initiatief).',
    DEFINITION: 'Definition (definitie).',
    DEVELOPMENT: 'Development (ontwikkel).',
    BUILDING_PLAN: 'Building plan (bouwplan).',
    REALISATION: 'Realisation (realisatie).',
    UNKNOWN: 'Not known.',
  },
);

export const ProjectTypeEnum = graphEnum<ProjectTypeCode>('ProjectType', 'What kind of building a project is.', {
  INNER_CITY_TRANSFORMATION: 'Transformation inside the town.',
  EXPANSION: 'Expansion outside the town.',
  RESTRUCTURING: 'Restructuring of what stands there.',
  SMALL_SCALE: 'A few homes in a village.',
  OTHER: 'Any other kind.',
});

export const KeyProjectStatusEnum = graphEnum<KeyProjectStatus>(
  'KeyProjectStatus',
  'Whether a project is a key project, to whose fast delivery all have committed.',
  {
    YES: 'It is.',
    PROBABLY: 'It is named as such, but no official list confirms it.',
    UNKNOWN: 'Not known.',
    NO: 'It is not.',
    DEMO: 'Marked as one for the demo only.',
  },
);

export const ProjectOrderEnum = graphEnum<ProjectOrder>('ProjectOrder', 'The order of a list of projects.', {
  NAME: 'By name.',
  HOMES_WAITING_DESC: 'Most homes that wait first, as far as the viewer may see.',
  HOMES_DESC: 'Most homes first; unknown numbers last.',
  MUNICIPALITY: 'By municipality, then by name.',
});
