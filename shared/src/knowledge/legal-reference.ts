/** A source as it was typed, and where to read it when that is known for sure. */
export interface LegalReference {
  readonly text: string;
  readonly url: string | null;
}

/** A Dutch ruling: https://www.rechtspraak.nl/Uitspraken/paginas/ecli.aspx */
const ecli = /\bECLI:NL:[A-Z]{1,7}:\d{4}:[A-Z0-9.]{1,25}(?<!\.)/i;

/** `Kamerstukken II 2020/21, 32 847, nr. 1159`; session, chamber and number may be missing. */
const parliamentaryPaper =
  /\bkamerstuk(?:ken)?\b[\s,]*(?:I{1,2}\b[\s,]*)?(?:\d{4}[/-]\d{2,4}[\s,]*)?(\d{2})[\s.]?(\d{3})(?:-([IVXLC]+)\b)?(?:[\s,]*nr?s?\.?\s*(\d{1,5}))?/i;

/**
 * Recognises what a reader can look up: a ruling by its ECLI, papers of parliament by dossier and number, and a text
 * that is an address on the web and nothing else. Only http and https come out; everything else is text without a link.
 */
export function legalReferenceOf(text: string): LegalReference {
  return { text, url: rulingUrl(text) ?? paperUrl(text) ?? webAddress(text) };
}

function rulingUrl(text: string): string | null {
  const found = ecli.exec(text);
  return found ? `https://uitspraken.rechtspraak.nl/details?id=${found[0].toUpperCase()}` : null;
}

function paperUrl(text: string): string | null {
  const found = parliamentaryPaper.exec(text);
  if (!found) return null;
  const dossier = `${found[1]}${found[2]}${found[3] ? `-${found[3].toUpperCase()}` : ''}`;
  const base = 'https://zoek.officielebekendmakingen.nl';
  return found[4] ? `${base}/kst-${dossier}-${found[4]}.html` : `${base}/dossier/${dossier}`;
}

/** A host with a dot in it, no name or password before it (RFC 3986, without what people do not type). */
const address = /^https?:\/\/(?:[a-z0-9-]+\.)+[a-z0-9-]+(?::\d{1,5})?(?:[/?#][^\s"<>\\^`{|}]*)?$/i;

function webAddress(text: string): string | null {
  return address.test(text) ? text : null;
}

/** Something that was meant as an ECLI: the word with a colon (or a slip for it) and what is attached to it. */
const meantAsEcli = /\bECLI\s?[:;][^\s,()[\]"]*/gi;

/** The form of every ECLI, of any country or of the Union: country, court, year, number. */
const wellFormedEcli = /^ECLI:[A-Z]{2}:[A-Z0-9]{1,7}:\d{4}:[A-Z0-9.]{1,25}$/i;

/** The first ECLI in a source that cannot be one, as it was written; null when all of them can. */
export function brokenEcli(reference: string): string | null {
  for (const [meant] of reference.matchAll(meantAsEcli)) {
    const written = meant.replace(/[.;]+$/, '');
    if (!wellFormedEcli.test(written)) return written;
  }
  return null;
}
