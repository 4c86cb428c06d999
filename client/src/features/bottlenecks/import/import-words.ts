import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { ImportRowKind, ImportState } from '../../../generated/graphql.ts';

/** How far an import is, in a word or two. */
export const importStateWords: Readonly<Record<ImportState, MessageDescriptor>> = {
  READING: msg`Wordt gelezen`,
  MAPPING: msg`Wacht op de kolommen`,
  CHECKING: msg`Proef loopt`,
  READY: msg`Proef klaar, nog niet overgenomen`,
  APPLYING: msg`Wordt overgenomen`,
  APPLIED: msg`Overgenomen`,
  UNDONE: msg`Teruggedraaid`,
  DISCARDED: msg`Weggegooid`,
  FAILED: msg`Mislukt`,
};

/** The kinds of rows, in a word. */
export const rowKindNames: Readonly<Record<ImportRowKind, MessageDescriptor>> = {
  NEW: msg`Nieuw`,
  CHANGED: msg`Gewijzigd`,
  UNCHANGED: msg`Ongewijzigd`,
  REFUSED: msg`Geweigerd`,
  SKIPPED: msg`Overgeslagen`,
};
