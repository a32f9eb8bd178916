/** Draws Markdown as elements: no HTML of the writer's, no pictures from elsewhere, only links that are safe. */
import { type ComponentProps, useMemo } from 'react';
import Markdown, { defaultUrlTransform } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { useInstructionStyles } from './instruction-styles.ts';

type Props = {
  readonly text: string;
  /** What a table is called to those who hear the page. */
  readonly table: string;
};

export function MarkdownText({ text, table }: Props) {
  // made again at every look, a table would lose its place
  const parts = useMemo(() => ({ ...components, table: tableCalled(table) }), [table]);
  return (
    <Markdown
      remarkPlugins={[remarkGfm]}
      disallowedElements={['img']}
      unwrapDisallowed
      urlTransform={safeAddress}
      components={parts}
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
const tableCalled = (name: string) =>
  function Table({ children }: ComponentProps<'table'>) {
    const styles = useInstructionStyles();
    return (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      // biome-ignore lint/a11y/useSemanticElements: a fieldset holds controls, and a table has none
      <div className={styles.wideTable} tabIndex={0} role="group" aria-label={name}>
        <table>{children}</table>
      </div>
    );
  };

/** A box that nobody can tick is only a sign. */
const Task = ({ checked }: ComponentProps<'input'>) => (checked ? '☑' : '☐');

const components = { a: Link, h1: 'h2', input: Task } as const;
