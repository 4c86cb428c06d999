import { fileLimits } from '@versnellingstafel/shared/files/file-limits';

// oxlint-disable-next-line no-control-regex
const unwanted = /[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/**
 * A name that is safe in a header, on a disk and in a list: no path, nothing invisible, nothing that turns the direction of writing
 * around (so that `fdp.exe` cannot show as `exe.pdf`), and not too long. The ending stays.
 */
export function safeFileName(given: string): string {
  const last = given.replace(/\\/g, '/').split('/').at(-1) ?? '';
  const clean = last
    .replace(unwanted, '')
    .toWellFormed()
    .replace(/[<>:"|?*]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/[.\s]+$/, '');
  const ending = /\.[a-zA-Z0-9]{1,8}$/.exec(clean)?.[0] ?? '';
  const stem = clean.slice(0, clean.length - ending.length).replace(/^[.\s]+/, '');
  const letters = [...stem].slice(0, fileLimits.nameMax - ending.length).join('');
  return `${letters.trim() || 'bestand'}${ending}`;
}

/** The header that tells a browser to save (or show) a file under this name, in any alphabet. */
export function contentDisposition(kind: 'inline' | 'attachment', name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\]/g, '');
  const exact = encodeURIComponent(name).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${exact}`;
}
