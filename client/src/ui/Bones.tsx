import { useLingui } from '@lingui/react/macro';
import { type ReactElement, useEffect, useState } from 'react';

/** Grey rows at the height of the real ones. They wait 300 ms: what loads faster shows no flash. */
export function Bones({
  label,
  rows = 3,
  delay = 300,
}: {
  label: string;
  rows?: number;
  delay?: number;
}): ReactElement {
  const { t } = useLingui();
  const [shown, setShown] = useState(delay === 0);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), delay);
    return () => clearTimeout(timer);
  }, [delay]);
  return (
    <div
      role="group"
      aria-busy="true"
      aria-label={t`${label} laden`}
      className={shown ? 'bones' : 'bones bones-waiting'}
    >
      {Array.from({ length: rows }, (_, row) => (
        <div className="skeleton" key={row}>
          <span className="bone" />
          <span className="bone" />
        </div>
      ))}
    </div>
  );
}
