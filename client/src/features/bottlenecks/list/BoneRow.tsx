import type { ReactElement } from 'react';

/** A row that is on its way, at the height of a real one. */
export function BoneRow({ rowIndex, span }: { rowIndex: number; span: number }): ReactElement {
  return (
    <tr role="row" aria-rowindex={rowIndex} aria-busy="true" className="bone-row">
      <td role="cell" colSpan={span}>
        <span className="bone" />
        <span className="bone" />
      </td>
    </tr>
  );
}

/** Rows that are not in the page: their height, and bones for an eye that is faster than the rows. */
export function GapRow({ height, row, span }: { height: number; row: number; span: number }): ReactElement | null {
  if (height <= 0) return null;
  return (
    <tr
      aria-hidden="true"
      className="gap-row"
      // Set from script: the policy of the page forbids styles in markup, and nobody knows the height before.
      ref={(element) => {
        element?.style.setProperty('block-size', `${height}px`);
        element?.style.setProperty('--row', `${row}px`);
      }}
    >
      <td colSpan={span} />
    </tr>
  );
}
