import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { grouped } from '../../platform/graphql/load-rows.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { Municipality } from './municipality.entity.ts';
import type { Organisation } from './organisation.entity.ts';
import { MunicipalityType, OrganisationType, RegionType } from './place.types.ts';
import { Region } from './region.entity.ts';
import type { AppContext } from './viewer.ts';

@Resolver()
export class PlaceQueries {
  @Query(() => [RegionType], { description: 'All regions.' })
  @Policy('signedIn')
  regions(@Ctx() context: AppContext): Promise<Region[]> {
    return context.em.find(Region, {}, { orderBy: { code: 'desc' } });
  }

  @Query(() => [MunicipalityType], { description: 'All municipalities, by name.' })
  @Policy('signedIn')
  municipalities(@Ctx() context: AppContext): Promise<Municipality[]> {
    return context.em.find(Municipality, {}, { orderBy: { name: 'asc' } });
  }
}

@Resolver(() => RegionType)
export class RegionResolver {
  @FieldResolver(() => [MunicipalityType], { description: 'Its municipalities, by name.' })
  async municipalities(@Ctx() context: AppContext, @Root() region: Region): Promise<readonly Municipality[]> {
    const load = async (regionIds: readonly string[]) =>
      grouped(
        await context.em.find(Municipality, { regionId: { $in: [...regionIds] } }, { orderBy: { name: 'asc' } }),
        (row) => row.regionId,
      );
    return (await context.loader('municipalitiesOfRegion', load).load(region.id)) ?? [];
  }
}

@Resolver(() => MunicipalityType)
export class MunicipalityResolver {
  @FieldResolver(() => RegionType, { description: 'The region it belongs to.' })
  region(@Ctx() context: AppContext, @Root() municipality: Municipality): Promise<object | null> {
    return context.node('Region', municipality.regionId);
  }
}

@Resolver(() => OrganisationType)
export class OrganisationResolver {
  @FieldResolver(() => MunicipalityType, {
    nullable: true,
    description: 'The municipality it is; null for other kinds.',
  })
  municipality(@Ctx() context: AppContext, @Root() organisation: Organisation): Promise<object | null> {
    return context.node('Municipality', organisation.municipalityId);
  }
}
