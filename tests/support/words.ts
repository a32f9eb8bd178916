/** All that a card says, as one text, inputs' values included. */
export function wordsIn(card: unknown): string {
  if (typeof card !== 'object' || card === null) return '';
  if (Array.isArray(card)) return card.map(wordsIn).filter(Boolean).join('\n');
  const { text, title, value, items, body, actions, facts, choices, columns, label } = card as Record<
    string,
    unknown
  >;
  const own = [text, title, label, value].filter((one) => typeof one === 'string');
  // a backslash only keeps a sign from being Markdown
  const inner = [items, body, facts, columns, choices, actions].map(wordsIn);
  return [...own, ...inner]
    .filter(Boolean)
    .join('\n')
    .replace(/\\(?=[^\w\s])/g, '');
}
