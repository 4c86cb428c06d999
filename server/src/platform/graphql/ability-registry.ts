import { type AbilityDecision, type AbilityFact, abilityOf } from './abilities.ts';
import type { Abilities, GraphContext, GraphViewer } from './graph-context.ts';

type Decide<V extends GraphViewer> = (context: GraphContext<V>, viewer: V, source: object) => AbilityDecision;

/**
 * Verbs on a type that rooms to the right add to (`Viewer`, `AccelerationTable`): each room registers its own.
 * A type that one room owns answers `viewerCan` by itself with `abilityOf`.
 */
export class AbilityRegistry<V extends GraphViewer = GraphViewer> implements Abilities<V> {
  readonly #verbs = new Map<string, Map<string, Decide<V>>>();

  register<S extends object>(
    type: string,
    verb: string,
    decide: (context: GraphContext<V>, viewer: V, source: S) => AbilityDecision,
  ): void {
    const verbs = this.#verbs.get(type) ?? new Map<string, Decide<V>>();
    if (verbs.has(verb)) throw new Error(`The ability ${verb} on ${type} is registered twice.`);
    verbs.set(verb, decide as Decide<V>);
    this.#verbs.set(type, verbs);
  }

  /** All verbs on a source of this type, in the order of registration; nothing without a viewer. */
  of(context: GraphContext<V>, type: string, source: object): AbilityFact[] {
    const { viewer } = context;
    if (viewer === null) return [];
    return [...(this.#verbs.get(type) ?? [])].map(([verb, decide]) =>
      abilityOf(context, verb, decide(context, viewer, source)),
    );
  }
}
