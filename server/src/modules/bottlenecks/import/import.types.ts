import type { ImportField } from '@versnellingstafel/shared/bottlenecks/import-fields';
import type { ImportState } from '@versnellingstafel/shared/bottlenecks/import-permissions';
import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { graphEnum } from '../../../platform/graphql/graph-enum.ts';
import { Node } from '../../../platform/graphql/node.type.ts';
import { Payload } from '../../../platform/graphql/payload.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import type { ImportCellState, ImportRowKind } from './import-cells.ts';

const ImportStateEnum = graphEnum<ImportState>('ImportState', 'How far an import has come.', {
  READING: 'The file is being read.',
  MAPPING: 'Somebody has to say which column is what.',
  CHECKING: 'The rows are being tried out.',
  READY: 'Tried out; nothing is changed yet.',
  APPLYING: 'The rows are being applied.',
  APPLIED: 'Applied.',
  UNDONE: 'Applied and undone.',
  DISCARDED: 'Thrown away.',
  FAILED: 'Something went wrong; nothing was changed.',
});

export const ImportFieldEnum = graphEnum<ImportField>('ImportField', 'What a column of a list can be.', {
  NUMBER: 'The number of a case that is there already.',
  TITLE: 'The title.',
  DESCRIPTION: 'The description.',
  ASK: 'What is asked.',
  TRIED_SO_FAR: 'What was tried.',
  PROJECT: 'Its projects, by name.',
  PLAN_NUMBER: 'Its projects, by plan number.',
  MUNICIPALITY: 'The municipality or village.',
  THEME: 'Its themes.',
  STATE: 'The state, for a new case.',
  HOMES_BLOCKED: 'Homes that wait.',
  OWNER: 'The owner.',
  LEAD: 'The lead.',
  ACTION_HOLDER: 'Who takes the next step; kept as text.',
  NEXT_STEP: 'The next step.',
  DUE_ON: 'The due date.',
  DECISION_BY: 'The date of the decision.',
  CONSTRUCTION_START: 'The start of construction.',
  CONFIDENTIALITY: 'Who may see it.',
  SOLVABLE_AT: 'The level that can solve it.',
  FILED_ON: 'When it was filed, for a new case.',
  REMARK: 'A remark; kept as text.',
});

export const ImportRowKindEnum = graphEnum<ImportRowKind>('ImportRowKind', 'What applying does with a row.', {
  NEW: 'A new case.',
  CHANGED: 'A case that is there changes.',
  UNCHANGED: 'A case that is there says the same already.',
  REFUSED: 'Nothing, until what is wrong is put right.',
  SKIPPED: 'Nothing: it was left out.',
});

const ImportCellStateEnum = graphEnum<ImportCellState>('ImportCellState', 'What became of a cell.', {
  TAKEN: 'Taken as it is.',
  GUESSED: 'Read as something; to be confirmed.',
  BLANK: 'Empty; what is there stays.',
  REFUSED: 'Cannot be taken; the message says why.',
  IGNORED: 'Not used; the message says why.',
});

@Policy('withParent')
@ObjectType('ImportSheet', { description: 'A sheet of the file.', simpleResolvers: true })
export class ImportSheet {
  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => Int, { description: 'Rows with something in them.' })
  rowCount!: number;
}

@Policy('withParent')
@ObjectType('ImportColumn', { description: 'A column of the list.', simpleResolvers: true })
export class ImportColumn {
  @Field(() => Int, { description: 'Its place, from 0.' })
  index!: number;

  @Field(() => String, { description: 'Its heading.' })
  header!: string;

  @Field(() => [String], { description: 'Some of what stands in it.' })
  samples!: readonly string[];

  @Field(() => ImportFieldEnum, { nullable: true, description: 'What it was said to be; null: it is not used.' })
  field!: ImportField | null;

  @Field(() => ImportFieldEnum, {
    nullable: true,
    description: 'Suggested from the header, or remembered from the last time.',
  })
  suggested!: ImportField | null;

  @Field(() => Boolean, { description: 'true: the suggestion is what was chosen the last time.' })
  remembered!: boolean;
}

@Policy('withParent')
@ObjectType('ImportCount', { description: 'How many rows of one kind.', simpleResolvers: true })
export class ImportCount {
  @Field(() => ImportRowKindEnum, { description: 'Which kind.' })
  kind!: ImportRowKind;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@Policy('withParent')
@ObjectType('ImportCell', { description: 'A cell of the trial run.', simpleResolvers: true })
export class ImportCell {
  @Field(() => Int, { nullable: true, description: 'The place of its column; null when it was added by hand.' })
  column!: number | null;

  @Field(() => String, { nullable: true, description: 'The heading of its column.' })
  header!: string | null;

  @Field(() => ImportFieldEnum, { description: 'What it is.' })
  field!: ImportField;

  @Field(() => String, { description: 'As it stands in the file, or as it was put right.' })
  raw!: string;

  @Field(() => String, { nullable: true, description: 'As it will be stored, in words; null when refused or blank.' })
  value!: string | null;

  @Field(() => String, { nullable: true, description: 'As it is now, for a row that changes.' })
  before!: string | null;

  @Field(() => ImportCellStateEnum, { description: 'What became of it.' })
  state!: ImportCellState;

  @Field(() => String, { nullable: true, description: 'Why, in the language of the viewer.' })
  message!: string | null;
}

@Policy('signedIn')
@ObjectType('ImportRow', { implements: Node, description: 'A row of the trial run.' })
export class ImportRowType extends Node {
  @Field(() => Int, { description: 'The row of the sheet.', simple: true })
  rowNumber!: number;

  @Field(() => ImportRowKindEnum, { description: 'What applying does with it.', simple: true })
  kind!: ImportRowKind;

  @Field(() => String, { description: 'The title of the case.', simple: true })
  title!: string;

  @Field(() => Boolean, { description: 'Changed by somebody else since the trial run.', simple: true })
  stale!: boolean;
}

@Policy('withParent')
@ObjectType('ImportRowConnection', { description: 'A page of rows, in the order of the sheet.' })
export class ImportRowConnection extends connectionOf('ImportRow', () => ImportRowType) {
  @Field(() => Int, { description: 'How many there are.', simple: true })
  totalCount!: number;
}

@Policy('signedIn')
@ObjectType('Import', { implements: Node, description: 'A list on its way into a table; seen by who began it.' })
export class ImportType extends Node {
  @Field(() => ImportStateEnum, { description: 'How far it has come.', simple: true })
  state!: ImportState;

  @Field(() => String, { description: 'The name of the file.', simple: true })
  fileName!: string;

  @Field(() => Date, { description: 'When it began.', simple: true })
  startedAt!: Date;

  @Field(() => [ImportSheet], { description: 'The sheets of the file.', simple: true })
  sheets!: readonly ImportSheet[];

  @Field(() => String, { nullable: true, description: 'The sheet that is brought in.', simple: true })
  sheet!: string | null;

  @Field(() => Int, { nullable: true, description: 'The row of headings; 0 when there is none.', simple: true })
  headerRow!: number | null;

  @Field(() => [ImportColumn], { description: 'The columns of the sheet.', simple: true })
  columns!: readonly ImportColumn[];

  @Field(() => Int, { description: 'Rows done in the running phase.', simple: true })
  done!: number;

  @Field(() => Int, { description: 'Rows to do in the running phase.', simple: true })
  total!: number;

  @Field(() => Boolean, { description: 'Somebody looked at what was guessed, and agreed.', simple: true })
  guessesConfirmed!: boolean;

  @Field(() => Date, { nullable: true, description: 'When it was applied.', simple: true })
  appliedAt!: Date | null;

  @Field(() => Int, { description: 'Counts its changes.', simple: true })
  version!: number;
}

@Policy('withParent')
@ObjectType('ImportPayload', { description: 'The import as it is now.' })
export class ImportPayload extends Payload {}

@Policy('withParent')
@ObjectType('ImportRowPayload', { description: 'The row and the import as they are now.' })
export class ImportRowPayload extends Payload {}

@Policy('withParent')
@ObjectType('ImportFieldInfo', { description: 'What a column can be, in words.', simpleResolvers: true })
export class ImportFieldInfo {
  @Field(() => ImportFieldEnum, { description: 'Which one.' })
  field!: ImportField;

  @Field(() => String, { description: 'What it is called.' })
  label!: string;

  @Field(() => Boolean, { description: 'A list cannot do without it.' })
  required!: boolean;

  @Field(() => String, { description: 'What is expected in it.' })
  hint!: string;
}
