/** The database cannot be reached or refuses for now: the same request may succeed later. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable'
  readonly code = 'DATABASE_UNAVAILABLE'
  readonly retriable = true
}

/** The database is older than this version of the server. */
export class MigrationsPending extends Error {
  override readonly name = 'MigrationsPending'
  readonly code = 'MIGRATIONS_PENDING'
  constructor(readonly pending: readonly string[]) {
    super(`The database is behind: ${pending.length} migration(s) have not run (${pending.join(', ')}).`)
  }
}

/** Another process has the data folder open. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse'
  readonly code = 'FOLDER_IN_USE'
}

/** A second entity manager was used inside an open transaction. */
export class SecondForkInTransaction extends Error {
  override readonly name = 'SecondForkInTransaction'
  readonly code = 'SECOND_FORK_IN_TRANSACTION'
}
