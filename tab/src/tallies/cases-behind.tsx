/** The cases behind a figure, as far as they are kept, with the way to each one's thread. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Link,
  Text,
} from '@fluentui/react-components';
import { spokenCaseId } from '../../../bot/domain/case/case-id.ts';
import type { Cut } from '../../../bot/domain/tally/facts.ts';
import type { CasesBehind } from '../../../bot/domain/views/tally-views.ts';
import type { PageProps } from '../kit/pages.ts';
import { useQuery } from '../kit/query.ts';
import { Shown } from '../kit/states.tsx';
import { useStyles } from '../kit/styles.ts';
import { momentText } from '../kit/when.ts';
import { addressOf, type TallyQuery } from './asking.ts';
import type { Say } from './words.ts';

type Props = Pick<PageProps, 'texts' | 'server' | 'openLink'> & {
  readonly asking: TallyQuery;
  readonly figure: Figure;
  readonly open: boolean;
  readonly say: Say;
  readonly onClose: () => void;
};

/** What lies within what is looked at; `what` it counts, in words. */
export type Figure = { readonly within: Cut; readonly what: string };

/** It stays in the tree when closed, so that what lies below can be reached again. */
export function CasesDialog({ figure, open: isOpen, onClose, ...rest }: Props) {
  const { say } = rest;
  return (
    <Dialog open={isOpen} onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{say.behind.heading(figure.what)}</DialogTitle>
          <DialogContent>
            <Asked within={figure.within} {...rest} />
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{say.behind.close}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function Asked({
  asking,
  within,
  say,
  texts,
  server,
  openLink,
}: Omit<Props, 'figure' | 'open' | 'onClose'> & Pick<Figure, 'within'>) {
  const asked = { ...asking, cut: { ...asking.cut, ...within } };
  const { remote, again } = useQuery<CasesBehind>(server, addressOf(asked, '/cases'));
  return (
    <Shown remote={remote} texts={texts} onAgain={() => void again()}>
      {(behind) => <Behind behind={behind} say={say} openLink={openLink} />}
    </Shown>
  );
}

type BehindProps = Pick<Props, 'say' | 'openLink'> & { readonly behind: CasesBehind };

export function Behind({ behind: { cases, contacts, all }, say, openLink }: BehindProps) {
  const styles = useStyles();
  return (
    <div className={styles.parts}>
      <Text>{say.behind.count(cases.length, contacts)}</Text>
      {!all && <Text>{say.behind.notAll}</Text>}
      {cases.length === 0 && <Text>{say.behind.none}</Text>}
      {cases.length > 0 && (
        <ul className={styles.list}>
          {cases.map((one) => (
            <CaseBehind key={one.id} one={one} say={say} openLink={openLink} />
          ))}
        </ul>
      )}
    </div>
  );
}

function CaseBehind({
  one: { id, receivedAt, link },
  say,
  openLink,
}: Omit<BehindProps, 'behind'> & { readonly one: CasesBehind['cases'][number] }) {
  const styles = useStyles();
  const spoken = spokenCaseId(id);
  return (
    <li className={styles.row}>
      <Text font="numeric" weight="semibold">
        {link === undefined ? (
          spoken
        ) : (
          <Link
            inline
            href={link}
            target="_blank"
            rel="noreferrer"
            aria-label={say.behind.open(spoken)}
            onClick={(press) => {
              // Teams opens its own threads in place; a browser would open a second Teams
              press.preventDefault();
              openLink(link);
            }}
          >
            {spoken}
          </Link>
        )}
      </Text>
      <Text>{momentText(say.language, receivedAt)}</Text>
    </li>
  );
}
