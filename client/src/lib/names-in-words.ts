import { i18n } from '@lingui/core';
import { toLocaleCode } from './i18n.ts';

/** “Anna”, “Anna en Bram”, “Anna, Bram en Eva”, in the active language. */
export function namesInWords(names: readonly string[]): string {
  return new Intl.ListFormat(toLocaleCode(i18n.locale), { type: 'conjunction' }).format(names);
}
