/** The test question in a region's channel: looks like a case, says plainly that it is none, and who received it. */
import type { County, Language } from '../../domain/county.ts';
import type { RegionId } from '../../domain/names.ts';
import type { ChannelCheck } from '../../domain/setup/check.ts';
import { textsFor } from '../../words/bot/texts.ts';
import { actNow } from '../elements/actions.ts';
import {
  badge,
  type Card,
  card,
  facts,
  heading,
  type Mention,
  paragraph,
  plain,
  remark,
} from '../elements/elements.ts';
import { readingIn, regionName, whenText } from '../wording/case-words.ts';

type Test = {
  readonly region: RegionId;
  readonly check: ChannelCheck;
  readonly mentions?: readonly Mention[];
};

/** In the channel's language, and marked as a test in the other one too. */
export function testCard({ region, check, mentions }: Test, county: County): Card {
  const language = county.channelLanguage;
  const context = readingIn(county, language);
  const { test: say, button } = context.texts.setup;
  const { received } = check;
  const name = regionName(context, region);
  const whom = (mentions ?? []).map((one) => `<at>${one.name}</at>`).join(', ');
  return card(
    { language, says: say.title(name), mentions },
    [
      badge(say.badge, 'accent'),
      remark(say.other),
      heading(plain(say.title(name))),
      ...(received
        ? [
            badge(plain(say.received(received.by.name, whenText(context, received.at))), 'good'),
            paragraph(say.works),
          ]
        : [paragraph(say.question)]),
      facts([
        [say.asker, plain(say.sender(check.sentBy.name))],
        [say.region, plain(name)],
        [say.sent, whenText(context, check.sentAt)],
      ]),
      ...(whom ? [paragraph(say.whom(whom))] : []),
      remark(say.note),
    ],
    received ? [] : [actNow(button.received, 'setupReceived', { of: region, test: check.id })],
  );
}

type Added = {
  readonly county: County;
  /** Everything is bound already. */
  readonly isInUse: boolean;
  /** Who can take it into use; '' when nobody knows yet. */
  readonly names: string;
  /** Somebody was led in their own chat. */
  readonly isLed: boolean;
};

/** In a team that the app has just been added to: who can take the line into use. It has no buttons to press. */
export function addedCard({ county, isInUse, names, isLed }: Added): Card {
  const language: Language = county.channelLanguage;
  const { added: say } = textsFor(language).setup;
  const hello = say.hello(county.lineName[language]);
  const who = names ? plain(say.who(names)) : say.whoUnknown;
  const lead = isInUse ? [paragraph(say.inUse)] : [paragraph(who), ...(isLed ? [paragraph(say.led)] : [])];
  return card({ language, says: hello }, [heading(plain(hello)), ...lead, remark(say.how)]);
}
