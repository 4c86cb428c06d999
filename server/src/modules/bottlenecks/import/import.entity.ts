import { defineEntity, p } from '@mikro-orm/core';
import type { ImportField } from '@versnellingstafel/shared/bottlenecks/import-fields';
import {
  type ImportState,
  type ImportVerb,
  importVerbs,
} from '@versnellingstafel/shared/bottlenecks/import-permissions';
import type { MessageCode } from '@versnellingstafel/shared/errors/messages';
import { TextArray } from '../../../platform/database/array-literal.ts';

/** A sheet of the file. */
export interface SheetFact {
  readonly name: string;
  readonly rowCount: number;
}

/** A column of the list. */
export interface ColumnFact {
  readonly index: number;
  readonly header: string;
  readonly samples: readonly string[];
  readonly field: ImportField | null;
  readonly suggested: ImportField | null;
  readonly remembered: boolean;
}

const schema = defineEntity({
  name: 'Import',
  tableName: 'bottleneck_import',
  properties: {
    id: p.uuid().primary(),
    tableId: p.uuid(),
    fileId: p.uuid().nullable().$type<string | null>(),
    fileName: p.text(),
    state: p.text().$type<ImportState>(),
    version: p.integer(),
    startedById: p.uuid(),
    startedAt: p.datetime(),
    sheets: p.json().$type<readonly SheetFact[]>(),
    sheet: p.text().nullable().$type<string | null>(),
    headerRow: p.integer().nullable().$type<number | null>(),
    columns: p.json().$type<readonly ColumnFact[]>(),
    done: p.integer(),
    total: p.integer(),
    guessesConfirmed: p.boolean(),
    failure: p.text().nullable().$type<MessageCode | null>(),
    appliedAt: p.datetime().nullable().$type<Date | null>(),
    keptIds: p.type(TextArray),
    aliveAt: p.datetime().nullable().$type<Date | null>(),
  },
});

/** A verb was used in a state that does not know it. Use cases refuse that first; this is the last line. */
class WrongImportState extends Error {
  override readonly name = 'WrongImportState';
}

/** A list on its way into a table. Its own methods guard its state. */
export class Import extends schema.class {
  /** Another sheet or row of headings: the columns are looked at anew. */
  readAgain(sheet: string | null, headerRow: number | null): void {
    this.may('MAP');
    Object.assign(this, { state: 'READING', sheet, headerRow, done: 0, total: 0, failure: null, aliveAt: null });
    this.version += 1;
  }

  /** Which column is what is known: the trial run begins. */
  check(columns: readonly ColumnFact[]): void {
    this.may('MAP');
    Object.assign(this, {
      state: 'CHECKING',
      columns,
      done: 0,
      total: 0,
      guessesConfirmed: false,
      failure: null,
      aliveAt: null,
    });
    this.version += 1;
  }

  /** Something in a row was put right or left out. What is guessed anew has to be confirmed anew. */
  fix(guessesAnew: boolean): void {
    this.may('FIX');
    if (guessesAnew) this.guessesConfirmed = false;
    this.version += 1;
  }

  confirmGuesses(): void {
    this.may('CONFIRM');
    this.guessesConfirmed = true;
    this.version += 1;
  }

  /** Rows turned out to be changed by others: they are shown again. */
  showAgain(guessesAnew: boolean): void {
    this.may('APPLY');
    if (guessesAnew) this.guessesConfirmed = false;
    this.version += 1;
  }

  apply(at: Date, rows: number): void {
    this.may('APPLY');
    Object.assign(this, { state: 'APPLIED', appliedAt: at, done: rows, total: rows });
    this.version += 1;
  }

  /** @param keptIds cases that keep what others changed since. */
  undo(keptIds: readonly string[]): void {
    this.may('UNDO');
    Object.assign(this, { state: 'UNDONE', keptIds: [...keptIds] });
    this.version += 1;
  }

  discard(): void {
    this.may('DISCARD');
    this.state = 'DISCARDED';
    this.version += 1;
  }

  private may(verb: ImportVerb): void {
    if (!(importVerbs[verb] as readonly ImportState[]).includes(this.state))
      throw new WrongImportState(`${verb} does not apply to an import that is ${this.state}.`);
  }
}
schema.setClass(Import);
