import { createContext, useContext } from 'react';
import type { ViewerQuery } from '../../generated/graphql.ts';

/** Who is signed in and at which tables they sit. */
export type Viewer = NonNullable<ViewerQuery['viewer']>;
/** A table as every page knows it: by name, level and place in the tree. */
export type KnownTable = ViewerQuery['tables']['edges'][number]['node'];

export interface Session {
  viewer: Viewer;
  tables: readonly KnownTable[];
}

const SessionContext = createContext<Session | null>(null);

/** Hands the session to the page; the shell does. */
export const SessionProvider = SessionContext.Provider;

/** The session. Only below the shell, where somebody is signed in. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession stands outside the shell');
  return session;
}

/** Who is signed in. */
export function useViewer(): Viewer {
  return useSession().viewer;
}

/** May the viewer do this anywhere (`LOG_BOTTLENECK`, `WRITE_NOTE`)? With the sentence why not. */
export function useAbility(verb: string): { allowed: boolean; reason: string | undefined } {
  const ability = useViewer().viewerCan.find((one) => one.verb === verb);
  return { allowed: ability?.allowed ?? false, reason: ability?.reason ?? undefined };
}
