import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { fieldProblem, inLocale } from '../../../platform/graphql/problem-data.ts';
import type { Outcome } from '../../../platform/graphql/graph-context.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import type { AppContext } from '../../people/people.module.ts';
import { applyImport, type ApplyOutcome } from './apply-import.ts';
import { confirmImportGuesses, discardImport } from './close-import.ts';
import { fixImportCell, type RowOutcome, skipImportRow } from './change-import-row.ts';
import { importJob } from './import-work.ts';
import {
  FixImportCellInput,
  ImportVersionInput,
  MapImportInput,
  SkipImportRowInput,
  StartImportInput,
} from './import.inputs.ts';
import { ImportPayload, ImportRowPayload, ImportRowType, ImportType } from './import.types.ts';
import { mapImport } from './map-import.ts';
import { type ImportOutcome, startImport } from './start-import.ts';
import { undoImport } from './undo-import.ts';

const keyArg = { nullable: true, description: 'The same key for every attempt at the same thing.' } as const;
type Done = Promise<Outcome<ImportOutcome>>;
const versionArg = { description: 'Which import, in the version that was seen.' } as const;

/** What was asked for is begun at once, beside this request; the job would come by in some seconds anyhow. */
function begin<T>(context: AppContext, outcome: T): T {
  // In tests a round is asked for when it is due.
  if (context.platform.jobs.isStarted) void context.platform.jobs.run(importJob);
  return outcome;
}

/** Bringing a list into a table. */
@Resolver(() => ImportPayload)
export class ImportMutations {
  @Mutation(() => ImportPayload, {
    description: 'Begins to bring a list into a table; nothing changes before it is applied.',
  })
  @Policy('signedIn')
  async startImport(
    @Ctx() context: AppContext,
    @Arg('input', () => StartImportInput, { description: 'Which file, into which table.' }) input: StartImportInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Done {
    return begin(
      context,
      await context.command('startImport', input, key, (tx) => startImport(tx, context.requireViewer(), input)),
    );
  }

  @Mutation(() => ImportPayload, { description: 'Says which column is what, and tries the rows out.' })
  @Policy('signedIn')
  async mapImport(
    @Ctx() context: AppContext,
    @Arg('input', () => MapImportInput, { description: 'Which column is what.' }) input: MapImportInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Done {
    return begin(
      context,
      await context.command('mapImport', input, key, (tx) => mapImport(tx, context.requireViewer(), input)),
    );
  }

  @Mutation(() => ImportPayload, { description: 'Agrees with what was guessed.' })
  @Policy('signedIn')
  confirmImportGuesses(
    @Ctx() context: AppContext,
    @Arg('input', () => ImportVersionInput, versionArg) input: ImportVersionInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Done {
    return context.command('confirmImportGuesses', input, key, (tx) =>
      confirmImportGuesses(tx, context.requireViewer(), input),
    );
  }

  @Mutation(() => ImportPayload, { description: 'Applies all rows that are new or different, or none of them.' })
  @Policy('signedIn')
  async applyImport(
    @Ctx() context: AppContext,
    @Arg('input', () => ImportVersionInput, versionArg) input: ImportVersionInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<Outcome<ApplyOutcome>> {
    const { demo } = context.platform.settings;
    const outcome = await context.command('applyImport', input, key, (tx) =>
      applyImport(tx, context.requireViewer(), input, { demo }),
    );
    if (!outcome.shownAgain) return outcome;
    const problem = fieldProblem('IMPORT_ROWS_CHANGED', ['input', 'importId'], { count: outcome.shownAgain });
    return { ...outcome, problems: [inLocale(problem, context.locale)] };
  }

  @Mutation(() => ImportPayload, { description: 'Undoes what was applied, as far as nobody built on it.' })
  @Policy('signedIn')
  undoImport(
    @Ctx() context: AppContext,
    @Arg('input', () => ImportVersionInput, versionArg) input: ImportVersionInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Done {
    return context.command('undoImport', input, key, (tx) => undoImport(tx, context.requireViewer(), input));
  }

  @Mutation(() => ImportPayload, { description: 'Throws an import away that is not applied.' })
  @Policy('signedIn')
  discardImport(
    @Ctx() context: AppContext,
    @Arg('input', () => ImportVersionInput, versionArg) input: ImportVersionInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Done {
    return context.command('discardImport', input, key, (tx) => discardImport(tx, context.requireViewer(), input));
  }

  @FieldResolver(() => ImportType, { nullable: true, description: 'The import, when it was carried out.' })
  import(@Ctx() context: AppContext, @Root() payload: Outcome<ImportOutcome>): Promise<object | null> {
    return context.node('Import', payload.importId);
  }
}

/** Putting rows of the trial run right. */
@Resolver(() => ImportRowPayload)
export class ImportRowMutations {
  @Mutation(() => ImportRowPayload, { description: 'Puts a cell right; its row is tried out anew.' })
  @Policy('signedIn')
  fixImportCell(
    @Ctx() context: AppContext,
    @Arg('input', () => FixImportCellInput, { description: 'Which cell, and what should stand there.' })
    input: FixImportCellInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<Outcome<RowOutcome>> {
    const { demo } = context.platform.settings;
    return context.command('fixImportCell', input, key, (tx) =>
      fixImportCell(tx, context.requireViewer(), input, { demo }),
    );
  }

  @Mutation(() => ImportRowPayload, { description: 'Leaves a row out, or takes it in again.' })
  @Policy('signedIn')
  skipImportRow(
    @Ctx() context: AppContext,
    @Arg('input', () => SkipImportRowInput, { description: 'Which row.' }) input: SkipImportRowInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<Outcome<RowOutcome>> {
    const { demo } = context.platform.settings;
    return context.command('skipImportRow', input, key, (tx) =>
      skipImportRow(tx, context.requireViewer(), input, { demo }),
    );
  }

  @FieldResolver(() => ImportRowType, { nullable: true, description: 'The row, when it was carried out.' })
  row(@Ctx() context: AppContext, @Root() payload: Outcome<RowOutcome>): Promise<object | null> {
    return context.node('ImportRow', payload.rowId);
  }

  @FieldResolver(() => ImportType, { nullable: true, description: 'The import, when it was carried out.' })
  import(@Ctx() context: AppContext, @Root() payload: Outcome<RowOutcome>): Promise<object | null> {
    return context.node('Import', payload.importId);
  }
}
