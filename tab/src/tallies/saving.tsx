/** What is looked at as a file or on paper. */
import { Button, mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import type { PageProps } from '../kit/pages.ts';
import type { Failure } from '../kit/remote.ts';
import { saveFrom } from '../kit/saving.ts';
import { Failed } from '../kit/states.tsx';
import { useStyles } from '../kit/styles.ts';
import { addressOf, type TallyQuery } from './asking.ts';
import type { Say } from './words.ts';

type Props = Pick<PageProps, 'texts' | 'server'> & {
  readonly asking: TallyQuery;
  readonly say: Say;
  /** Two dimensions, when it is their table that is saved. */
  readonly table?: { readonly rows: string; readonly across: string };
};

export function Saving({ asking, say, texts, server, table }: Props) {
  const styles = useStyles();
  const [failure, setFailure] = useState<Failure>();
  const fetchFile = async (part: '/xlsx' | '/csv') => {
    const path = addressOf(asking, part, { language: say.language, ...table });
    setFailure(await saveFrom(server, path));
  };
  return (
    <fieldset className={mergeClasses(styles.fieldset, styles.onScreen)} aria-label={say.save.label}>
      <div className={styles.line}>
        <Button onClick={() => void fetchFile('/xlsx')}>{say.save.xlsx}</Button>
        <Button onClick={() => void fetchFile('/csv')}>{say.save.csv}</Button>
        {!table && <Button onClick={() => window.print()}>{say.save.print}</Button>}
      </div>
      {failure && <Failed failure={failure} texts={texts} />}
    </fieldset>
  );
}
