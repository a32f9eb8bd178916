/** How instructions are laid out: text that reads well, two languages side by side, what changed. */
import { makeStyles, tokens } from '@fluentui/react-components';

export const useInstructionStyles = makeStyles({
  prose: {
    maxWidth: '75ch',
    minWidth: 0,
    overflowWrap: 'anywhere',
    lineHeight: tokens.lineHeightBase400,
    '& h2, & h3, & h4': { marginBlock: tokens.spacingVerticalM, lineHeight: tokens.lineHeightBase400 },
    '& p, & ul, & ol': { marginBlock: tokens.spacingVerticalS },
    '& blockquote': {
      margin: 0,
      paddingLeft: tokens.spacingHorizontalM,
      borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    },
    '& th, & td': {
      padding: tokens.spacingHorizontalS,
      border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
      textAlign: 'left',
      verticalAlign: 'top',
    },
    '& table': { borderCollapse: 'collapse' },
  },
  plain: { whiteSpace: 'pre-wrap' },
  link: { color: tokens.colorBrandForegroundLink },
  /** Within a message, whose colour is not the page's. */
  linkWithin: { color: 'inherit', textDecorationLine: 'underline' },
  wideTable: {
    overflowX: 'auto',
    overflowWrap: 'normal',
    '@media print': { overflowX: 'visible' },
  },
  sideBySide: {
    display: 'grid',
    gap: tokens.spacingHorizontalXL,
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 340px), 1fr))',
    alignItems: 'start',
  },
  side: { display: 'grid', gap: tokens.spacingVerticalS, gridTemplateColumns: 'minmax(0, 1fr)' },
  mark: {
    color: 'inherit',
    backgroundColor: tokens.colorBrandBackground2,
    fontWeight: tokens.fontWeightSemibold,
    // seen without colour
    textDecorationLine: 'underline',
  },
  difference: {
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    lineHeight: tokens.lineHeightBase400,
    '& ins': { backgroundColor: tokens.colorPaletteGreenBackground2, color: tokens.colorNeutralForeground1 },
    '& del': { backgroundColor: tokens.colorPaletteRedBackground2, color: tokens.colorNeutralForeground1 },
  },
  gap: { color: tokens.colorNeutralForeground2, fontStyle: 'italic' },
  /** As high as it was asked to be. */
  writing: { maxHeight: 'none' },
  /** For those who hear the page. */
  heard: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    '@media print': { display: 'none' },
  },
});
