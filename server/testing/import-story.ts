import { globalId } from '../src/platform/graphql/global-id.ts';
import type { Cast, Part } from './bottleneck-cast.ts';
import { upload } from './file-samples.ts';
import type { AnswerData } from './graph-client.ts';

/** What a test sees of an import. */
const importFields = `id state version fileName sheet headerRow done total failure guessCount guessesConfirmed appliedAt
  sheets { name rowCount } columns { index header samples field suggested remembered } counts { kind count }
  table { name } startedBy { name } keptChanges { number title } viewerCan { verb allowed reason }`;
const rowFields = `id rowNumber kind title stale messages bottleneck { number title }
  cells { column header field raw value before state message }`;
const problems = 'problems { __typename code message path }';

/** A list on its way into a table, step by step, as one of the cast. */
export class ImportStory {
  constructor(
    private readonly cast: Cast,
    private readonly part: Part = 'secretary',
  ) {}

  /** Uploads a file and begins to bring it in. */
  async start(name: string, body: Uint8Array | string, table = this.cast.west): Promise<AnswerData> {
    const answer = await upload(this.cast.app, this.cast.as(this.part).cookie, name, body);
    allWell(answer.errors ?? []);
    return this.run('startImport', 'StartImportInput', {
      tableId: globalId('AccelerationTable', table.id),
      fileId: answer.file?.id,
    });
  }

  /** Begins and reads. */
  async read(name: string, body: Uint8Array | string): Promise<AnswerData> {
    const { import: started, problems: found } = await this.start(name, body);
    allWell(found);
    await this.work();
    return this.look(started.id);
  }

  /** Takes what is suggested, and tries the rows out. */
  async tryOut(name: string, body: Uint8Array | string): Promise<AnswerData> {
    const read = await this.read(name, body);
    if (read.state !== 'MAPPING') throw new Error(`It is ${read.state}: ${read.failure}`);
    const { problems: found } = await this.map(read);
    allWell(found);
    await this.work();
    return this.look(read.id);
  }

  /** Says which column is what: as suggested, but for those that are named. */
  map(read: AnswerData, other: Record<string, string | null> = {}): Promise<AnswerData> {
    const mapping = read.columns.map((column: { index: number; header: string; suggested: string | null }) => ({
      column: column.index,
      field: column.header in other ? other[column.header] : column.suggested,
    }));
    return this.run('mapImport', 'MapImportInput', { ...versionOf(read), mapping });
  }

  /** Whatever waits for the server is done. */
  work(): Promise<void> {
    return this.cast.app.platform.jobs.run('imports');
  }

  async look(id: string): Promise<AnswerData> {
    const query = `query ($id: ID!) { import(id: $id) { ${importFields} } }`;
    return (await this.cast.as(this.part).run(query, { id })).import;
  }

  /** All rows, or those of a kind. */
  async rows(id: string, kind?: string): Promise<AnswerData[]> {
    const query = `query ($id: ID!, $kind: ImportRowKind, $after: String) { import(id: $id) { rows(kind: $kind, first: 50, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { ${rowFields} } } } } }`;
    const found: AnswerData[] = [];
    let after: string | null = null;
    do {
      const { rows }: AnswerData = (await this.cast.as(this.part).run(query, { id, kind, after })).import;
      found.push(...rows.edges.map((edge: { node: object }) => edge.node));
      after = rows.pageInfo.hasNextPage ? rows.pageInfo.endCursor : null;
    } while (after !== null);
    return found;
  }

  /** A step that takes the version: `applyImport`, `undoImport` … */
  step(name: string, seen: AnswerData): Promise<AnswerData> {
    return this.run(name, 'ImportVersionInput', versionOf(seen));
  }

  fix(rowId: string, field: string, value: string): Promise<AnswerData> {
    return this.run('fixImportCell', 'FixImportCellInput', { rowId, field, value }, `row { ${rowFields} }`);
  }

  skip(rowId: string, skip = true): Promise<AnswerData> {
    return this.run('skipImportRow', 'SkipImportRowInput', { rowId, skip }, `row { ${rowFields} }`);
  }

  /** Confirms what was guessed and applies. */
  async apply(seen: AnswerData): Promise<AnswerData> {
    const confirmed = await this.step('confirmImportGuesses', seen);
    allWell(confirmed.problems);
    return this.step('applyImport', confirmed.import);
  }

  private async run(name: string, type: string, input: object, more = ''): Promise<AnswerData> {
    const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${problems} import { ${importFields} } ${more} } }`;
    return (await this.cast.as(this.part).run(query, { input }))[name];
  }
}

/** @throws Error with what stands in the way. */
function allWell(found: readonly object[]): void {
  if (found.length > 0) throw new Error(JSON.stringify(found));
}

const versionOf = (seen: AnswerData) => ({ importId: seen.id, expectedVersion: seen.version });

/** Codes and paths of what stands in the way. */
export const codesOf = ({ problems: found }: { problems: { code: string; path: string[] }[] }) =>
  found.map((problem) => [problem.code, problem.path.join('.')]);

/** The kinds of rows and how many, as an object. */
export const countsIn = (seen: AnswerData): Record<string, number> =>
  Object.fromEntries(seen.counts.map(({ kind, count }: { kind: string; count: number }) => [kind, count]));
