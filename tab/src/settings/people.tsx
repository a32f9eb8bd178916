/** Who has which role; another person is found by name. */
import { Badge, Button, Field, Input, Text, useRestoreFocusTarget } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import type { TabTexts } from '../../../bot/domain/locales/tab-texts.ts';
import type { FoundPeople, StaffMember, StaffView } from '../../../bot/domain/views/staff-views.ts';
import { useAsked } from '../asked.ts';
import { Over, useAbout } from '../over.tsx';
import type { PageProps } from '../pages.ts';
import { Shown, Told } from '../states.tsx';
import { useStyles } from '../styles.ts';
import { SectionHeading } from '../ways-within.tsx';
import { rolesOf } from './roles.ts';
import { RolesForm } from './roles-form.tsx';

type Props = Pick<PageProps, 'texts' | 'server'> & {
  readonly staff: StaffView;
  readonly onChanged: () => Promise<void>;
};

export function People({ staff, texts, server, onChanged }: Props) {
  const styles = useStyles();
  const say = texts.settings.people;
  const { about: chosen, isOpen, ask, close } = useAbout<StaffMember>();
  const [saved, setSaved] = useState<string>();
  const onSaved = async (name: string) => {
    close();
    setSaved(say.saved(name));
    await onChanged();
  };
  return (
    <section className={styles.panel} aria-labelledby="people">
      <SectionHeading id="people">{say.heading}</SectionHeading>
      <Told>{saved}</Told>
      {staff.members.length === 0 && <Text>{say.none}</Text>}
      <Members members={staff.members} regions={staff.regions} texts={texts} onChoose={ask} />
      <Search key={saved} staff={staff} texts={texts} server={server} onChoose={ask} />
      <Over open={isOpen} onClose={close}>
        {chosen && (
          <RolesForm
            member={chosen}
            regions={staff.regions}
            texts={texts}
            server={server}
            onClose={close}
            onSaved={() => void onSaved(chosen.name)}
          />
        )}
      </Over>
    </section>
  );
}

type Choosing = {
  readonly regions: StaffView['regions'];
  readonly texts: TabTexts;
  readonly onChoose: (member: StaffMember) => void;
};

function Members({
  members,
  regions,
  texts,
  onChoose,
}: Choosing & { readonly members: readonly StaffMember[] }) {
  const styles = useStyles();
  const backHere = useRestoreFocusTarget();
  const say = texts.settings.people;
  return (
    <ul className={styles.list}>
      {members.map((member) => (
        <li key={member.id} className={styles.row}>
          <div className={styles.grow}>
            <Text weight="semibold">{member.name}</Text>
            <span className={styles.line}>
              {rolesOf(member, regions, texts).map((role) => (
                <Badge key={role} appearance="tint">
                  {role}
                </Badge>
              ))}
              {member.left && <Badge color="warning">{say.left}</Badge>}
            </span>
          </div>
          <Button
            {...backHere}
            className={styles.onScreen}
            aria-label={say.changeOf(member.name)}
            onClick={() => onChoose(member)}
          >
            {say.change}
          </Button>
        </li>
      ))}
    </ul>
  );
}

type Searching = Pick<PageProps, 'texts' | 'server'> & {
  readonly staff: StaffView;
  readonly onChoose: Choosing['onChoose'];
};

function Search(props: Searching) {
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

function Found({ staff, texts, server, onChoose, wanted }: Searching & { readonly wanted: string }) {
  const say = texts.settings.people;
  const { remote, again } = useAsked<FoundPeople>(server, `/staff/people?name=${encodeURIComponent(wanted)}`);
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
