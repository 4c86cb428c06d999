import type { MessageLocale } from '@versnellingstafel/shared/errors/messages';
import type { SqlEntityManager } from '@mikro-orm/sql';
import DataLoader from 'dataloader';
import { Unauthenticated } from '../commands/breach.ts';
import { isRefused } from '../commands/refusal.ts';
import type { Json } from '../database/json.ts';
import type { Transaction } from '../streams/transaction.ts';
import type { AbilityFact } from './abilities.ts';
import type { GraphContext, GraphViewer, Outcome, Platform, RequestFacts, SessionFacts } from './graph-context.ts';
import { brand } from './node-brand.ts';
import { inLocale } from './problem-data.ts';

/** Dutch unless the request asks for English first. */
export function localeOf(acceptLanguage: string | undefined): MessageLocale {
  const first = acceptLanguage?.split(',')[0]?.trim().toLowerCase() ?? '';
  return first.startsWith('en') ? 'en' : 'nl';
}

/** Without #private members: Apollo hands resolvers a copy of the object, which would lose them. */
class RequestContext<V extends GraphViewer> implements GraphContext<V> {
  session: SessionFacts | null = null;
  viewer: V | null = null;
  private readonly loaders = new Map<string, DataLoader<string, unknown>>();

  constructor(
    readonly platform: Platform<V>,
    readonly request: RequestFacts,
    readonly em: SqlEntityManager,
  ) {}

  get locale(): MessageLocale {
    return this.viewer?.chosenLocale ?? localeOf(this.request.acceptLanguage);
  }

  async become(session: SessionFacts | null): Promise<void> {
    this.forget();
    this.session = session;
    this.viewer = session === null ? null : await this.platform.loadViewer(this.em, session.personId);
  }

  async signIn(personId: string): Promise<void> {
    const { sessions, cookie } = this.platform;
    const sessionId = await sessions.begin(personId, this.session?.idHash ?? null);
    this.request.setCookie(cookie.set(sessionId));
    await this.become(await sessions.find(sessionId));
  }

  async signOut(): Promise<void> {
    if (this.session !== null) await this.platform.sessions.end(this.session.idHash);
    this.request.setCookie(this.platform.cookie.clear());
    await this.become(null);
  }

  private forget(): void {
    this.loaders.clear();
    this.em.clear();
  }

  now(): Date {
    return this.platform.now();
  }

  requireViewer(): V {
    if (this.viewer === null) throw new Unauthenticated();
    return this.viewer;
  }

  loader<T>(
    name: string,
    batch: (keys: readonly string[]) => Promise<ReadonlyMap<string, T>>,
  ): DataLoader<string, T | null> {
    let loader = this.loaders.get(name);
    if (!loader) {
      loader = new DataLoader<string, unknown>(async (keys) => {
        const found = await batch(keys);
        return keys.map((key) => found.get(key) ?? null);
      });
      this.loaders.set(name, loader);
    }
    return loader as DataLoader<string, T | null>;
  }

  async node(type: string, id: string | null | undefined): Promise<object | null> {
    if (id === null || id === undefined) return null;
    const kind = this.platform.nodes.ofType(type);
    if (!kind) return null;
    return this.loader<object>(`node:${type}`, async (ids) => {
      const found = await kind.load(this, ids);
      for (const source of found.values()) brand(type, source);
      return found;
    }).load(id);
  }

  async nodes(type: string, ids: readonly string[]): Promise<object[]> {
    const found = await Promise.all(ids.map((id) => this.node(type, id)));
    return found.filter((source) => source !== null);
  }

  abilities(type: string, source: object): AbilityFact[] {
    return this.platform.abilities.of(this, type, source);
  }

  async command<R extends { [key: string]: Json }>(
    name: string,
    input: unknown,
    idempotencyKey: string | null | undefined,
    work: (tx: Transaction) => Promise<R>,
  ): Promise<Outcome<R>> {
    const { personId } = this.requireViewer();
    const outcome = await this.platform.commands.run<R>(
      name,
      { actorId: personId, input, idempotencyKey: idempotencyKey ?? undefined },
      work,
    );
    this.forget();
    if (isRefused(outcome))
      return { problems: outcome.problems.map((problem) => inLocale(problem, this.locale)) } as unknown as Outcome<R>;
    return { ...outcome, problems: [] };
  }
}

/**
 * A fresh context: session and viewer are read now.
 * @param session what came with the request, already checked; null without one.
 */
export async function createGraphContext<V extends GraphViewer>(
  platform: Platform<V>,
  request: RequestFacts,
  session: SessionFacts | null,
): Promise<GraphContext<V>> {
  const context = new RequestContext(platform, request, platform.database.fork());
  await context.become(session);
  return context;
}
