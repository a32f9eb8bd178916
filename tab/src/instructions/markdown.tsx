/** Draws Markdown as elements: no HTML of the writer's, no pictures from elsewhere, only links that are safe. */
import type { ComponentProps } from 'react';
import Markdown, { defaultUrlTransform } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { useInstructionStyles } from './instruction-styles.ts';

export function MarkdownText({ text }: { readonly text: string }) {
  return (
    <Markdown
      remarkPlugins={[remarkGfm]}
      disallowedElements={['img']}
      unwrapDisallowed
      urlTransform={safeAddress}
      components={{ a: Link, h1: 'h2', input: Task, table: Table }}
    >
      {text}
    </Markdown>
  );
}

/** Phone numbers are called from the page; the library's own rule knows only the web and e-mail. */
const safeAddress = (address: string) =>
  /^tel:[+\d ()-]+$/.test(address) ? address : defaultUrlTransform(address);

/** The way to another instruction stays in the page; all else opens beside it. */
function Link({ href = '', children }: ComponentProps<'a'>) {
  const styles = useInstructionStyles();
  // its address was not safe
  if (href === '') return <>{children}</>;
  const beside = href.startsWith('#') ? {} : { target: '_blank', rel: 'noreferrer' };
  return (
    <a href={href} className={styles.link} {...beside}>
      {children}
    </a>
  );
}

/** Wide tables scroll by themselves; who has no mouse can reach them. */
function Table({ children }: ComponentProps<'table'>) {
  const styles = useInstructionStyles();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div className={styles.wideTable} tabIndex={0}>
      <table>{children}</table>
    </div>
  );
}

/** A box that nobody can tick is only a sign. */
const Task = ({ checked }: ComponentProps<'input'>) => (checked ? '☑' : '☐');
