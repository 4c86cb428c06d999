import { type MessageCode, messageFor } from '@versnellingstafel/shared/errors/messages';

/** A rule of the API was broken: thrown, and mapped once to `extensions.code`. Never data. */
export class Breach extends Error {
  override readonly name: string = 'Breach';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** There is no session, or it has ended. */
export class Unauthenticated extends Breach {
  override readonly name = 'Unauthenticated';
  constructor(message = 'Sign in first.') {
    super('UNAUTHENTICATED', message);
  }
}

/** The viewer may not do this. `reason` is the code of the sentence that says who may. */
export class Forbidden extends Breach {
  override readonly name = 'Forbidden';
  readonly reason: MessageCode;

  constructor(reason: MessageCode = 'FORBIDDEN') {
    super('FORBIDDEN', messageFor(reason, 'en'));
    this.reason = reason;
  }
}

/**
 * The input cannot even be read: a date that does not exist, a word where a number stands. `reason` is the code of the
 * sentence that says what to do, `path` the field, as in the problems of a payload.
 */
export class BadInput extends Breach {
  override readonly name = 'BadInput';

  constructor(
    readonly reason: MessageCode,
    readonly path: readonly string[] = [],
    readonly values: Readonly<Record<string, string | number>> = {},
  ) {
    super(
      'BAD_USER_INPUT',
      messageFor(reason, 'en', { field: path.findLast((step) => !/^\d+$/.test(step)) ?? 'input', ...values }),
    );
  }
}
