import { useEffect, useReducer, useRef, type ComponentType, type ReactElement } from 'react';

/** What stands in for a part that is on its way; `failed` when it did not come and will be asked for again. */
export type Waiting<Props> = ComponentType<Props & { failed: boolean }>;

/** A component that comes when it is needed. */
export interface Late<Props> {
  (props: Props): ReactElement;
  /** Fetches it, for when a pointer or the focus comes near. @throws when there is no network */
  fetch: () => Promise<void>;
}

/** Once a page stands still, it fetches what it may need, so that a network that goes away takes nothing with it. */
const stillAfter = 6_000;
const retryEvery = 4_000;

function whenStill(act: () => void): void {
  setTimeout(() => {
    if ('requestIdleCallback' in window) requestIdleCallback(act);
    else act();
  }, stillAfter);
}

/**
 * Keeps the weight of a part off the page that uses it. Unlike `React.lazy` it does not suspend: what stands in for it is a component
 * with the same props, and a network that is away is tried again instead of failing the page.
 * @param load imports the part
 * @param Stand what stands in for it
 */
export function late<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Stand: Waiting<Props>,
): Late<Props> {
  let Part: ComponentType<Props> | undefined;
  let loading: Promise<void> | undefined;

  async function attempt(): Promise<void> {
    try {
      Part = await load();
    } catch (error) {
      loading = undefined;
      throw error;
    }
  }
  const fetch = (): Promise<void> => (loading ??= attempt());
  if (typeof window !== 'undefined') whenStill(() => void fetch().catch(() => undefined));

  function LatePart(props: Props): ReactElement {
    const [failed, turn] = useReducer((_: boolean, next: boolean) => next, false);
    const [, redraw] = useReducer((count: number) => count + 1, 0);
    const missing = useRef(Part === undefined);
    useEffect(() => {
      if (!missing.current) return undefined;
      let gone = false;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const ask = async (): Promise<void> => {
        try {
          await fetch();
        } catch {
          if (gone) return;
          turn(true);
          timer = setTimeout(() => void ask(), retryEvery);
          return;
        }
        missing.current = false;
        if (!gone) redraw();
      };
      void ask();
      return () => {
        gone = true;
        clearTimeout(timer);
      };
    }, []);
    return Part ? <Part {...props} /> : <Stand {...props} failed={failed} />;
  }

  return Object.assign(LatePart, { fetch });
}
