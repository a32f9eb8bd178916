/** The words of a message that Teams hands over as HTML. */

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** Plain text with the message's own lines; empty when it holds pictures, cards or files only. */
export function textOfHtml(html: string): string {
  const text = html
    .replace(/<(attachment|style|script|title)\b[^<>]*>[^<>]*<\/\1>/gi, '')
    .replace(/<emoji\b[^<>]*?\balt="([^"<>]*)"[^<>]*>/gi, '$1')
    .replace(/\s+/g, ' ')
    .replace(/<br\s*\/?>|<\/(?:p|div|li|tr|h[1-6]|blockquote|pre)>/gi, '\n')
    .replace(/<li\b[^<>]*>/gi, '- ')
    .replace(/<[^<>]*>/g, '');
  // decoded last, and once: a written `&amp;lt;` is no tag
  return tidy(text.replace(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]{2,6});/gi, decoded));
}

function decoded(whole: string, name: string): string {
  if (!name.startsWith('#')) return named[name.toLowerCase()] ?? whole;
  const code = name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

/** No blanks at the ends of lines, no more than one empty line. */
export const tidy = (text: string): string =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/[\s\u200b]+/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
