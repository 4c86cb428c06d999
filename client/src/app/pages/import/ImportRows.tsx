import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useRef, useState, useTransition, type ReactElement } from 'react';
import {
  skipRowMutation,
  type ImportCell,
  type ImportRow,
} from '../../../features/bottlenecks/import/import-documents.ts';
import { useCommand } from '../../../features/commands/use-command.ts';
import type { ImportField, ImportPageQuery } from '../../../generated/graphql.ts';
import { useShortcut } from '../../../lib/shortcuts.ts';
import { Button } from '../../../ui/Button.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { Column } from '../../../ui/table-column.ts';
import { Tag } from '../../../ui/Tag.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import { FixCell } from './FixCell.tsx';

interface ImportRowsProps {
  rows: readonly ImportRow[];
  fields: ImportPageQuery['importFields'];
  onChanged: () => Promise<unknown>;
  onMore?: () => Promise<unknown>;
}

/** The cells that say something: what changes, what was guessed or refused, and in a new row what it will be. */
const matters = (row: ImportRow, cell: ImportCell): boolean => {
  if (cell.cellState === 'REFUSED' || cell.cellState === 'GUESSED') return true;
  if (row.kind === 'CHANGED') return cell.value !== null && cell.before !== null && cell.value !== cell.before;
  return row.kind === 'NEW' && cell.value !== null && cell.field !== 'TITLE' && cell.field !== 'DESCRIPTION';
};

/** Rows of the trial run, each with the cells that matter; a cell is put right where it stands. */
export function ImportRows({ rows, fields, onChanged, onMore }: ImportRowsProps): ReactElement {
  const { t } = useLingui();
  const [loadingMore, startLoading] = useTransition();
  const box = useRef<HTMLDivElement>(null);
  const [fixing, setFixing] = useState<{ rowId: string; field: ImportField } | null>(null);
  // The focus stays in the table: on the cell that was left, or on the next that waits when its row has gone.
  const close = (rowId: string): void => {
    setFixing(null);
    requestAnimationFrame(() => {
      const cells = [...(box.current?.querySelectorAll<HTMLElement>('[data-row] button') ?? [])];
      const own = cells.find((button) => button.closest<HTMLElement>('[data-row]')?.dataset['row'] === rowId);
      (own ?? cells[0])?.focus();
    });
  };
  const labelOf = (field: ImportField): string => fields.find((info) => info.field === field)?.label ?? field;
  useShortcut({
    keys: 'n',
    label: t`Volgende geweigerde cel`,
    group: t`Proef`,
    onPress: () => {
      const refused = [...(box.current?.querySelectorAll<HTMLElement>('[data-refused] button') ?? [])];
      const at = refused.findIndex((button) => button === document.activeElement);
      refused[(at + 1) % Math.max(1, refused.length)]?.focus();
    },
  });
  if (rows.length === 0) {
    return (
      <p className="sub">
        <Trans>Hier staan geen rijen.</Trans>
      </p>
    );
  }
  const columns: readonly Column<ImportRow>[] = [
    { id: 'row', header: t`Rij`, width: 'extra', render: ({ rowNumber }) => rowNumber },
    {
      id: 'title',
      header: t`Knelpunt`,
      rowHeader: true,
      width: 'grow',
      render: (row) => (
        <>
          {row.bottleneck ? (
            <Link className="quiet-link strong" to="/knelpunten/$number" params={{ number: row.bottleneck.number }}>
              {row.bottleneck.number} {row.title}
            </Link>
          ) : (
            <span className="strong">{row.title || t`Zonder titel`}</span>
          )}
          {row.stale && (
            <p className="soon small">
              <Trans>Gewijzigd sinds de proef: kijk nog eens</Trans>
            </p>
          )}
          {row.messages.map((message) => (
            <p className="small" key={message}>
              {message}
            </p>
          ))}
        </>
      ),
    },
    {
      id: 'cells',
      header: t`Wat ermee gebeurt`,
      width: 'grow',
      render: (row) => (
        <div className="stack stack-xs" data-row={row.id}>
          {row.cells
            .filter((cell) => matters(row, cell))
            .map((cell) =>
              fixing?.rowId === row.id && fixing.field === cell.field ? (
                <FixCell
                  key={cell.field}
                  row={row}
                  cell={cell}
                  label={labelOf(cell.field)}
                  onClose={() => close(row.id)}
                  onFixed={onChanged}
                />
              ) : (
                <Cell
                  key={cell.field}
                  cell={cell}
                  label={labelOf(cell.field)}
                  onFix={() => setFixing({ rowId: row.id, field: cell.field })}
                />
              ),
            )}
        </div>
      ),
    },
    { id: 'skip', header: t`Overslaan`, render: (row) => <Skip row={row} onSkipped={onChanged} /> },
  ];
  return (
    <div ref={box}>
      <Table label={t`Rijen, in de volgorde van het blad`} columns={columns} rows={rows} rowKey={({ id }) => id} />
      {onMore && (
        <div className="row row-wide list-foot">
          <Button
            busy={loadingMore}
            onPress={() =>
              startLoading(async () => {
                await onMore();
              })
            }
          >
            <Trans>Toon meer</Trans>
          </Button>
        </div>
      )}
    </div>
  );
}

function Cell({ cell, label, onFix }: { cell: ImportCell; label: string; onFix: () => void }): ReactElement {
  const { t } = useLingui();
  const refused = cell.cellState === 'REFUSED';
  return (
    <div data-refused={refused || undefined}>
      <span className="sub small">{label}: </span>
      {refused ? (
        <span className="late">{cell.raw || t`leeg`}</span>
      ) : (
        <>
          {cell.before !== null && (
            <>
              <del>{cell.before || t`leeg`}</del> <span aria-hidden>→</span>{' '}
            </>
          )}
          <span>{cell.value ?? t`leeg`}</span>
        </>
      )}{' '}
      {cell.cellState === 'GUESSED' && (
        <Tag>
          <Trans>geraden</Trans>
        </Tag>
      )}
      {(refused || cell.cellState === 'GUESSED') && (
        <Button variant="quiet" onPress={onFix}>
          <Trans>Pas {label} aan</Trans>
        </Button>
      )}
      {cell.message && <p className="small">{cell.message}</p>}
    </div>
  );
}

function Skip({ row, onSkipped }: { row: ImportRow; onSkipped: () => Promise<unknown> }): ReactElement {
  const { t } = useLingui();
  const toast = useToast();
  const skipping = useCommand(skipRowMutation);
  const skipped = row.kind === 'SKIPPED';
  async function skip(): Promise<void> {
    const outcome = await skipping.run({ input: { rowId: row.id, skip: !skipped } });
    if (outcome.kind === 'problems') toast({ kind: 'error', text: outcome.problems[0]?.message ?? t`Dat lukte niet.` });
    if (outcome.kind === 'done') await onSkipped();
  }
  return (
    <Button variant="quiet" busy={skipping.busy} onPress={() => void skip()}>
      {skipped ? t`Neem rij ${row.rowNumber} mee` : t`Sla rij ${row.rowNumber} over`}
    </Button>
  );
}
