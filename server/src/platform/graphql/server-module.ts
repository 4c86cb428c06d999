import type { AnyEntity, Constructor, EntitySchema } from '@mikro-orm/core';
import type { GraphContext, GraphViewer, NodeKind, Platform } from './graph-context.ts';

/** The door of a room: what it adds to the server. `app.ts` lists the rooms, earlier ones first. */
export interface ServerModule<V extends GraphViewer = GraphViewer> {
  readonly name: string;
  /** Rows; their tables are made by `migrations/all-migrations.ts`. */
  readonly entities: readonly (EntitySchema | Constructor<AnyEntity>)[];
  /** type-graphql resolver classes; stateless, they find everything in the context. */
  readonly resolvers: readonly Constructor<object>[];
  /** Object types that nothing but `Node` or a union leads to. */
  readonly types?: readonly Constructor<object>[];
  /** Nodes with the one place where the visibility of each is decided. */
  readonly nodes?: readonly NodeKind<GraphContext<V>>[];
  /** Streams, projectors and abilities; called once, before the server listens. */
  register?(platform: Platform<V>): void;
}
