import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactElement } from 'react';
import {
  chosenTwice,
  firstChoices,
  missingFields,
  type ColumnChoices,
} from '../../../features/bottlenecks/import/column-choices.ts';
import { mapImportMutation, type ImportView } from '../../../features/bottlenecks/import/import-documents.ts';
import { useCommand } from '../../../features/commands/use-command.ts';
import type { ImportField, ImportPageQuery } from '../../../generated/graphql.ts';
import { Button } from '../../../ui/Button.tsx';
import { Note } from '../../../ui/Note.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Select } from '../../../ui/Select.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { Column } from '../../../ui/table-column.ts';
import { useToast } from '../../../ui/Toast.tsx';

type SeenColumn = ImportView['columns'][number];

interface ImportColumnsProps {
  one: ImportView;
  fields: ImportPageQuery['importFields'];
}

/** Says of each column of the sheet what it is. What the headers tell, or what was chosen last time, stands there already. */
export function ImportColumns({ one, fields }: ImportColumnsProps): ReactElement {
  const { t } = useLingui();
  const toast = useToast();
  const mapping = useCommand(mapImportMutation);
  const [choices, setChoices] = useState<ColumnChoices>(() => firstChoices(one.columns));
  const [headerRow, setHeaderRow] = useState<number | null>(one.headerRow);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const twice = chosenTwice(choices);
  const missing = missingFields(choices);
  const labelOf = (field: ImportField): string => fields.find((info) => info.field === field)?.label ?? field;
  const why =
    twice.size > 0
      ? t`Twee kolommen staan op hetzelfde veld. Kies er een van de twee.`
      : missing.length > 0
        ? t`Nog geen kolom voor: ${missing.map(labelOf).join(', ')}.`
        : undefined;

  async function send(input: {
    sheet?: string;
    headerRow?: number;
    mapping: { column: number; field: ImportField | null }[];
  }): Promise<void> {
    const outcome = await mapping.run({ input: { importId: one.id, expectedVersion: one.version, ...input } });
    setRefused(outcome.kind === 'problems' ? outcome.problems.map(({ message }) => message) : []);
    if (outcome.kind === 'failed') toast({ kind: 'error', text: t`Dat lukte niet.` });
  }
  const chosen = (): { column: number; field: ImportField | null }[] =>
    [...choices].map(([column, field]) => ({ column, field }));

  const columns: readonly Column<SeenColumn>[] = [
    {
      id: 'header',
      header: t`Kolom`,
      rowHeader: true,
      render: ({ header, index }) => header || t`Kolom ${index + 1}`,
    },
    { id: 'samples', header: t`Wat erin staat`, width: 'grow', render: ({ samples }) => samples.join(' · ') },
    {
      id: 'field',
      header: t`Wordt`,
      render: ({ index, header, remembered, suggested }) => {
        const field = choices.get(index) ?? null;
        const double = field !== null && twice.has(field);
        const mark = remembered ? t`Onthouden van de vorige keer` : t`Voorgesteld`;
        return (
          <Select
            label={t`Veld voor ${header || t`kolom ${index + 1}`}`}
            hideLabel
            required={false}
            value={field ?? 'none'}
            onChange={(id) => setChoices(new Map([...choices, [index, id === 'none' ? null : (id as ImportField)]]))}
            {...(field !== null && field === suggested && { hint: mark })}
            {...(double && { error: t`Nog een kolom staat op ${labelOf(field)}.` })}
            options={[
              { id: 'none', label: t`Niet overnemen` },
              ...fields.map((info) => ({ id: info.field, label: info.label })),
            ]}
          />
        );
      },
    },
  ];

  return (
    <Section title={t`Kolommen`} aside={one.columns.length}>
      <div className="stack">
        {refused.length > 0 && (
          <Note kind="error" live title={t`De kolommen kloppen nog niet`}>
            {refused.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </Note>
        )}
        <div className="row">
          {one.sheets.length > 1 && (
            <Select
              label={t`Blad`}
              value={one.sheet}
              onChange={(sheet) => void send({ sheet, mapping: [] })}
              options={one.sheets.map(({ name, rowCount }) => ({ id: name, label: name, note: t`${rowCount} rijen` }))}
            />
          )}
          <NumberField
            label={t`Rij met kolomnamen`}
            value={headerRow}
            min={0}
            onChange={setHeaderRow}
            required={false}
            hint={t`0 als er geen is`}
          />
          {headerRow !== null && headerRow !== one.headerRow && (
            <Button
              busy={mapping.busy}
              onPress={() => void send({ ...(one.sheet && { sheet: one.sheet }), headerRow, mapping: [] })}
            >
              <Trans>Lees de kolommen opnieuw</Trans>
            </Button>
          )}
        </div>
        <Table
          label={t`De kolommen van het blad, en wat ze worden`}
          columns={columns}
          rows={one.columns}
          rowKey={({ index }) => String(index)}
        />
        <div className="row">
          <Button
            variant="primary"
            busy={mapping.busy}
            {...(why !== undefined && { disabledReason: why })}
            onPress={() =>
              void send({
                ...(one.sheet && { sheet: one.sheet }),
                ...(headerRow !== null && { headerRow }),
                mapping: chosen(),
              })
            }
          >
            <Trans>Doe een proef</Trans>
          </Button>
        </div>
      </div>
    </Section>
  );
}
