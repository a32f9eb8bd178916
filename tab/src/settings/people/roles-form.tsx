/** What stands in the dialog of one person's roles: first chosen, then confirmed in words, then kept. */
import {
  Button,
  Checkbox,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
  MessageBar,
  MessageBarBody,
  Text,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { StaffMember, StaffView } from '../../../../bot/domain/views/staff-views.ts';
import type { TabTexts } from '../../../../bot/words/tab/tab-texts.ts';
import { Brought } from '../../kit/brought.tsx';
import type { PageProps } from '../../kit/pages.ts';
import type { Failure } from '../../kit/remote.ts';
import { Failed } from '../../kit/states.tsx';
import { useStyles } from '../../kit/styles.ts';
import { rolesOf } from './roles.ts';

type RolesChoice = Pick<StaffMember, 'supervisor' | 'updater' | 'advisorIn'>;
const noRoles: RolesChoice = { supervisor: false, updater: false, advisorIn: [] };

type Props = Pick<PageProps, 'texts' | 'server'> & {
  readonly member: StaffMember;
  readonly regions: StaffView['regions'];
  readonly onClose: () => void;
  readonly onSaved: () => void;
};

export function RolesForm({ member, regions, texts, server, onClose, onSaved }: Props) {
  const [roles, setRoles] = useState<RolesChoice>(rolesIn(member));
  const [sure, setSure] = useState<RolesChoice>();
  const { busy, failure, theirs, keep } = useKeeping(server, member, onSaved);
  const common = { member, regions, texts };
  return (
    <DialogBody>
      <DialogTitle>{texts.settings.people.changeOf(member.name)}</DialogTitle>
      <DialogContent>
        <div role="alert">
          {failure && <Failed failure={failure} texts={texts} />}
          {theirs && <Changed theirs={theirs} {...common} />}
        </div>
        {/* the button that was pressed has gone */}
        <Brought by={sure ? 'sure' : 'choices'}>
          {sure ? (
            <Sure roles={sure} {...common} />
          ) : (
            <Choices roles={roles} onChange={setRoles} {...common} />
          )}
        </Brought>
      </DialogContent>
      {sure ? (
        <SureActions
          texts={texts}
          busy={busy}
          onBack={() => setSure(undefined)}
          onKeep={() => void keep(sure)}
        />
      ) : (
        <ChoiceActions
          texts={texts}
          onClose={onClose}
          onNext={() => setSure(roles)}
          {...(!member.bySettings && { onRemove: () => setSure(noRoles) })}
        />
      )}
    </DialogBody>
  );
}

const rolesIn = ({ supervisor, updater, advisorIn }: RolesChoice): RolesChoice => ({
  supervisor,
  updater,
  advisorIn,
});

type RolesSaving = { readonly busy: boolean; readonly failure?: Failure; readonly theirs?: StaffMember };

/** When somebody else was faster, what was chosen stays, and is kept upon their change only when confirmed again. */
function useKeeping(server: Props['server'], member: StaffMember, onSaved: () => void) {
  const [now, setNow] = useState<RolesSaving>({ busy: false });
  const keep = async (roles: RolesChoice) => {
    const { failure: _, ...before } = now;
    setNow({ ...before, busy: true });
    const body = { roles, seen: rolesIn(now.theirs ?? member) };
    const undone = await server.act({ method: 'PUT', path: `/staff/people/${member.id}`, body });
    if (undone?.no?.code === 'changed-since')
      setNow({ busy: false, theirs: undone.no['theirs'] as StaffMember });
    else setNow({ ...before, busy: false, ...(undone && { failure: undone.failure }) });
    if (!undone) onSaved();
  };
  return { ...now, keep };
}

function Changed({ theirs, regions, texts }: Pick<Props, 'regions'> & ChangedProps) {
  const say = texts.settings.people;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{say.changedSince(rolesOf(theirs, regions, texts).join(', '))}</MessageBarBody>
    </MessageBar>
  );
}
type ChangedProps = { readonly theirs: StaffMember; readonly texts: TabTexts };

type RolesProps = Pick<Props, 'member' | 'regions'> & {
  readonly roles: RolesChoice;
  readonly texts: TabTexts;
};

function Choices({
  member,
  roles,
  regions,
  texts,
  onChange,
}: RolesProps & { readonly onChange: (roles: RolesChoice) => void }) {
  const styles = useStyles();
  const say = texts.settings.people;
  const { advisorIn } = roles;
  return (
    <div className={styles.parts}>
      <fieldset className={styles.fieldset}>
        <legend>{say.regions}</legend>
        {regions.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name[texts.language]}
            checked={advisorIn.includes(id)}
            onChange={(_, { checked }) =>
              onChange({
                ...roles,
                advisorIn: checked ? [...advisorIn, id] : advisorIn.filter((one) => one !== id),
              })
            }
          />
        ))}
      </fieldset>
      <fieldset className={styles.fieldset}>
        <legend>{say.others}</legend>
        <Checkbox
          label={say.supervisor}
          checked={roles.supervisor}
          disabled={member.bySettings}
          onChange={(_, { checked }) => onChange({ ...roles, supervisor: checked === true })}
        />
        <Checkbox
          label={say.updater}
          checked={roles.updater}
          onChange={(_, { checked }) => onChange({ ...roles, updater: checked === true })}
        />
        {member.bySettings && <Text size={200}>{say.bySettings}</Text>}
      </fieldset>
    </div>
  );
}

function Sure({ member, roles, regions, texts }: RolesProps) {
  const say = texts.settings.people;
  const isNone = !roles.supervisor && !roles.updater && roles.advisorIn.length === 0;
  if (isNone) return <Text>{say.sureRemove(member.name)}</Text>;
  return (
    <>
      <Text>{say.sure(member.name)}</Text>
      <ul>
        {rolesOf(roles, regions, texts).map((role) => (
          <li key={role}>{role}</li>
        ))}
      </ul>
    </>
  );
}

function SureActions({
  texts,
  busy,
  onBack,
  onKeep,
}: {
  readonly texts: TabTexts;
  readonly busy: boolean;
  readonly onBack: () => void;
  readonly onKeep: () => void;
}) {
  return (
    <DialogActions fluid>
      <Button onClick={onBack}>{texts.settings.back}</Button>
      <Button appearance="primary" disabledFocusable={busy} onClick={onKeep}>
        {texts.settings.confirm}
      </Button>
    </DialogActions>
  );
}

function ChoiceActions({
  texts,
  onClose,
  onNext,
  onRemove,
}: {
  readonly texts: TabTexts;
  readonly onClose: () => void;
  readonly onNext: () => void;
  /** Absent for whom the server's settings name: that role stays. */
  readonly onRemove?: () => void;
}) {
  const { settings } = texts;
  return (
    <DialogActions fluid>
      {onRemove && <Button onClick={onRemove}>{settings.people.remove}</Button>}
      <Button onClick={onClose}>{settings.cancel}</Button>
      <Button appearance="primary" onClick={onNext}>
        {settings.people.next}
      </Button>
    </DialogActions>
  );
}
