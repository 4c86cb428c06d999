import type { GraphContext, GraphViewer, NodeKind, Nodes } from './graph-context.ts';

/** All kinds of nodes, by GraphQL type and by the kind that events use. */
export class NodeRegistry<V extends GraphViewer = GraphViewer> implements Nodes<V> {
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
}
