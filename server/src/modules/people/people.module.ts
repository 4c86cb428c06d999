import { loadRows } from '../../platform/graphql/load-rows.ts';
import { Municipality } from './municipality.entity.ts';
import { Organisation } from './organisation.entity.ts';
import { OrganisationQueries } from './organisation.resolver.ts';
import { OrganisationRole, Person } from './person.entity.ts';
import {
  ConflictProblemPeople,
  EventPeople,
  PersonResolver,
  ViewerPayloadResolver,
  ViewerResolver,
} from './person.resolver.ts';
import { MunicipalityResolver, OrganisationResolver, PlaceQueries, RegionResolver } from './place.resolver.ts';
import { Region } from './region.entity.ts';
import { PersonaResolver, SignInResolver } from './sign-in.resolver.ts';
import type { AppModule } from './viewer.ts';

export { loadViewer } from './load-viewer.ts';
export { PersonType, ViewerType } from './person.types.ts';
export { MunicipalityType, OrganisationType, RegionType } from './place.types.ts';
export { RegionCodeEnum } from './people.enums.ts';
export type { RegionCode } from './region.entity.ts';
export { personExists } from './person.queries.ts';
export { hasRole, roleAt } from './viewer.ts';
export type { AppContext, AppModule, AppPlatform, Viewer } from './viewer.ts';

/** Who is who. Everybody who is signed in may look up people, organisations and places. */
export const PeopleModule: AppModule = {
  name: 'people',
  entities: [Region, Municipality, Organisation, Person, OrganisationRole],
  resolvers: [
    PlaceQueries,
    RegionResolver,
    MunicipalityResolver,
    OrganisationResolver,
    OrganisationQueries,
    PersonResolver,
    PersonaResolver,
    ViewerResolver,
    ViewerPayloadResolver,
    SignInResolver,
    ConflictProblemPeople,
    EventPeople,
  ],
  nodes: [
    { type: 'Region', kind: 'region', load: (context, ids) => loadRows(context, Region, ids) },
    { type: 'Municipality', kind: 'municipality', load: (context, ids) => loadRows(context, Municipality, ids) },
    { type: 'Organisation', kind: 'organisation', load: (context, ids) => loadRows(context, Organisation, ids) },
    { type: 'Person', kind: 'person', load: (context, ids) => loadRows(context, Person, ids) },
  ],
};
