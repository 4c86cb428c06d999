import type { ImportField } from '@versnellingstafel/shared/bottlenecks/import-fields';
import { Field, ID, InputType, Int } from 'type-graphql';
import { ImportFieldEnum } from './import.types.ts';

@InputType('StartImportInput', { description: 'A list that comes into a table.' })
export class StartImportInput {
  @Field(() => ID, { description: 'Into which table.' })
  tableId!: string;

  @Field(() => ID, { description: 'The file, uploaded to /files.' })
  fileId!: string;
}

@InputType('ImportMappingInput', { description: 'What one column is.' })
export class ImportMappingInput {
  @Field(() => Int, { description: 'The place of the column, from 0.' })
  column!: number;

  @Field(() => ImportFieldEnum, { nullable: true, description: 'What it is; null: it is not used.' })
  field?: ImportField | null;
}

@InputType('ImportVersionInput', { description: 'An import in the version that was seen.' })
export class ImportVersionInput {
  @Field(() => ID, { description: 'Which one.' })
  importId!: string;

  @Field(() => Int, { description: 'The version that was seen.' })
  expectedVersion!: number;
}

@InputType('MapImportInput', { description: 'Which column is what.' })
export class MapImportInput extends ImportVersionInput {
  @Field(() => String, { nullable: true, description: 'Another sheet; the columns are then looked at anew.' })
  sheet?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Another row of headings, 0 when there is none; the columns are then looked at anew.',
  })
  headerRow?: number | null;

  @Field(() => [ImportMappingInput], { description: 'What each column is; one that is left out is not used.' })
  mapping!: ImportMappingInput[];
}

@InputType('FixImportCellInput', { description: 'A cell of the trial run that is put right.' })
export class FixImportCellInput {
  @Field(() => ID, { description: 'Which row.' })
  rowId!: string;

  @Field(() => ImportFieldEnum, { description: 'Which cell.' })
  field!: ImportField;

  @Field(() => String, { description: 'What should stand there.' })
  value!: string;
}

@InputType('SkipImportRowInput', { description: 'A row of the trial run that is left out.' })
export class SkipImportRowInput {
  @Field(() => ID, { description: 'Which row.' })
  rowId!: string;

  @Field(() => Boolean, { description: 'true: leave it out; false: take it in again.' })
  skip!: boolean;
}
