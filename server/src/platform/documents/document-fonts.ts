import { readFileSync } from 'node:fs';

const faces = [
  '400Regular/SourceSans3_400Regular.ttf',
  '400Regular_Italic/SourceSans3_400Regular_Italic.ttf',
  '600SemiBold/SourceSans3_600SemiBold.ttf',
  '700Bold/SourceSans3_700Bold.ttf',
] as const;

/** The files of the typeface that comes with the server: a document looks the same on a machine without fonts. The first is upright. */
export function readFonts(): Buffer[] {
  const folder = import.meta.resolve('@expo-google-fonts/source-sans-3/package.json');
  return faces.map((face) => readFileSync(new URL(face, folder)));
}
