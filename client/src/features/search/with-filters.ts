/** A value by which finds can be narrowed: how it is asked for, and what in the question does so already. */
interface FilterValue {
  filter: string;
  askedBy: readonly string[];
}

/** The question with just these of the values asked for; its other words stay as they were typed. */
export function withFilters(query: string, values: readonly FilterValue[], chosen: readonly string[]): string {
  const dropped = new Set(values.flatMap(({ filter, askedBy }) => (chosen.includes(filter) ? [] : askedBy)));
  // One word, typed once, can ask for several values: those that stay are asked for by themselves.
  const kept = values.filter(({ filter, askedBy }) => chosen.includes(filter) && !stands(askedBy, dropped));
  let rest = query;
  for (const typed of dropped) rest = rest.split(typed).join(' ');
  return [rest.replace(/\s+/g, ' ').trim(), ...kept.map(({ filter }) => filter)].filter(Boolean).join(' ');
}

/** Does something in the question that stays ask for it? */
const stands = (askedBy: readonly string[], dropped: ReadonlySet<string>): boolean =>
  askedBy.some((typed) => !dropped.has(typed));
