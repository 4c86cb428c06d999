const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as it stands in HTML: nothing that people typed is markup. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}

/** One piece of a mail. */
export type MailBlock =
  | { readonly kind: 'heading' | 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'rows'; readonly rows: readonly (readonly [string, string])[] }
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  | { readonly kind: 'small'; readonly text: string };

const linesOf = (text: string) => escapeHtml(text).replaceAll('\n', '<br>');

function htmlOf(block: MailBlock): string {
  switch (block.kind) {
    case 'heading':
      return `<h2 style="font-size:17px;margin:24px 0 8px">${linesOf(block.text)}</h2>`;
    case 'paragraph':
      return `<p style="margin:0 0 12px">${linesOf(block.text)}</p>`;
    case 'list':
      return `<ul style="margin:0 0 12px;padding-left:20px">${block.items.map((item) => `<li>${linesOf(item)}</li>`).join('')}</ul>`;
    case 'rows':
      return `<table role="presentation" style="border-collapse:collapse">${block.rows
        .map(
          ([left, right]) =>
            `<tr><td style="padding:2px 16px 2px 0;vertical-align:top;white-space:nowrap">${linesOf(left)}</td><td style="padding:2px 0">${linesOf(right)}</td></tr>`,
        )
        .join('')}</table>`;
    case 'link':
      return `<p style="margin:20px 0"><a href="${escapeHtml(block.url)}">${linesOf(block.text)}</a></p>`;
    case 'small':
      return `<p style="margin:24px 0 0;font-size:13px;color:#555">${linesOf(block.text)}</p>`;
  }
}

function textOf(block: MailBlock): string {
  switch (block.kind) {
    case 'heading':
      return `${block.text}\n${'-'.repeat(block.text.length)}`;
    case 'paragraph':
    case 'small':
      return block.text;
    case 'list':
      return block.items.map((item) => `- ${item}`).join('\n');
    case 'rows':
      return block.rows.map(([left, right]) => `${left}  ${right}`).join('\n');
    case 'link':
      return `${block.text}:\n${block.url}`;
  }
}

/** The same mail as plain text and as simple HTML: no pictures, nothing from elsewhere. */
export function mailBody(
  language: string,
  title: string,
  blocks: readonly MailBlock[],
): { text: string; html: string } {
  const body = blocks.map(htmlOf).join('\n');
  return {
    text: `${blocks.map(textOf).join('\n\n')}\n`,
    html: `<!doctype html>\n<html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head><body style="font-family:sans-serif;font-size:16px;line-height:1.5;max-width:640px">\n${body}\n</body></html>\n`,
  };
}
