/** Which channel serves whom, what is broken, and how another is bound. */
import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
  MessageBar,
  MessageBarBody,
  Text,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { BindingView, StaffView } from '../../../../bot/domain/views/staff-views.ts';
import type { TabTexts } from '../../../../bot/words/tab/tab-texts.ts';
import { useDeed } from '../../kit/deed.ts';
import { Over, useAbout } from '../../kit/over.tsx';
import type { PageProps } from '../../kit/pages.ts';
import { Failed, Told } from '../../kit/states.tsx';
import { useStyles } from '../../kit/styles.ts';
import { SectionHeading } from '../../kit/ways-within.tsx';
import { momentText } from '../../kit/when.ts';

type Props = Pick<PageProps, 'texts' | 'server'> & {
  readonly staff: StaffView;
  readonly onChanged: () => Promise<void>;
};

export function Channels({ staff, texts, server, onChanged }: Props) {
  const styles = useStyles();
  const say = texts.settings.channels;
  const { about: chosen, isOpen, ask, close } = useAbout<BindingView>();
  const [done, setDone] = useState<string>();
  const nameOf = (target: BindingView['for']) =>
    staff.regions.find(({ id }) => id === target)?.name[texts.language] ?? say.supervisors;
  const onUnbound = async (target: BindingView['for']) => {
    close();
    setDone(say.unboundNow(nameOf(target)));
    await onChanged();
  };
  return (
    <section className={styles.panel} aria-labelledby="channels">
      <SectionHeading id="channels">{say.heading}</SectionHeading>
      <Text>{say.how}</Text>
      <Told>{done}</Told>
      <ul className={styles.list}>
        {staff.bindings.map((one) => (
          <Bound key={one.for} one={one} name={nameOf(one.for)} texts={texts} onChoose={() => ask(one)} />
        ))}
      </ul>
      <Over alert open={isOpen} onClose={close}>
        {chosen?.channel && (
          <Unbinding
            target={chosen.for}
            title={say.unbindOf(nameOf(chosen.for), chosen.channel.name)}
            texts={texts}
            server={server}
            onClose={close}
            onUnbound={() => void onUnbound(chosen.for)}
          />
        )}
      </Over>
    </section>
  );
}

type BoundProps = {
  readonly one: BindingView;
  readonly name: string;
  readonly texts: TabTexts;
  readonly onChoose: () => void;
};

function Bound({ one: { for: target, channel }, name, texts, onChoose }: BoundProps) {
  const backHere = useRestoreFocusTarget();
  const styles = useStyles();
  const say = texts.settings.channels;
  return (
    <li className={styles.row}>
      <div className={styles.grow}>
        <Text weight="semibold">{name}</Text>
        {channel ? (
          <>
            <Text>{channel.name}</Text>
            <Text size={200} className={styles.quiet}>
              {say.bound(channel.boundBy, momentText(texts.language, channel.boundAt))}
            </Text>
          </>
        ) : (
          <NoChannel target={target} texts={texts} />
        )}
        {channel?.broken && <Warning>{say.broken[channel.broken]}</Warning>}
      </div>
      {channel && (
        <Button
          {...backHere}
          className={styles.onScreen}
          aria-label={say.unbindOf(name, channel.name)}
          onClick={onChoose}
        >
          {say.unbind}
        </Button>
      )}
    </li>
  );
}

/** Questions of a region wait unseen; supervisors are reached without a channel as well. */
function NoChannel({ target, texts }: { readonly target: BindingView['for']; readonly texts: TabTexts }) {
  const say = texts.settings.channels;
  return target === 'supervisors' ? (
    <Text size={200}>{say.unboundSupervisors}</Text>
  ) : (
    <Warning>{say.unbound}</Warning>
  );
}

function Warning({ children }: { readonly children: string }) {
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{children}</MessageBarBody>
    </MessageBar>
  );
}

type UnbindingProps = Pick<PageProps, 'texts' | 'server'> & {
  readonly target: BindingView['for'];
  readonly title: string;
  readonly onClose: () => void;
  readonly onUnbound: () => void;
};

function Unbinding({ target, title, texts, server, onClose, onUnbound }: UnbindingProps) {
  const { settings } = texts;
  const { busy, failure, act } = useDeed(server);
  const unbind = async () => {
    const path = `/staff/bindings/${encodeURIComponent(target)}`;
    if (await act({ method: 'DELETE', path })) onUnbound();
  };
  return (
    <DialogBody>
      <DialogTitle>{title}</DialogTitle>
      <DialogContent>
        {failure && <Failed failure={failure} texts={texts} />}
        {settings.channels.sure}
      </DialogContent>
      <DialogActions fluid>
        <Button onClick={onClose}>{settings.cancel}</Button>
        <Button appearance="primary" disabledFocusable={busy} onClick={() => void unbind()}>
          {settings.channels.unbind}
        </Button>
      </DialogActions>
    </DialogBody>
  );
}
