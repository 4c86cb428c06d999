import { useEffect, useState } from 'react';

/** The moment it is now (ISO), fresh enough for a clock on a wall. */
export function useWallTime(): string {
  const [now, setNow] = useState(() => new Date().toISOString());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), 5_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
