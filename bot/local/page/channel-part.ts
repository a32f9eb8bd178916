/** A channel: its threads with their replies, and the box that starts a new one. */

import { avatar } from './avatar.ts';
import { leave } from './chat-part.ts';
import { composer } from './composer.ts';
import { fill, h } from './dom.ts';
import { searchBox } from './extension.ts';
import { icon } from './icons.ts';
import { drawThreads, said } from './messages.ts';
import { framed } from './place.ts';
import type { Scene, Where } from './scene.ts';
import type { PageChannel, PageTeam } from './server/page-api.ts';

export interface FoundChannel {
  readonly team: PageTeam;
  readonly channel: PageChannel;
}

export function channelPart(
  main: HTMLElement,
  scene: Scene,
  where: Where,
  { team, channel }: FoundChannel,
): void {
  const { view, texts } = scene;
  where.channel = channel.id;
  const { head, empty, list, foot } = framed(main, channel.id, 'channel');
  fill(head, [view.person.locale, team.name, channel.name], () => heading(scene, where, { team, channel }));
  fill(empty, [channel.threads.length > 0, view.person.locale], () =>
    channel.threads.length > 0 ? [] : [h('p', { class: 'empty' }, texts.nothingYet)],
  );
  drawThreads(list, scene, channel.threads, team.archived);
  fill(foot, [view.person.locale, team.archived], () => [
    team.archived
      ? h('p', { class: 'state' }, texts.archived)
      : composer(scene, {
          placeholder: texts.startPost,
          canMention: true,
          send: (text, mentionBot) => said(foot, scene.act('say', { place: channel.id, text, mentionBot })),
        }),
    !team.archived && searchBox(scene, channel.id),
  ]);
}

function heading(scene: Scene, where: Where, { team, channel }: FoundChannel): HTMLElement[] {
  const back = h('button', {
    type: 'button',
    class: 'quiet back',
    'aria-label': scene.texts.back,
    onclick: () => leave(scene, where),
  });
  back.append(icon('back'));
  return [
    back,
    avatar(team.name, 'team'),
    h('h1', {}, channel.name ?? scene.texts.general),
    h('span', { class: 'of-team' }, team.name),
  ];
}
