/** A run of words, and whether the other text lacks it. */
export interface Run {
  text: string;
  differs: boolean;
}

const words = (text: string): string[] => text.split(/(?<=\s)(?=\S)/);

/** The words that two texts have in common, in order: the longest such row (dynamic programming over both). */
function common(left: readonly string[], right: readonly string[]): Set<string> {
  const same = (i: number, j: number): boolean => left[i]?.trim() === right[j]?.trim();
  const lengths = Array.from({ length: left.length + 1 }, () => new Uint16Array(right.length + 1));
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--)
      lengths[i]?.fill(same(i, j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1)), j, j + 1);
  }
  const pairs = new Set<string>();
  for (let i = 0, j = 0; i < left.length && j < right.length;) {
    if (same(i, j)) pairs.add(`l${i++}`).add(`r${j++}`);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}

function runs(parts: readonly string[], side: 'l' | 'r', kept: ReadonlySet<string>): Run[] {
  const result: Run[] = [];
  parts.forEach((text, index) => {
    const differs = !kept.has(`${side}${index}`);
    const last = result.at(-1);
    if (last?.differs === differs) last.text += text;
    else result.push({ text, differs });
  });
  return result;
}

/** Cuts two texts into runs that both have and runs that one has, word by word. Long texts (over 2,000 words together) differ as a whole. */
export function wordDifferences(left: string, right: string): { left: Run[]; right: Run[] } {
  const [l, r] = [words(left), words(right)];
  const kept = l.length + r.length > 2000 ? new Set<string>() : common(l, r);
  return { left: runs(l, 'l', kept), right: runs(r, 'r', kept) };
}
