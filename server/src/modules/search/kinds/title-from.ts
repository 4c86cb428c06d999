const longestTitle = 140;

/** A long text as a title and the whole of it below; a short one is its own title. */
export function titleFrom(text: string): { title: string; summary: string } {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= longestTitle) return { title: line, summary: '' };
  const cut = line.slice(0, longestTitle);
  const space = cut.lastIndexOf(' ');
  return { title: `${cut.slice(0, space > longestTitle / 2 ? space : longestTitle).trimEnd()}…`, summary: line };
}
