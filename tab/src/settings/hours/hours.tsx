/** The line's opening hours among the settings: in force now, the week, exceptional days and history. */
import { Button, MessageBar, MessageBarActions, MessageBarBody, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { HoursView } from '../../../../bot/domain/views/hours-views.ts';
import { hoursTextsFor } from '../../../../bot/words/tab/hours-texts.ts';
import type { PageProps } from '../../kit/pages.ts';
import { useQuery } from '../../kit/query.ts';
import { Shown, Told } from '../../kit/states.tsx';
import { useStyles } from '../../kit/styles.ts';
import { SectionHeading } from '../../kit/ways-within.tsx';
import { type HoursProps, Why } from './common.tsx';
import { Holidays, HoursExceptions } from './exceptions.tsx';
import { HoursHistory } from './history.tsx';
import { useHoursSaving } from './saving.ts';
import { HoursWeek } from './week.tsx';
import { momentWords } from './words.ts';

type Props = Pick<PageProps, 'texts' | 'server'>;

export function Hours({ texts, server }: Props) {
  const { remote, again } = useQuery<HoursView>(server, '/hours');
  const styles = useStyles();
  const say = hoursTextsFor(texts.language);
  return (
    <section className={styles.panel} aria-labelledby="hours">
      <SectionHeading id="hours">{say.heading}</SectionHeading>
      <Text>{say.lead}</Text>
      <Shown remote={remote} texts={texts} onAgain={() => void again()}>
        {(view) => <HoursInForce view={view} say={say} texts={texts} server={server} onChanged={again} />}
      </Shown>
    </section>
  );
}

export function HoursInForce(props: Omit<HoursProps, 'onDone'>) {
  const styles = useStyles();
  const [told, tell] = useState<string>();
  const { say, texts, view } = props;
  const common = { ...props, onDone: tell };
  return (
    <>
      <Told>{told}</Told>
      {!view.confirmed && <Unconfirmed {...common} />}
      <Text size={200} className={styles.quiet}>
        {view.set ? say.set(view.set.by, momentWords(texts.language, view.set.at)) : say.fromFile}
      </Text>
      <HoursWeek {...common} />
      <HoursExceptions {...common} />
      <Holidays {...common} />
      <HoursHistory {...common} />
    </>
  );
}

function Unconfirmed({ say, texts, view, server, onChanged, onDone }: HoursProps) {
  const saving = useHoursSaving(server, view, onChanged);
  const confirm = async () => {
    if (await saving.save({ do: 'confirm' })) onDone(say.confirmed);
  };
  return (
    <>
      <Why saving={saving} say={say} texts={texts} />
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>{say.unconfirmed}</MessageBarBody>
        <MessageBarActions>
          <Button disabledFocusable={saving.busy} onClick={() => void confirm()}>
            {say.confirm}
          </Button>
        </MessageBarActions>
      </MessageBar>
    </>
  );
}
