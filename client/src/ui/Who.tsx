import type { ReactElement } from 'react';

/** Two letters of an organisation, never a face. @param props.name is read, not shown @param props.live present now */
export function Who({ letters, name, live = false }: { letters: string; name?: string; live?: boolean }): ReactElement {
  return (
    <>
      <span className="who" aria-hidden="true" data-live={live || undefined}>
        {letters}
      </span>
      {name && <span className="vh">{name}</span>}
    </>
  );
}
