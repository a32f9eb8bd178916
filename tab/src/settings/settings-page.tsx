/** The supervisors' settings: people and roles, channels, opening hours, and who handled a case. */
import { Title2 } from '@fluentui/react-components';
import type { StaffView } from '../../../bot/domain/views/staff-views.ts';
import { useAsked } from '../asked.ts';
import type { PageProps } from '../pages.ts';
import { Shown } from '../states.tsx';
import { useStyles } from '../styles.ts';
import { CaseAudit } from './case-audit.tsx';
import { Channels } from './channels.tsx';
import { History } from './history.tsx';
import { Hours } from './hours.tsx';
import { People } from './people.tsx';

export function SettingsPage({ texts, server, rest }: PageProps) {
  const styles = useStyles();
  const { remote, again } = useAsked<StaffView>(server, '/staff');
  const [part, id] = rest;
  return (
    <div className={styles.parts}>
      <Title2 as="h1" className={styles.heading}>
        {texts.settings.title}
      </Title2>
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
