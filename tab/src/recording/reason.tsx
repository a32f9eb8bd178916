/** Why another's entry, or one of another day, is changed. */
import { Field, Textarea } from '@fluentui/react-components';
import type { TabRecordingTexts } from '../../../bot/words/tab/recording-texts.ts';

type Props = {
  readonly reason: string;
  readonly say: TabRecordingTexts;
  readonly onChange: (reason: string) => void;
};

export function Reason({ reason, say, onChange }: Props) {
  return (
    <Field label={say.months.reason} hint={say.months.reasonHint} required>
      <Textarea value={reason} maxLength={300} onChange={(_, { value }) => onChange(value)} />
    </Field>
  );
}
