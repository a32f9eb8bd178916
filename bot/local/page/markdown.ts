/** The little Markdown that Teams draws in a card or a message: bold, italic, links and lists. Everything else is text. */

/** Safe HTML: whatever comes in, only the tags made here come out. */
export function markdownToHtml(text: string): string {
  const blocks = text.replace(/\r\n?/g, '\n').split(/\n{2,}/);
  const html = blocks.map(blockToHtml);
  return html.length === 1
    ? (html[0] ?? '')
    : html.map((block) => `<div class="block">${block}</div>`).join('');
}

function blockToHtml(block: string): string {
  const lines = block.split('\n');
  const out: string[] = [];
  let list: 'ul' | 'ol' | undefined;
  for (const line of lines) {
    const bullet = /^\s*[-*+]\s+(.*)$/.exec(line);
    const number = /^\s*\d+[.)]\s+(.*)$/.exec(line);
    const wanted = bullet ? 'ul' : number ? 'ol' : undefined;
    if (wanted !== list) {
      if (list) out.push(`</${list}>`);
      if (wanted) out.push(`<${wanted}>`);
      list = wanted;
    }
    const item = bullet?.[1] ?? number?.[1];
    out.push(item === undefined ? `${spansToHtml(line)}<br>` : `<li>${spansToHtml(item)}</li>`);
  }
  if (list) out.push(`</${list}>`);
  return out
    .join('')
    .replace(/(<br>)+$/, '')
    .replace(/<br>(?=<[uo]l>)/g, '');
}

function spansToHtml(text: string): string {
  return escapeHtml(text)
    .replace(escaped, (_, sign: string) => (sign.startsWith('&') ? sign : `&#${sign.charCodeAt(0)};`))
    .replace(/\[([^\]]+)\]\(([^\s)]+)\)/g, (whole, label: string, url: string) => link(whole, label, url))
    .replace(/\*\*(\S(?:.*?\S)?)\*\*/g, '<strong>$1</strong>')
    .replace(/(^|[^\w])__(\S(?:.*?\S)?)__(?!\w)/g, '$1<strong>$2</strong>')
    .replace(/\*(\S(?:[^*]*?\S)?)\*/g, '<em>$1</em>')
    .replace(/(^|[^\w])_(\S(?:[^_]*?\S)?)_(?!\w)/g, '$1<em>$2</em>')
    .replace(/~~(\S(?:.*?\S)?)~~/g, '<s>$1</s>')
    .replace(/&lt;at&gt;(.*?)&lt;\/at&gt;/g, '<span class="mention">$1</span>');
}

/** A backslash takes the meaning off the sign behind it. */
const escaped = /\\(&lt;|&gt;|&amp;|[\\`*_{}[\]()#+\-.!|~])/g;

function link(whole: string, label: string, url: string): string {
  return /^(https?:|mailto:|tel:)/.test(url)
    ? `<a href="${url}" target="_blank" rel="noopener">${label}</a>`
    : whole;
}

export function escapeHtml(text: string): string {
  const names: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (sign) => names[sign] ?? sign);
}
