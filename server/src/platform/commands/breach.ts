/** A rule of the API was broken: thrown, and mapped once to `extensions.code`. Never data. */
export class Breach extends Error {
  override readonly name: string = 'Breach'
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/** There is no session, or it has ended. */
export class Unauthenticated extends Breach {
  override readonly name = 'Unauthenticated'
  constructor(message = 'Sign in first.') {
    super('UNAUTHENTICATED', message)
  }
}

/** The viewer may never do this, whatever the state of things. */
export class Forbidden extends Breach {
  override readonly name = 'Forbidden'
  constructor(message = 'This is not allowed.') {
    super('FORBIDDEN', message)
  }
}
