/** The supervisors' settings: people and roles, channels, opening hours, and who handled a case. */
import { mergeClasses, Title2 } from '@fluentui/react-components';
import type { StaffView } from '../../../bot/domain/views/staff-views.ts';
import { hoursTextsFor } from '../../../bot/words/tab/hours-texts.ts';
import type { TabTexts } from '../../../bot/words/tab/tab-texts.ts';
import type { PageProps } from '../kit/pages.ts';
import { useQuery } from '../kit/query.ts';
import { hrefOf } from '../kit/route.ts';
import { Shown } from '../kit/states.tsx';
import { useStyles } from '../kit/styles.ts';
import { useSectionArrival, WaysWithin } from '../kit/ways-within.tsx';
import { Channels } from './channels/channels.tsx';
import { CaseAudit } from './history/case-audit.tsx';
import { History } from './history/history.tsx';
import { Hours } from './hours/hours.tsx';
import { People } from './people/people.tsx';

/** As they are named in addresses and by their headings' ids: never translated, never changed. */
const sections = ['people', 'channels', 'hours', 'history', 'audit'] as const;

/** `#/settings/hours` leads to a section, `#/settings/audit/7KQ4MXU` with an id filled in. */
export function SettingsPage({ texts, server, rest }: PageProps) {
  const styles = useStyles();
  const { remote, again } = useQuery<StaffView>(server, '/staff');
  const [part, id] = rest;
  useSectionArrival(
    sections.find((one) => one === part),
    remote.state !== 'loading',
    'settings',
  );
  return (
    <div className={styles.parts}>
      <Title2
        as="h1"
        id="settings"
        tabIndex={-1}
        className={mergeClasses(styles.heading, styles.place, styles.landing)}
      >
        {texts.settings.title}
      </Title2>
      <Ways texts={texts} />
      <Shown remote={remote} texts={texts} onAgain={() => void again()}>
        {(staff) => (
          <>
            <People staff={staff} texts={texts} server={server} onChanged={again} />
            <Channels staff={staff} texts={texts} server={server} onChanged={again} />
          </>
        )}
      </Shown>
      <Hours texts={texts} server={server} />
      <History texts={texts} server={server} />
      <CaseAudit texts={texts} server={server} {...(part === 'audit' && id && { first: id })} />
    </div>
  );
}

function Ways({ texts }: { readonly texts: TabTexts }) {
  const { settings, language } = texts;
  const headings = { ...settings, hours: hoursTextsFor(language) };
  return (
    <WaysWithin
      label={settings.sections}
      ways={sections.map((one) => ({
        href: hrefOf('settings', one),
        words: headings[one].heading,
        heading: one,
      }))}
    />
  );
}
