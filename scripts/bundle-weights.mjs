import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** One thing that is downloaded, in kB after gzip (a font as it is), and what it may weigh. */
const weight = (name, bytes, budget) => ({ name, value: bytes / 1000, budget, unit: 'kB' });

const shell = 'src/app/shell/Shell.tsx';
const isPage = (key) => /^src\/app\/pages\/\w+Page\.tsx$/.test(key);
/** Stands without the frame, so the frame is none of its weight. */
const frameless = ['src/app/pages/SignInPage.tsx'];

/**
 * What the built client weighs: the start (with everything that it imports), what each route adds to it (with the frame around the
 * page), the styles of the page that has most, and each font.
 * @param {string} dist folder of the built client, with its manifest
 */
export function bundleWeights(dist) {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
  const read = (file) => readFileSync(join(dist, file));
  const packed = (file) => gzipSync(read(file), { level: 9 }).length;
  const gzipped = (keys) => [...keys].reduce((sum, key) => sum + packed(manifest[key].file), 0);

  /** A chunk and all that comes along with it without being asked for. */
  function closure(key, found = new Set()) {
    if (found.has(key)) return found;
    found.add(key);
    for (const imported of manifest[key].imports ?? []) closure(imported, found);
    return found;
  }

  const start = closure(Object.keys(manifest).find((key) => manifest[key].isEntry));
  const lazy = new Set([...start].flatMap((key) => manifest[key].dynamicImports ?? []));
  const catalogue = [...lazy].find((key) => key.endsWith('locales/nl.po'));
  const frame = closure(shell);
  const routes = [...lazy].filter(isPage).map((key) => {
    const brings = new Set([...closure(key), ...(frameless.includes(key) ? [] : frame)]);
    return weight(key.replace('src/app/pages/', ''), gzipped([...brings].filter((one) => !start.has(one))), 60);
  });
  const text = ['minutes-text/MinutesText', 'shared-text/SharedTextEditor'].flatMap((part) => [
    ...closure(`src/features/${part}.tsx`),
  ]);
  /** The styles of the start, and those that come along with a page. */
  const sheets = (key) => new Set([...start, ...frame, ...closure(key)].flatMap((one) => manifest[one].css ?? []));
  const heaviest = Math.max(
    ...[...lazy].filter(isPage).map((key) => [...sheets(key)].reduce((sum, file) => sum + packed(file), 0)),
  );
  const fonts = new Set(
    Object.values(manifest).flatMap(({ assets = [] }) => assets.filter((file) => file.endsWith('.woff2'))),
  );

  return [
    weight('start', gzipped(start), 165),
    // One catalogue serves every page; it comes beside the start and grows with the product: 27 kB with meetings,
    // 36 with all that cases can do. Cutting it up by page would send the words that pages share many times.
    weight('words in Dutch', gzipped([catalogue]), 50),
    ...routes.toSorted((one, other) => other.value - one.value),
    weight('a text to write in', gzipped(new Set(text.filter((key) => !start.has(key) && !frame.has(key)))), 175),
    weight('styles of one page', heaviest, 12),
    ...[...fonts].map((file) => weight(file.replace('assets/', ''), read(file).length, 30)),
  ];
}
