import type { GraphContext, GraphViewer } from './graph-context.ts';

/** One kind of node and the one place where its visibility is decided. */
export interface NodeKind<C = GraphContext> {
  /** Name of the GraphQL type: `Bottleneck`. */
  readonly type: string;
  /** Name of the kind in events and streams: `bottleneck`. */
  readonly kind: string;
  /**
   * Loads, in bulk and in a constant number of statements, those of `ids` that exist **and** that the viewer of `context`
   * may see. Whatever is left out does not exist for this viewer. The keys are bare UUIDs.
   */
  load(context: C, ids: readonly string[]): Promise<ReadonlyMap<string, object>>;
}

/** All kinds of nodes, by GraphQL type and by the kind that events use. */
export class NodeRegistry<V extends GraphViewer = GraphViewer> {
  readonly #byType = new Map<string, NodeKind<GraphContext<V>>>();
  readonly #byKind = new Map<string, NodeKind<GraphContext<V>>>();

  register(node: NodeKind<GraphContext<V>>): void {
    if (this.#byType.has(node.type) || this.#byKind.has(node.kind))
      throw new Error(`Node ${node.type} (${node.kind}) is registered twice.`);
    this.#byType.set(node.type, node);
    this.#byKind.set(node.kind, node);
  }

  ofType(type: string): NodeKind<GraphContext<V>> | undefined {
    return this.#byType.get(type);
  }

  ofKind(kind: string): NodeKind<GraphContext<V>> | undefined {
    return this.#byKind.get(kind);
  }

  kinds(): string[] {
    return [...this.#byKind.keys()];
  }

  types(): string[] {
    return [...this.#byType.keys()];
  }
}
