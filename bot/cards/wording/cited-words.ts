/** An advisor's words with the instructions they cite: as links where they can be pressed, as titles where they can't. */
import { type Cited, citedIn } from '../../domain/instructions/citing.ts';
import { plain } from '../elements/elements.ts';

/**
 * As Markdown; the words are made plain, only the line's own links work. `shape` is given the words and how many signs
 * the links take.
 */
export function withLinks(text: string, shape: (words: string, links: number) => string = plain): string {
  const { words, cited } = citedIn(text);
  const links = cited.map((one) => `- [${plain(nameOf(one))}](${one.link})`).join('\r');
  return [shape(words, links.length), links].filter(Boolean).join('\n\n');
}

/** As it is copied or shortened: a link that can't be pressed is only in the way. */
export function withTitles(text: string): string {
  const { words, cited } = citedIn(text);
  return [words, ...cited.map((one) => `- ${nameOf(one)}`)].join('\n');
}

const nameOf = ({ title, version }: Cited) => `${title} (v${version})`;
