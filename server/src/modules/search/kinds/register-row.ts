import { type DocumentKind, fact } from './document-kind.ts';

/** What the rows of registers have in common: everybody who is signed in may look them up, and they lie in a municipality. */
export const registerRow: Pick<DocumentKind, 'subject' | 'visible' | 'states' | 'facts'> = {
  subject: null,
  visible: () => ({ sql: 'true', params: [] }),
  states: [],
  facts: {
    municipality: fact((row) => `${row}.municipality_id`),
    region: fact((row) => `(select fm.region_id from municipality fm where fm.id = ${row}.municipality_id)`),
  },
};

/** A register does not tell when a row changed, and an old one is not worth less. */
export const unknownDay = new Date(0);
