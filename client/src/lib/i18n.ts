import { i18n } from '@lingui/core';

/** The languages of the interface. Dutch is the source. */
export type LocaleCode = 'nl' | 'en';

const storageKey = 'locale';

/** The locale as `Intl` and react-aria want it. */
export const intlLocale: Record<LocaleCode, string> = { nl: 'nl-NL', en: 'en-GB' };

/** Narrows any language tag (`nl-NL`, `en`) to one of ours; Dutch when it is neither. */
export function toLocaleCode(tag: string | null | undefined): LocaleCode {
  return tag?.toLowerCase().startsWith('en') ? 'en' : 'nl';
}

/** The language that this device chose before, or Dutch: the browser's language says little about a civil servant's. */
export function readLocale(): LocaleCode {
  try {
    return toLocaleCode(localStorage.getItem(storageKey));
  } catch {
    return 'nl';
  }
}

/** Was a language chosen on this device? */
export function isLocaleChosen(): boolean {
  try {
    return localStorage.getItem(storageKey) !== null;
  } catch {
    return false;
  }
}

/** Remembers the language on this device. Load it with {@link loadLocale}. */
export function writeLocale(locale: LocaleCode): void {
  try {
    localStorage.setItem(storageKey, locale);
  } catch {
    // Storage is blocked: the choice holds until the page closes.
  }
}

/** Fetches one catalogue, activates it and tells the document its language. Only the active language is ever downloaded. */
export async function loadLocale(locale: LocaleCode): Promise<void> {
  const { messages } = locale === 'en' ? await import('../locales/en.po') : await import('../locales/nl.po');
  i18n.loadAndActivate({ locale, messages });
  document.documentElement.lang = locale;
}
