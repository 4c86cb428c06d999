import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cruise } from 'dependency-cruiser';
import rules from '../.dependency-cruiser.mjs';
import { filesBelow } from './sources.mjs';

const code = /\.(?:ts|tsx|mjs)$/;

/**
 * Holds the imports below `root` against the rules of `.dependency-cruiser.mjs`.
 * @returns the files that were read and, sorted, each wrong arrow as `rule: from → to`
 * @throws Error when a source file was not read: a cruiser without a parser reads nothing and finds nothing wrong
 */
export async function wrongArrows(root) {
  const sources = ['client', 'server', 'shared', 'schema', 'test', 'scripts'].flatMap((folder) =>
    filesBelow(root, folder, code),
  );
  const { output } = await cruise(sources, {
    ...rules.options,
    ruleSet: { forbidden: rules.forbidden },
    validate: true,
    baseDir: root,
  });
  const read = new Set(output.modules.map((module) => module.source));
  const unread = sources.filter((file) => !read.has(file));
  const edges = output.modules.filter((module) => code.test(module.source) && module.dependencies.length > 0).length;
  if (sources.length === 0 || unread.length > 0 || edges === 0)
    throw new Error(
      `dependency-cruiser read ${read.size} files without ${unread.slice(0, 5).join(', ') || 'any import'}`,
    );
  const wrong = output.summary.violations.map(({ rule, from, to, cycle }) => {
    const path = cycle?.length ? cycle.map((step) => step.name).join(' → ') : to;
    return from === path ? `${rule.name}: ${from}` : `${rule.name}: ${from} → ${path}`;
  });
  return { files: sources.length, wrong: [...new Set(wrong)].toSorted() };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { files, wrong } = await wrongArrows(resolve(import.meta.dirname, '..'));
  for (const line of wrong) console.log(line);
  console.log(`${files} files, ${wrong.length} wrong arrows`);
  process.exitCode = wrong.length > 0 ? 1 : 0;
}
