import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { MiniLine } from './MiniLine.tsx';

/** The level of a table. The names are those of the API. */
export type TableLevel = 'LOCAL' | 'REGIONAL' | 'PROVINCIAL' | 'NATIONAL';

/** The word for each level. */
export const levelLabels: Record<TableLevel, MessageDescriptor> = {
  LOCAL: msg`Lokaal`,
  REGIONAL: msg`Regionaal`,
  PROVINCIAL: msg`Provinciaal`,
  NATIONAL: msg`Landelijk`,
};

const order: readonly TableLevel[] = ['LOCAL', 'REGIONAL', 'PROVINCIAL', 'NATIONAL'];

/** A level as a word with its place on the line. */
export function LevelMark({ level }: { level: TableLevel }): ReactElement {
  const { i18n } = useLingui();
  return (
    <span className="level">
      <span>{i18n._(levelLabels[level])}</span> <MiniLine at={(order.indexOf(level) + 1) as 1 | 2 | 3 | 4} />
    </span>
  );
}
