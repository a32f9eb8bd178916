/** The way from a row to its case's thread in Teams. */
import { Link } from '@fluentui/react-components';
import { spokenCaseId } from '../../../bot/domain/case/case-id.ts';
import type { CaseId } from '../../../bot/domain/names.ts';
import type { TabTexts } from '../../../bot/words/tab/tab-texts.ts';
import type { PageProps } from '../kit/pages.ts';
import { useStyles } from '../kit/styles.ts';

export function ThreadLink({
  row: { id, thread },
  texts,
  openLink,
}: {
  readonly row: { readonly id: CaseId; readonly thread?: string };
  readonly texts: TabTexts;
  readonly openLink: PageProps['openLink'];
}) {
  const styles = useStyles();
  if (thread === undefined) return null;
  return (
    <Link
      inline
      href={thread}
      target="_blank"
      rel="noreferrer"
      className={styles.onScreen}
      aria-label={texts.now.thread(spokenCaseId(id))}
      onClick={(press) => {
        // Teams opens its own threads in place; a browser would open a second Teams
        press.preventDefault();
        openLink(thread);
      }}
    >
      {texts.now.threadShort}
    </Link>
  );
}
