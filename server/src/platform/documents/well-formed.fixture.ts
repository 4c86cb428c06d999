/** Is this XML in which every element is closed in its order and every `&` is an entity? */
export function wellFormed(xml: string): boolean {
  const open: string[] = [];
  const rest = xml.replace(
    /<\?[^?]*\?>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/g,
    (_whole, end, name, _attributes, empty) => {
      if (name === undefined || empty) return '';
      if (end) return open.pop() === name ? '' : '<';
      open.push(name);
      return '';
    },
  );
  return open.length === 0 && !rest.includes('<') && !/&(?!\w+;|#\d+;|#x[\da-f]+;)/i.test(xml);
}
