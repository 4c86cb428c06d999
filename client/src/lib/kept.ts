import { useEffect, useRef, useState } from 'react';

/** Typing settles this long (milliseconds) before it is kept. */
const settle = 400;

/** What was kept under a key on this device; null when nothing was or storage is blocked. */
export function readKept<T>(key: string): T | null {
  try {
    const kept = localStorage.getItem(key);
    return kept === null ? null : (JSON.parse(kept) as T);
  } catch {
    return null;
  }
}

/** Keeps a value under a key on this device. @returns false when storage is blocked or full */
export function keep(key: string, value: unknown): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

function forget(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Storage is blocked: nothing was kept either.
  }
}

/**
 * Keeps what is being typed on this device until the server has it, so that a closed tab or a lost connection loses nothing.
 * @param key names the person and the thing, so that nobody else on this device finds it
 * @param value what is typed; null when it is what the server has
 * @returns when it was last kept (ISO), and how to forget it
 */
export function useKept(key: string, value: unknown): { keptAt: string | undefined; forget: () => void } {
  const [keptAt, setKeptAt] = useState<string>();
  const latest = useRef({ key, value, forgotten: false });

  useEffect(() => {
    const before = latest.current;
    latest.current = { key, value, forgotten: before.forgotten && before.key === key && before.value === value };
    if (latest.current.forgotten) return undefined;
    if (value === null) {
      forget(key);
      return undefined;
    }
    const timer = setTimeout(() => {
      if (!latest.current.forgotten && keep(key, value)) setKeptAt(new Date().toISOString());
    }, settle);
    return () => clearTimeout(timer);
  }, [key, value]);

  // Leaving within the pause must not lose the last letters.
  useEffect(() => {
    const keepLatest = (): void => {
      const { key: last, value: typed, forgotten } = latest.current;
      if (!forgotten && typed !== null) keep(last, typed);
    };
    window.addEventListener('pagehide', keepLatest);
    return () => {
      window.removeEventListener('pagehide', keepLatest);
      keepLatest();
    };
  }, []);

  return {
    keptAt: value === null ? undefined : keptAt,
    forget: () => {
      latest.current.forgotten = true;
      forget(key);
    },
  };
}
