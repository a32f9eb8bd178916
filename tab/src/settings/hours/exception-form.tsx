/** The dialog of one exceptional day: which, what hours and why; closing is confirmed in words. */
import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
  Field,
  Input,
  Radio,
  RadioGroup,
  Text,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { OpenHours, OpeningException } from '../../../../bot/domain/county.ts';
import { day } from '../../../../bot/domain/names.ts';
import { hourFlawsOf, hoursLimits } from '../../../../bot/domain/opening-hours/opening-hours.ts';
import { useStyles } from '../../kit/styles.ts';
import { type HoursProps, Why, wordsOf } from './common.tsx';
import { HoursFields, usualHours } from './fields.tsx';
import { type Saving, useHoursSaving } from './saving.ts';
import { capital, dayWords, noWords } from './words.ts';

type Props = HoursProps & {
  /** Absent for a new one. */
  readonly one?: OpeningException;
  readonly onClose: () => void;
  readonly onSaved: () => void;
};

type TypedException = {
  readonly day: string;
  readonly isClosed: boolean;
  readonly hours: readonly OpenHours[];
  readonly note: string;
};

const typedOf = (one: OpeningException | undefined): TypedException => ({
  day: one?.day ?? '',
  isClosed: !one || one.hours.length === 0,
  hours: one && one.hours.length > 0 ? one.hours : usualHours,
  note: one?.note ?? '',
});

export function ExceptionForm(props: Props) {
  const { one, say, texts, server, view, onChanged, onClose, onSaved } = props;
  const [typed, setTyped] = useState(() => typedOf(one));
  const [strict, setStrict] = useState(false);
  const [isSure, setSure] = useState(false);
  const saving = useHoursSaving(server, view, onChanged);
  const isWrong = typed.day === '' || (!typed.isClosed && hourFlawsOf(typed.hours).length > 0);
  const save = async () => {
    if (await saving.save(wishOf(typed, one))) onSaved();
    else setSure(false);
  };
  const next = () => {
    setStrict(isWrong);
    if (isWrong) return;
    if (typed.isClosed) setSure(true);
    else void save();
  };
  return (
    <DialogBody>
      <DialogTitle>
        {one ? say.exceptions.changeTitle(dayWords(texts.language, one.day)) : say.exceptions.addTitle}
      </DialogTitle>
      <DialogContent>
        <Why saving={saving} say={say} texts={texts} />
        {isSure ? (
          <Text>{say.exceptions.sureClosed(dayWords(texts.language, day(typed.day)))}</Text>
        ) : (
          <Fields {...props} {...{ typed, strict, saving }} onType={setTyped} />
        )}
      </DialogContent>
      <DialogActions fluid>
        <Button onClick={isSure ? () => setSure(false) : onClose}>{isSure ? say.back : say.cancel}</Button>
        <Button
          appearance="primary"
          disabledFocusable={saving.busy}
          onClick={isSure ? () => void save() : next}
        >
          {isSure ? say.exceptions.close : typed.isClosed ? say.exceptions.next : say.exceptions.save}
        </Button>
      </DialogActions>
    </DialogBody>
  );
}

const wishOf = ({ day: on, isClosed, hours, note }: TypedException, one: OpeningException | undefined) =>
  ({
    do: 'setException',
    day: day(on),
    hours: isClosed ? [] : hours,
    ...(note.trim() !== '' && { note }),
    ...(one && { instead: one.day }),
  }) as const;

type ExceptionFieldsProps = Pick<HoursProps, 'say' | 'texts' | 'view'> & {
  readonly typed: TypedException;
  readonly strict: boolean;
  readonly saving: Saving;
  readonly onType: (typed: TypedException) => void;
};

function Fields(props: ExceptionFieldsProps) {
  const styles = useStyles();
  const { typed, strict, say, onType } = props;
  const { exceptions: words } = say;
  return (
    <div className={styles.parts}>
      <DayField {...props} />
      <Field label={words.what}>
        <RadioGroup
          value={typed.isClosed ? 'closed' : 'open'}
          onChange={(_, { value }) => onType({ ...typed, isClosed: value === 'closed' })}
        >
          <Radio value="closed" label={words.closedAllDay} />
          <Radio value="open" label={words.otherHours} />
        </RadioGroup>
      </Field>
      {!typed.isClosed && (
        <HoursFields
          what={capital(words.otherHours)}
          hours={typed.hours}
          say={say}
          language={props.texts.language}
          strict={strict}
          onChange={(hours) => onType({ ...typed, hours })}
        />
      )}
      <Field label={words.note} hint={words.noteHint}>
        <Input
          value={typed.note}
          maxLength={hoursLimits.note}
          onChange={(_, { value }) => onType({ ...typed, note: value })}
        />
      </Field>
    </div>
  );
}

/** A no about the day stands at its field; so does that it is a holiday. */
function DayField({ typed, strict, saving, say, texts, view, onType }: ExceptionFieldsProps) {
  const styles = useStyles();
  const { no } = saving;
  const words = wordsOf({ say, texts });
  const wrong =
    strict && typed.day === ''
      ? say.no['not-a-day']
      : no && 'field' in no && no.field === 'day'
        ? noWords(words, no)
        : undefined;
  const holiday = view.holidays.find((one) => one.day === typed.day)?.holiday;
  const hint = holiday && capital(say.exceptions.holidayHint(say.holidays.name[holiday]));
  return (
    <Field
      label={say.exceptions.day}
      required
      className={styles.choice}
      {...(hint && { hint })}
      {...(wrong && { validationMessage: wrong })}
    >
      <Input
        type="date"
        min={view.today}
        value={typed.day}
        onChange={(_, { value }) => onType({ ...typed, day: value })}
      />
    </Field>
  );
}
