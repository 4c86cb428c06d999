/** A UUID as text, as the source of a regular expression. */
export const uuidPattern = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
/** Whether a whole text is a UUID, as we write it. */
export const uuidText = new RegExp(`^${uuidPattern}$`);
