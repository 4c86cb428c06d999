/** The database cannot be reached or refuses for now: the same request may succeed later. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';
  readonly code = 'DATABASE_UNAVAILABLE';
  readonly retriable = true;
}

/** The database is older than this version of the server. */
export class MigrationsPending extends Error {
  override readonly name = 'MigrationsPending';
  readonly code = 'MIGRATIONS_PENDING';
  readonly pending: readonly string[];

  constructor(pending: readonly string[]) {
    super(`The database is behind: ${pending.length} migration(s) have not run (${pending.join(', ')}).`);
    this.pending = pending;
  }
}

/** Another process has the data folder open. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
  readonly code = 'FOLDER_IN_USE';
}

/** A second entity manager was used inside an open transaction. */
export class SecondForkInTransaction extends Error {
  override readonly name = 'SecondForkInTransaction';
  readonly code = 'SECOND_FORK_IN_TRANSACTION';
}

/** Error classes of PostgreSQL that mean "not now": connection, resources, operator intervention. */
const unavailableClasses = ['08', '53', '57'];
const unavailableStates = ['25006', '55P03'];
const networkCodes = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
];
const driverComplaints =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable/i;

/**
 * Tells "the database cannot answer now" from every other error.
 * @returns a `DatabaseUnavailable` for the first kind, the error itself otherwise.
 * @see https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
export function asDatabaseError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof DatabaseUnavailable) return error;
  if (!isUnavailable(error)) return error;
  return new DatabaseUnavailable('The database does not answer. Try again in a moment.', { cause: error });
}

/** Two transactions stood in each other's way: the same work may succeed when done again. */
export function isCollision(error: unknown): boolean {
  const code = codeOf(error);
  return code === '40001' || code === '40P01';
}

function isUnavailable(error: Error): boolean {
  const code = codeOf(error);
  if (code !== undefined && (networkCodes.includes(code) || unavailableStates.includes(code))) return true;
  if (code !== undefined && code.length === 5 && unavailableClasses.includes(code.slice(0, 2))) return true;
  if (error instanceof AggregateError) return error.errors.some((each) => each instanceof Error && isUnavailable(each));
  if (driverComplaints.test(error.message)) return true;
  return error.cause instanceof Error && isUnavailable(error.cause);
}

function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error ? (error as { code?: unknown }).code : undefined;
  return typeof code === 'string' ? code : undefined;
}
