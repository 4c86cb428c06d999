/** Interface languages. Dutch first. */
export type MessageLocale = 'nl' | 'en';
/** A sentence for people that says what to do next, in both languages; `{name}` is filled in. */
export type Message = { readonly nl: string; readonly en: string };
export type Messages = Readonly<Record<string, Message>>;
