/** How well one question was answered. */
export interface Judged {
  readonly id: string;
  readonly query: string;
  /** Of the first five, or of as many as there are to find. */
  readonly precisionAt5: number;
  readonly recallAt20: number;
  /** One over the place of the first right answer; 0 without one. */
  readonly reciprocal: number;
  readonly nothing: boolean;
  readonly milliseconds: number;
}

/** Holds the first twenty finds against the right answers. */
export function judged(
  question: { readonly id: string; readonly query: string; readonly expected: readonly string[] },
  keys: readonly string[],
  milliseconds: number,
): Judged {
  const right = new Set(question.expected);
  const among = (count: number) => keys.slice(0, count).filter((key) => right.has(key)).length;
  const place = keys.findIndex((key) => right.has(key));
  return {
    id: question.id,
    query: question.query,
    precisionAt5: among(5) / Math.min(5, right.size),
    recallAt20: among(20) / right.size,
    reciprocal: place < 0 ? 0 : 1 / (place + 1),
    nothing: keys.length === 0,
    milliseconds,
  };
}

/** The figures of a set of questions, each 0 to 1 but the last, which is in milliseconds. */
export interface Figures {
  readonly questions: number;
  readonly inTop3: number;
  readonly precisionAt5: number;
  readonly recallAt20: number;
  readonly mrr: number;
  readonly nothing: number;
  readonly p50: number;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

export const isInTop3 = ({ reciprocal }: Judged) => reciprocal >= 1 / 3;

export function figuresOf(all: readonly Judged[]): Figures {
  const times = all.map(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b);
  return {
    questions: all.length,
    inTop3: all.filter(isInTop3).length / all.length,
    precisionAt5: mean(all.map((one) => one.precisionAt5)),
    recallAt20: mean(all.map((one) => one.recallAt20)),
    mrr: mean(all.map((one) => one.reciprocal)),
    nothing: all.filter(({ nothing }) => nothing).length / all.length,
    p50: times[Math.floor(times.length / 2)] ?? 0,
  };
}

const percent = (share: number) => `${(share * 100).toFixed(1)}%`;

/** A table of these figures, one column a set. */
export function table(sets: Readonly<Record<string, Figures>>): string {
  const columns = Object.entries(sets);
  const rows: [string, (figures: Figures) => string][] = [
    ['questions', ({ questions }) => String(questions)],
    ['right answer in the first three', ({ inTop3 }) => percent(inTop3)],
    ['precision@5', ({ precisionAt5 }) => percent(precisionAt5)],
    ['recall@20', ({ recallAt20 }) => percent(recallAt20)],
    ['MRR', ({ mrr }) => mrr.toFixed(3)],
    ['nothing found', ({ nothing }) => percent(nothing)],
    ['p50', ({ p50 }) => `${p50.toFixed(0)} ms`],
  ];
  const line = (name: string, cells: readonly string[]) =>
    `${name.padEnd(32)}${cells.map((cell) => cell.padStart(18)).join('')}`;
  return [
    line(
      '',
      columns.map(([name]) => name),
    ),
    ...rows.map(([name, cell]) =>
      line(
        name,
        columns.map(([, figures]) => cell(figures)),
      ),
    ),
  ].join('\n');
}
