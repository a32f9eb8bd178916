/** What every card is made of: the Adaptive Card 1.5 elements that Teams draws well, at 320 px and in the dark too. */
import type { Language } from '../../domain/county.ts';
import type { Verb } from '../verbs/verbs.ts';

/** What a press brings back besides the inputs: it is read as anything from outside is, never believed. */
export type PressData = { readonly [key: string]: string | number };

/** `warning` and the rest are Teams' own tones: they follow the theme, high contrast included. */
export type Tone = 'default' | 'emphasis' | 'good' | 'attention' | 'warning' | 'accent';

type Spaced = { readonly spacing?: 'none' | 'small' | 'medium' | 'large'; readonly separator?: boolean };

export type TextBlock = Spaced & {
  readonly type: 'TextBlock';
  readonly text: string;
  readonly wrap: true;
  readonly style?: 'heading';
  readonly size?: 'small' | 'medium' | 'large';
  readonly weight?: 'bolder';
  readonly isSubtle?: true;
};
export type FactSet = Spaced & {
  readonly type: 'FactSet';
  readonly facts: readonly { readonly title: string; readonly value: string }[];
};
export type Container = Spaced & {
  readonly type: 'Container';
  readonly style?: Tone;
  readonly bleed?: true;
  readonly items: readonly Element[];
};
export type ActionSet = Spaced & { readonly type: 'ActionSet'; readonly actions: readonly Action[] };

/** A choice: what is read, and what comes back. */
export type Option = { readonly title: string; readonly value: string };

type Field = Spaced & {
  readonly id: string;
  readonly label: string;
  readonly isRequired?: true;
  readonly errorMessage?: string;
};
export type TextInput = Field & {
  readonly type: 'Input.Text';
  readonly isMultiline?: true;
  readonly maxLength?: number;
  readonly value?: string;
  readonly placeholder?: string;
  readonly style?: 'tel' | 'text';
};
export type ChoiceInput = Field & {
  readonly type: 'Input.ChoiceSet';
  readonly style: 'compact' | 'expanded' | 'filtered';
  readonly wrap: true;
  readonly isMultiSelect?: true;
  readonly value?: string;
  readonly placeholder?: string;
  readonly choices: readonly Option[];
};
export type DateInput = Field & {
  readonly type: 'Input.Date';
  readonly value?: string;
  readonly min?: string;
  readonly max?: string;
};
export type NumberInput = Field & {
  readonly type: 'Input.Number';
  readonly value?: number;
  readonly min?: number;
  readonly max?: number;
};
export type ToggleInput = Field & {
  readonly type: 'Input.Toggle';
  readonly title: string;
  readonly wrap: true;
  readonly value?: 'true' | 'false';
};
export type Input = TextInput | ChoiceInput | DateInput | NumberInput | ToggleInput;
export type Element = TextBlock | FactSet | Container | ActionSet | Input;

export type SubmitAction = {
  readonly type: 'Action.Submit';
  readonly title: string;
  readonly data: { readonly [key: string]: unknown };
  readonly associatedInputs?: 'none';
  readonly mode?: 'secondary';
};
export type ExecuteAction = {
  readonly type: 'Action.Execute';
  readonly title: string;
  readonly verb: Verb;
  readonly data: PressData;
  readonly associatedInputs?: 'none';
  readonly mode?: 'secondary';
  readonly fallback: SubmitAction;
};
export type LinkAction = {
  readonly type: 'Action.OpenUrl';
  readonly title: string;
  readonly url: string;
  readonly mode?: 'secondary';
};
export type Action = SubmitAction | ExecuteAction | LinkAction;

/** A person to be mentioned: `name` stands in the card as `<at>name</at>`. */
export type Mention = { readonly name: string; readonly teamsId: string };

export type Card = {
  readonly type: 'AdaptiveCard';
  readonly version: '1.5';
  readonly lang: Language;
  readonly fallbackText: string;
  readonly speak: string;
  readonly msteams: { readonly width: 'Full'; readonly entities?: readonly object[] };
  readonly body: readonly Element[];
  readonly actions?: readonly Action[];
};

/** What a dialog shows: its title bar and its card. */
export type Dialog = { readonly title: string; readonly card: Card };

/**
 * `says` is what a screen reader speaks and what an old client shows instead of the card: it may stand in a toast, so
 * it holds no question and no name of a client.
 */
export function card(
  about: {
    readonly language: Language;
    readonly says: string;
    readonly mentions?: readonly Mention[] | undefined;
  },
  body: readonly Element[],
  actions: readonly Action[] = [],
): Card {
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    lang: about.language,
    fallbackText: about.says,
    speak: about.says,
    msteams: { width: 'Full', ...(about.mentions?.length && { entities: about.mentions.map(mentionOf) }) },
    body,
    ...(actions.length > 0 && { actions }),
  };
}

const mentionOf = ({ name, teamsId }: Mention) => ({
  type: 'mention',
  text: `<at>${name}</at>`,
  mentioned: { id: teamsId, name },
});

// --- text ---

/** Free text as it was typed: no sign of it works as Markdown, as a mention or as a card's date, and its lines stay lines. */
export function plain(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => line.replace(signs, '\\$&').replace(/^([-+]|\d+(?=[.)]))/, leaderAsText))
    .join('\n\n');
}

/** Those of Markdown, and a second brace: a client puts a date in the place of `{{DATE(…)}}`. */
const signs = /[\\`*_[\]<>#&~|]|(?<=\{)\{/g;

/** `1.` and `-` begin a list only when they stand bare. */
const leaderAsText = (leader: string) => (/\d/.test(leader) ? `${leader}\\` : `\\${leader}`);

/** The first `most` characters of a text on one line, cut at a word where possible. */
export function shortened(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  // an emoji is two signs: half of one is none
  const cut = line.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
  return `${cut.replace(/\s+\S*$/, '')}…`;
}

/** These take Markdown of our own: free text goes through `plain` first. */
export const heading = (text: string): TextBlock => ({
  type: 'TextBlock',
  text,
  wrap: true,
  style: 'heading',
  size: 'large',
  weight: 'bolder',
});
export const subheading = (text: string): TextBlock => ({
  type: 'TextBlock',
  text,
  wrap: true,
  style: 'heading',
  size: 'medium',
  weight: 'bolder',
  spacing: 'medium',
});
export const paragraph = (text: string): TextBlock => ({ type: 'TextBlock', text, wrap: true });
export const bold = (text: string): TextBlock => ({ type: 'TextBlock', text, wrap: true, weight: 'bolder' });
/** Less important than the rest: when, by whom, how. */
export const remark = (text: string): TextBlock => ({
  type: 'TextBlock',
  text,
  wrap: true,
  isSubtle: true,
  size: 'small',
  spacing: 'small',
});

/** Titles with values, those without a value left out. */
export type Fact = readonly [title: string, value: string | undefined];

export function facts(rows: readonly Fact[]): FactSet {
  const known = rows.flatMap(([title, value]) => (value ? [{ title, value }] : []));
  return { type: 'FactSet', facts: known };
}

/** A state or a warning that must be seen first. The tone repeats what the words say, never says it alone. */
export const badge = (text: string, tone: Tone): Container => panel(tone, [bold(text)]);

export const panel = (style: Tone, items: readonly Element[]): Container => ({
  type: 'Container',
  style,
  items,
});

/** The element under a thin line. */
export const ruled = <Shown extends Element>(element: Shown): Shown => ({
  ...element,
  separator: true,
  spacing: 'medium',
});
