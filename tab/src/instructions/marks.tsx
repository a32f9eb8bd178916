/** How a page of the instructions stands, in a word or two. */
import { Badge } from '@fluentui/react-components';
import type { InstructionSummary } from '../../../bot/domain/views/library-views.ts';
import { useStyles } from '../kit/styles.ts';
import type { InstructionProps } from './common.ts';

export function Marks({ page, say }: Pick<InstructionProps, 'say'> & { readonly page: InstructionSummary }) {
  const styles = useStyles();
  const { state, overdue, unapproved, read, subject } = page;
  const isToRead = subject === 'induction' && (state === 'published' || state === 'changed');
  return (
    <span className={styles.line}>
      {(state === 'draft' || state === 'changed' || state === 'retired') && (
        <Badge appearance="tint" color={state === 'retired' ? 'subtle' : 'warning'}>
          {say.state[state]}
        </Badge>
      )}
      {unapproved && (
        <Badge appearance="tint" color="warning">
          {say.state.unapproved}
        </Badge>
      )}
      {overdue && <Badge color="danger">{say.state.overdue}</Badge>}
      {read && (
        <Badge appearance="tint" color="success">
          {say.state.read}
        </Badge>
      )}
      {isToRead && !read && (
        <Badge appearance="outline" color="informative">
          {say.state.unread}
        </Badge>
      )}
    </span>
  );
}
