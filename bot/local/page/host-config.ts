/** How Teams dresses adaptive cards: sizes, spacing and the colours of its three themes. */

import { HostConfig } from 'adaptivecards';

export type CardTheme = 'light' | 'dark' | 'contrast';

interface Palette {
  readonly text: string;
  readonly subtle: string;
  readonly accent: string;
  readonly good: string;
  readonly warning: string;
  readonly attention: string;
  readonly line: string;
  readonly card: string;
  readonly emphasis: string;
  readonly onAccent: string;
  readonly onGood: string;
  readonly onWarning: string;
  readonly onAttention: string;
}

const palettes: Record<CardTheme, Palette> = {
  light: {
    text: '#242424',
    subtle: '#616161',
    accent: '#5b5fc7',
    good: '#237b4b',
    warning: '#835c00',
    attention: '#c4314b',
    line: '#e0e0e0',
    card: '#ffffff',
    emphasis: '#f5f5f5',
    onAccent: '#e8ebfa',
    onGood: '#e7f2da',
    onWarning: '#fbf6d9',
    onAttention: '#fcf4f6',
  },
  dark: {
    text: '#ffffff',
    subtle: '#b3b3b3',
    accent: '#9ea2ff',
    good: '#92c353',
    warning: '#f8d22a',
    attention: '#f9a0ab',
    line: '#525252',
    card: '#292929',
    emphasis: '#1f1f1f',
    onAccent: '#2f2f4a',
    onGood: '#1b3a1b',
    onWarning: '#463100',
    onAttention: '#4a1f26',
  },
  contrast: {
    text: '#ffffff',
    subtle: '#ffffff',
    accent: '#ffff01',
    good: '#3ff23f',
    warning: '#ffff01',
    attention: '#ff9f9f',
    line: '#ffffff',
    card: '#000000',
    emphasis: '#000000',
    onAccent: '#000000',
    onGood: '#000000',
    onWarning: '#000000',
    onAttention: '#000000',
  },
};

export const fonts =
  "'Segoe UI', 'Segoe UI Web (West European)', 'Open Sans', -apple-system, Roboto, 'Helvetica Neue', sans-serif";

export function hostConfigFor(theme: CardTheme): HostConfig {
  const palette = palettes[theme];
  return new HostConfig({
    fontFamily: fonts,
    supportsInteractivity: true,
    spacing: { small: 4, default: 8, medium: 16, large: 20, extraLarge: 32, padding: 12 },
    separator: { lineThickness: 1, lineColor: palette.line },
    imageSizes: { small: 32, medium: 52, large: 100 },
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 400, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
    containerStyles: containerStyles(palette),
    actions: actions(),
    inputs: {
      label: {
        requiredInputs: {
          weight: 'default',
          color: 'default',
          size: 'default',
          suffix: ' *',
          suffixColor: 'attention',
        },
        optionalInputs: { weight: 'default', color: 'default', size: 'default' },
        inputSpacing: 'small',
      },
      errorMessage: { color: 'attention', size: 'small', spacing: 'small' },
    },
    factSet: {
      title: { color: 'default', size: 'default', weight: 'bolder', wrap: true, maxWidth: 160 },
      value: { color: 'default', size: 'default', weight: 'default', wrap: true },
      spacing: 12,
    },
  });
}

function containerStyles(palette: Palette) {
  const on = (backgroundColor: string) => ({
    backgroundColor,
    borderColor: palette.line,
    foregroundColors: {
      default: { default: palette.text, subtle: palette.subtle },
      dark: { default: palette.text, subtle: palette.subtle },
      light: { default: palette.subtle, subtle: palette.subtle },
      accent: { default: palette.accent, subtle: palette.accent },
      good: { default: palette.good, subtle: palette.good },
      warning: { default: palette.warning, subtle: palette.warning },
      attention: { default: palette.attention, subtle: palette.attention },
    },
  });
  return {
    default: on('transparent'),
    emphasis: on(palette.emphasis),
    accent: on(palette.onAccent),
    good: on(palette.onGood),
    warning: on(palette.onWarning),
    attention: on(palette.onAttention),
  };
}

function actions() {
  return {
    maxActions: 6,
    spacing: 'default',
    buttonSpacing: 8,
    showCard: { actionMode: 'inline', inlineTopMargin: 8 },
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
  };
}
