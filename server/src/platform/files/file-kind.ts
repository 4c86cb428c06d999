import { fileEndings, type FileEnding } from '@versnellingstafel/shared/files/file-limits';
import type { MessageCode } from '@versnellingstafel/shared/errors/messages';
import { zipNames } from './zip-names.ts';

/** What each kind of file is called on the wire. */
export const mediaTypes: Readonly<Record<FileEnding, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
  png: 'image/png',
  jpg: 'image/jpeg',
  txt: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
};

/** Folders in which the three kinds of office file keep what they are. */
const officeFolders = { docx: 'word/', xlsx: 'xl/', pptx: 'ppt/' } as const;
/** What text begins with when it is a page, a picture with scripts or a program. */
const activeText =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!doctype|<html|<head|<body|<svg|<script|<iframe|#!)/i;

/** The ending of a name when it is one that we take, in small letters; `jpeg` is `jpg`. */
function endingOf(name: string): FileEnding | null {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase().replace('jpeg', 'jpg');
  return fileEndings.find((known) => known === ending) ?? null;
}

/** What the bytes say that a file is: an ending, `text`, or null for anything that we do not take. */
function kindOf(bytes: Buffer, ending: FileEnding): FileEnding | 'text' | null {
  const begins = (...start: number[]) => start.every((byte, index) => bytes[index] === byte);
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return 'pdf';
  if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  if (begins(0xff, 0xd8, 0xff)) return 'jpg';
  if (begins(0x50, 0x4b, 0x03, 0x04)) return kindOfZip(bytes);
  return isPlainText(bytes, ending === 'csv') ? 'text' : null;
}

function kindOfZip(bytes: Buffer): FileEnding | null {
  const names = zipNames(bytes);
  if (!names) return null;
  if (names[0] === 'mimetype') {
    // An OpenDocument file says what it is in its first bytes: 30 of the header, 8 of the name, and then the type itself.
    const type = bytes.toString('latin1', 38, 38 + 60);
    return (['odt', 'ods', 'odp'] as const).find((ending) => type.startsWith(mediaTypes[ending])) ?? null;
  }
  if (!names.includes('[Content_Types].xml')) return null;
  const endings = Object.keys(officeFolders) as (keyof typeof officeFolders)[];
  return endings.find((ending) => names.some((name) => name.startsWith(officeFolders[ending]))) ?? null;
}

/** @param asExcelWrites a CSV from Excel on Windows is no UTF-8. */
function isPlainText(bytes: Buffer, asExcelWrites: boolean): boolean {
  if (bytes.includes(0)) return false;
  const text = decoded(bytes, 'utf-8') ?? (asExcelWrites ? decoded(bytes, 'windows-1252') : null);
  if (text === null) return false;
  // oxlint-disable-next-line no-control-regex
  return !/[\u0001-\u0008\u000e-\u001a\u001c-\u001f]/.test(text) && !activeText.test(text.slice(0, 4_096));
}

function decoded(bytes: Buffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Programs inside an office file: macros, and objects that start by themselves. */
function hasMacros(bytes: Buffer): boolean {
  return (zipNames(bytes) ?? []).some((name) => /vbaProject\.bin$|activeX\//i.test(name));
}

/**
 * The ending under which a file may be kept, or why not. What the bytes say decides; a name that says something else is refused, so
 * that nobody opens a program that is called a report.
 */
export function judgeFile(name: string, bytes: Buffer): { ending: FileEnding } | { code: MessageCode } {
  const ending = endingOf(name);
  if (ending === null) return { code: 'FILE_TYPE_REFUSED' };
  const kind = kindOf(bytes, ending);
  const isTextEnding = ending === 'txt' || ending === 'csv' || ending === 'md';
  if (isTextEnding ? kind !== 'text' : kind !== ending) return { code: 'FILE_NOT_AS_NAMED' };
  return hasMacros(bytes) ? { code: 'FILE_WITH_MACROS' } : { ending };
}
