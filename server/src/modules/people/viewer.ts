import type { OrganisationKind, OrganisationRole } from '@versnellingstafel/shared/people/roles';
import type { TableRole } from '@versnellingstafel/shared/tables/roles';
import type { GraphContext, GraphViewer, Platform } from '../../platform/graphql/graph-context.ts';
import type { ServerModule } from '../../platform/graphql/server-module.ts';

/** A seat at a table. */
export interface Seat {
  readonly tableId: string;
  readonly role: TableRole;
  readonly mandate: boolean;
  /** Does the person sit there for a public body? Market parties do not see confidential cases. */
  readonly publicBody: boolean;
}

/** Who asks, with all that rights are decided from; read from the rows for every request and every event. */
export interface Viewer extends GraphViewer {
  readonly organisationId: string;
  readonly organisationKind: OrganisationKind;
  /** Municipality of the organisation; null for a province, a corporation … */
  readonly municipalityId: string | null;
  readonly organisationRoles: readonly OrganisationRole[];
  readonly memberships: readonly Seat[];
  /** Regions whose regional cases this person may see: a seat at a table of the region, or its civil or political owner. */
  readonly regionIds: readonly string[];
  /** Tables whose confidential cases this person may see: a seat for a public body, not as an observer. */
  readonly publicBodyTableIds: readonly string[];
  /** Tables whose stream this person may follow: where they sit, and all tables below those. */
  readonly followedTableIds: readonly string[];
  readonly lastVisitAt: Date | null;
}

export type AppContext = GraphContext<Viewer>;
export type AppPlatform = Platform<Viewer>;
export type AppModule = ServerModule<Viewer>;

/** The viewer's role at a table; null without a seat there. */
export function roleAt(viewer: Viewer, tableId: string | null | undefined): TableRole | null {
  return viewer.memberships.find((seat) => seat.tableId === tableId)?.role ?? null;
}

export function hasRole(viewer: Viewer, role: OrganisationRole): boolean {
  return viewer.organisationRoles.includes(role);
}
