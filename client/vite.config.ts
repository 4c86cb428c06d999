import { fileURLToPath } from 'node:url';
import { lingui } from '@lingui/vite-plugin';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig, type Alias, type Plugin, type PluginOption } from 'vite';
import { precompileDocuments } from './precompile-documents.ts';

const api = process.env.VITE_API ?? 'http://127.0.0.1:4000';

/** What the build and the component tests share: macros, catalogues, two react-aria languages and the sources of `shared`. */
export const shared: { plugins: PluginOption[]; resolve: { alias: Alias[] } } = {
  plugins: [
    { ...(optimizeLocales.vite({ locales: ['nl-NL', 'en-US'] }) as Plugin), enforce: 'pre' },
    precompileDocuments(),
    react(),
    lingui({ macroTransform: true, cwd: fileURLToPath(new URL('.', import.meta.url)) }),
  ],
  resolve: {
    // An alias and not the `source` condition: react-aria-components exports that condition too, for files it does not publish.
    alias: [
      // React has this hook itself; the stand-in for older ones is never reached.
      { find: 'use-sync-external-store/shim/with-selector', replacement: 'use-sync-external-store/with-selector' },
      {
        find: /^@versnellingstafel\/shared\/(.+)$/,
        replacement: `${fileURLToPath(new URL('../shared/src/', import.meta.url))}$1.ts`,
      },
    ],
  },
};

/** Fetches the one font beside the style sheet instead of after it, so that text settles before it is read. */
function preloadFont(): Plugin {
  return {
    name: 'preload-font',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        return Object.keys(bundle ?? {})
          .filter((file) => /source-sans-3-latin-wght-normal.*\.woff2$/.test(file))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${file}`, crossorigin: true },
            injectTo: 'head' as const,
          }));
      },
    },
  };
}

interface ModuleGraph {
  getModuleInfo(id: string): { importedIds: readonly string[] } | null;
}

/** What the page needs before it knows which page it is: everything that `main.tsx` imports without asking for it later. */
function startOf(graph: ModuleGraph): ReadonlySet<string> {
  const main = fileURLToPath(new URL('src/main.tsx', import.meta.url));
  const found = new Set<string>();
  const waiting = [...(graph.getModuleInfo(main)?.importedIds ?? [])];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    waiting.push(...(graph.getModuleInfo(id)?.importedIds ?? []));
  }
  return found;
}
let start: ReadonlySet<string> | undefined;

export default defineConfig({
  ...shared,
  // rxjs keeps its classes behind this condition; its default build is for browsers without them, and brings helpers along.
  resolve: { ...shared.resolve, conditions: ['es2015', ...defaultClientConditions] },
  plugins: [...shared.plugins, preloadFont()],
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    // The CSP allows no inline script, style or data: font.
    assetsInlineLimit: (file) => (file.endsWith('.svg') ? undefined : false),
    modulePreload: { polyfill: false },
    target: 'baseline-widely-available',
    reportCompressedSize: true,
    // `scripts/budgets.mjs` reads from it what each route brings along.
    manifest: true,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // One file instead of forty small ones: they are all fetched at once anyway, and together they pack better.
          groups: [{ debugName: 'start', name: (id, graph) => ((start ??= startOf(graph)).has(id) ? 'start' : null) }],
        },
      },
    },
  },
  server: {
    proxy: {
      '/graphql': { target: api, ws: true },
      '/collab': { target: api, ws: true },
      '/auth': { target: api },
      '/files': { target: api },
      '/papers': { target: api },
      '/calendar': { target: api },
    },
  },
});
