import { messageFor } from '@versnellingstafel/shared/errors/messages';
import { importLimits } from '@versnellingstafel/shared/bottlenecks/import-fields';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { AbilityFact } from '../../../platform/graphql/abilities.ts';
import { Ability } from '../../../platform/graphql/ability.type.ts';
import { afterArg, firstArg, FirstType, type Page } from '../../../platform/graphql/connection.ts';
import { uuidOf } from '../../../platform/graphql/global-id.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { type AppContext, PersonType } from '../../people/people.module.ts';
import { AccelerationTableType } from '../../tables/tables.module.ts';
import { BottleneckType } from '../bottleneck.types.ts';
import type { ImportRowKind } from './import-cells.ts';
import type { Import } from './import.entity.ts';
import {
  abilitiesOnImport,
  cellsOf,
  countsOf,
  fieldInfos,
  type ImportRowFace,
  importsAt,
  messagesOf,
  rowsOfImport,
} from './import.queries.ts';
import {
  ImportCell,
  ImportCount,
  ImportFieldInfo,
  ImportRowConnection,
  ImportRowKindEnum,
  ImportRowType,
  ImportType,
} from './import.types.ts';

/** Lists on their way into a table. */
@Resolver(() => ImportType)
export class ImportQueries {
  @Query(() => ImportType, { nullable: true, description: 'An import; null when it is not there or not yours.' })
  @Policy('signedIn')
  import(
    @Ctx() context: AppContext,
    @Arg('id', () => ID, { description: 'Which one.' }) id: string,
  ): Promise<object | null> {
    context.requireViewer();
    return context.node('Import', uuidOf('Import', id));
  }

  @Query(() => [ImportType], { description: 'The imports that the viewer began at a table, the latest first.' })
  @Policy('signedIn')
  imports(
    @Ctx() context: AppContext,
    @Arg('tableId', () => ID, { description: 'At which table.' }) tableId: string,
    @Arg('first', () => FirstType, firstArg(10)) first: number,
  ): Promise<object[]> {
    return importsAt(context, tableId, first);
  }

  @Query(() => [ImportFieldInfo], { description: 'What a column of a list can be, in the order of an export.' })
  @Policy('signedIn')
  importFields(@Ctx() context: AppContext): ImportFieldInfo[] {
    return fieldInfos(context);
  }

  @FieldResolver(() => AccelerationTableType, { description: 'The table it goes into.' })
  table(@Ctx() context: AppContext, @Root() row: Import): Promise<object | null> {
    return context.node('AccelerationTable', row.tableId);
  }

  @FieldResolver(() => PersonType, { description: 'Who began it.' })
  startedBy(@Ctx() context: AppContext, @Root() row: Import): Promise<object | null> {
    return context.node('Person', row.startedById);
  }

  @FieldResolver(() => [ImportCount], { description: 'How many rows of each kind; what is not there is left out.' })
  async counts(@Ctx() context: AppContext, @Root() row: Import): Promise<ImportCount[]> {
    return (await countsOf(context, row)).kinds;
  }

  @FieldResolver(() => Int, { description: 'Rows in which something was guessed.' })
  async guessCount(@Ctx() context: AppContext, @Root() row: Import): Promise<number> {
    return (await countsOf(context, row)).guesses;
  }

  @FieldResolver(() => ImportRowConnection, { description: 'The rows of the trial run, in the order of the sheet.' })
  rows(
    @Ctx() context: AppContext,
    @Root() row: Import,
    @Arg('kind', () => ImportRowKindEnum, { nullable: true, description: 'Of which kind.' }) kind: ImportRowKind | null,
    @Arg('guessed', () => Boolean, {
      nullable: true,
      description: 'Those in which something was guessed, or the others.',
    })
    guessed: boolean | null,
    @Arg('first', () => FirstType, firstArg(50)) first: number,
    @Arg('after', () => String, afterArg) after: string | null,
  ): Promise<Page<ImportRowFace>> {
    return rowsOfImport(context, row, { kind: kind ?? null, guessed: guessed ?? null, first, after });
  }

  @FieldResolver(() => String, { nullable: true, description: 'What went wrong, and what to do about it.' })
  failure(@Ctx() context: AppContext, @Root() row: Import): string | null {
    return row.failure ? messageFor(row.failure, context.locale, { max: importLimits.rowsMax }) : null;
  }

  @FieldResolver(() => [BottleneckType], {
    description: 'After undoing: cases that others changed since and that keep that change.',
  })
  keptChanges(@Ctx() context: AppContext, @Root() row: Import): Promise<object[]> {
    return context.nodes('Bottleneck', row.keptIds);
  }

  @FieldResolver(() => [Ability], { description: 'What the viewer may do: MAP, FIX, CONFIRM, APPLY, UNDO, DISCARD.' })
  viewerCan(@Ctx() context: AppContext, @Root() row: Import): AbilityFact[] {
    return abilitiesOnImport(context, row);
  }
}

@Resolver(() => ImportRowType)
export class ImportRowFields {
  @FieldResolver(() => BottleneckType, { nullable: true, description: 'The case it is about; null for a new one.' })
  bottleneck(@Ctx() context: AppContext, @Root() row: ImportRowFace): Promise<object | null> {
    return context.node('Bottleneck', row.bottleneckId);
  }

  @FieldResolver(() => [ImportCell], { description: 'Its cells, in the order of the columns.' })
  cells(@Ctx() context: AppContext, @Root() row: ImportRowFace): ImportCell[] {
    return cellsOf(context, row);
  }

  @FieldResolver(() => [String], { description: 'What is to be said of the row as a whole.' })
  messages(@Ctx() context: AppContext, @Root() row: ImportRowFace): string[] {
    return messagesOf(context, row);
  }
}
