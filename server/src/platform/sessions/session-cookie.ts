/** Name and attributes of the session cookie, by how people reach this server. */
export interface SessionCookie {
  readonly name: string;
  /** The session id that came with a request; undefined without one. */
  read(header: string | undefined): string | undefined;
  /** `Set-Cookie` that hands out a session id. */
  set(sessionId: string): string;
  /** `Set-Cookie` that takes it back. */
  clear(): string;
}

/** @param secure reached by HTTPS: then the `__Host-` prefix keeps other hosts and paths from setting it. */
export function sessionCookie(secure: boolean): SessionCookie {
  const name = secure ? '__Host-vt_session' : 'vt_session';
  const attributes = `; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  return {
    name,
    read(header) {
      for (const part of header?.split(';') ?? []) {
        const at = part.indexOf('=');
        if (part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
      }
      return undefined;
    },
    set: (sessionId) => `${name}=${sessionId}${attributes}`,
    clear: () => `${name}=${attributes}; Max-Age=0`,
  };
}
