/** Who has which role and is away until when; another person is found by name. */
import {
  Badge,
  Button,
  Field,
  Input,
  mergeClasses,
  Text,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import type { FoundPeople, StaffMember, StaffView } from '../../../../bot/domain/views/staff-views.ts';
import type { TabTexts } from '../../../../bot/words/tab/tab-texts.ts';
import { LeaveForm } from '../../duty/leave-form.tsx';
import { leaveWords, savedWords } from '../../duty/leave-words.ts';
import { Over, useAbout } from '../../kit/over.tsx';
import type { PageProps } from '../../kit/pages.ts';
import { useQuery } from '../../kit/query.ts';
import { Shown, Told } from '../../kit/states.tsx';
import { useStyles } from '../../kit/styles.ts';
import { SectionHeading } from '../../kit/ways-within.tsx';
import { rolesOf } from './roles.ts';
import { RolesForm } from './roles-form.tsx';

type Props = Pick<PageProps, 'texts' | 'server'> & {
  readonly staff: StaffView;
  readonly onChanged: () => Promise<void>;
};

export function People({ staff, texts, server, onChanged }: Props) {
  const styles = useStyles();
  const say = texts.settings.people;
  const { about: chosen, isOpen, ask, close } = useAbout<Chosen>();
  // counted: the same words twice are two changes, and what was found before the second is of the past
  const [saved, setSaved] = useState<{ readonly words?: string; readonly times: number }>({ times: 0 });
  const onSaved = (words: string) => {
    close();
    setSaved(({ times }) => ({ words, times: times + 1 }));
    void onChanged();
  };
  return (
    <section className={styles.panel} aria-labelledby="people">
      <SectionHeading id="people">{say.heading}</SectionHeading>
      <Told times={saved.times}>{saved.words}</Told>
      {staff.members.length === 0 && <Text>{say.none}</Text>}
      <Members members={staff.members} regions={staff.regions} texts={texts} onChoose={ask} />
      <Search key={saved.times} staff={staff} texts={texts} server={server} onChoose={ask} />
      <Over open={isOpen} onClose={close}>
        {chosen && <Change {...{ chosen, staff, texts, server, onSaved }} onClose={close} />}
      </Over>
    </section>
  );
}

/** Whom to change, and what of them. */
type Chosen = { readonly member: StaffMember; readonly what: 'roles' | 'leave' };

type MemberChangeProps = Omit<Props, 'onChanged'> & {
  readonly chosen: Chosen;
  readonly onClose: () => void;
  readonly onSaved: (words: string) => void;
};

function Change({ chosen: { member, what }, staff, texts, server, onClose, onSaved }: MemberChangeProps) {
  const { id, name, lastDayAway } = member;
  const common = { texts, server, onClose };
  return what === 'roles' ? (
    <RolesForm
      {...common}
      member={member}
      regions={staff.regions}
      onSaved={() => onSaved(texts.settings.people.saved(name))}
    />
  ) : (
    <LeaveForm
      {...common}
      title={texts.duty.changeOf(name)}
      path={`/staff/people/${id}/duty`}
      duty={{ today: staff.today, ...(lastDayAway && { lastDayAway }) }}
      onSaved={(now) => onSaved(savedWords(texts, name, now))}
    />
  );
}

type MemberChoiceProps = {
  readonly regions: StaffView['regions'];
  readonly texts: TabTexts;
  readonly onChoose: (chosen: Chosen) => void;
};

function Members({ members, ...rest }: MemberChoiceProps & { readonly members: readonly StaffMember[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {members.map((member) => (
        <li key={member.id} className={styles.row}>
          <Standing member={member} {...rest} />
          <Ways member={member} {...rest} />
        </li>
      ))}
    </ul>
  );
}

type OneOf = MemberChoiceProps & { readonly member: StaffMember };

function Standing({ member, regions, texts }: OneOf) {
  const styles = useStyles();
  return (
    <div className={styles.grow}>
      <Text weight="semibold">{member.name}</Text>
      <span className={styles.line}>
        {rolesOf(member, regions, texts).map((role) => (
          <Badge key={role} appearance="tint">
            {role}
          </Badge>
        ))}
        {member.left && <Badge color="warning">{texts.settings.people.left}</Badge>}
        {isAdvisor(member) && member.lastDayAway && (
          <Badge appearance="outline">{leaveWords(texts, member)}</Badge>
        )}
      </span>
    </div>
  );
}

/** Nothing rings others than advisors: they have nothing to be away from. */
const isAdvisor = ({ advisorIn }: StaffMember) => advisorIn.length > 0;

function Ways({ member, texts, onChoose }: OneOf) {
  const styles = useStyles();
  const backHere = useRestoreFocusTarget();
  const say = texts.settings.people;
  return (
    <div className={mergeClasses(styles.line, styles.onScreen)}>
      {isAdvisor(member) && (
        <Button
          {...backHere}
          aria-label={texts.duty.changeOf(member.name)}
          onClick={() => onChoose({ member, what: 'leave' })}
        >
          {texts.duty.change}
        </Button>
      )}
      <Button
        {...backHere}
        aria-label={say.changeOf(member.name)}
        onClick={() => onChoose({ member, what: 'roles' })}
      >
        {say.change}
      </Button>
    </div>
  );
}

type MemberSearchProps = Pick<PageProps, 'texts' | 'server'> & {
  readonly staff: StaffView;
  readonly onChoose: MemberChoiceProps['onChoose'];
};

function Search(props: MemberSearchProps) {
  const styles = useStyles();
  const say = props.texts.settings.people;
  const [name, setName] = useState('');
  const [wanted, want] = useState('');
  const find = (submit: FormEvent) => {
    submit.preventDefault();
    want(name.trim());
  };
  return (
    <>
      <search>
        <form className={styles.form} onSubmit={find}>
          <Field label={say.search} hint={say.searchHint} className={styles.grow}>
            <Input value={name} maxLength={100} onChange={(_, { value }) => setName(value)} />
          </Field>
          <Button type="submit" className={styles.below}>
            {say.find}
          </Button>
        </form>
      </search>
      {wanted && <Found {...props} wanted={wanted} />}
    </>
  );
}

function Found({ staff, texts, server, onChoose, wanted }: MemberSearchProps & { readonly wanted: string }) {
  const say = texts.settings.people;
  const { remote, again } = useQuery<FoundPeople>(server, `/staff/people?name=${encodeURIComponent(wanted)}`);
  return (
    <Shown remote={remote} texts={texts} onAgain={() => void again()}>
      {({ people, more }) => (
        <>
          <Text role="status">{more ? say.more : say.found(people.length)}</Text>
          <Members members={people} regions={staff.regions} texts={texts} onChoose={onChoose} />
        </>
      )}
    </Shown>
  );
}
