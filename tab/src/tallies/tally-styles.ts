/** How figures are drawn: bars, columns and shades in the theme's colours, each beside its number. */
import { makeStyles, tokens } from '@fluentui/react-components';

/** Backgrounds are left out by printers and by forced colours unless told otherwise; these carry the picture. */
const drawn = { forcedColorAdjust: 'none', printColorAdjust: 'exact' } as const;
const line = `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`;
const stripes = `repeating-linear-gradient(135deg, ${tokens.colorNeutralStroke1} 0 2px, transparent 2px 6px)`;

export const useTallyStyles = makeStyles({
  /** Panels of any height, one below the other in as many columns as there is room for. */
  panels: {
    columnWidth: '400px',
    columnGap: tokens.spacingVerticalL,
    '& > *': { marginBottom: tokens.spacingVerticalL },
  },
  /** Never cut in two, by a column or by paper. */
  whole: { breakInside: 'avoid', gridTemplateColumns: 'minmax(0, 1fr)' },
  tile: {
    display: 'grid',
    alignContent: 'start',
    gap: tokens.spacingVerticalXXS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    border: line,
    backgroundColor: tokens.colorNeutralBackground1,
    '& > dd': { margin: 0 },
  },
  tiles: {
    display: 'grid',
    gap: tokens.spacingHorizontalM,
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 160px), 1fr))',
    margin: 0,
  },
  small: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  step: { minWidth: 'auto' },
  /** A link as large as the number it is. */
  asLarge: { fontSize: 'inherit', lineHeight: 'inherit', fontWeight: 'inherit' },
  together: {
    display: 'flex',
    alignItems: 'end',
    gap: tokens.spacingHorizontalXS,
    maxWidth: '100%',
    // a long month gives way to the buttons beside it
    '& > :first-child': { minWidth: 0 },
    '& select': { minWidth: 0, width: '100%' },
  },
  // its box stands in line with the fields
  ownLine: { flexBasis: '100%', marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  oneLine: { whiteSpace: 'nowrap' },
  /** Read aloud, not seen. */
  heard: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
  /** On paper all there is; on the screen when asked for. */
  paperOnly: { display: 'none', '@media print': { display: 'revert' } },
  /** The bar's name takes what the numbers leave, for the bar to be long. */
  name: { width: '100%', overflowWrap: 'anywhere', paddingRight: tokens.spacingHorizontalS },
  rowName: { minWidth: '120px' },
  count: {
    paddingLeft: tokens.spacingHorizontalS,
    verticalAlign: 'top',
    textAlign: 'right',
    fontVariantNumeric: 'tabular-nums',
  },
  track: { display: 'block', position: 'relative', height: '10px', marginTop: tokens.spacingVerticalXXS },
  bar: {
    ...drawn,
    position: 'absolute',
    insetBlock: 0,
    left: 0,
    backgroundColor: tokens.colorBrandBackground,
  },
  mark: {
    ...drawn,
    position: 'absolute',
    insetBlock: '-3px',
    width: '2px',
    backgroundColor: tokens.colorNeutralForeground1,
    // seen on the bar too where both have one colour
    boxShadow: `0 0 0 1px ${tokens.colorNeutralBackground1}`,
  },
  columns: {
    display: 'grid',
    gridAutoFlow: 'column',
    gridAutoColumns: 'minmax(0, 1fr)',
    alignItems: 'end',
    columnGap: '2px',
    height: '160px',
    borderBottom: line,
  },
  column: {
    ...drawn,
    boxSizing: 'border-box',
    display: 'flex',
    alignItems: 'end',
    minHeight: '1px',
    border: `1px solid ${tokens.colorBrandBackground}`,
    borderBottomStyle: 'none',
  },
  part: { ...drawn, width: '100%', backgroundColor: tokens.colorBrandBackground },
  unknown: { ...drawn, height: '100%', backgroundImage: stripes },
  hidden: { textAlign: 'center' },
  feet: {
    display: 'grid',
    gridAutoFlow: 'column',
    gridAutoColumns: 'minmax(0, 1fr)',
    columnGap: '2px',
    fontSize: tokens.fontSizeBase100,
    lineHeight: tokens.lineHeightBase200,
    whiteSpace: 'nowrap',
  },
  foot: { display: 'flex', justifyContent: 'center', minWidth: 0 },
  swatch: { ...drawn, display: 'inline-block', boxSizing: 'border-box', width: '14px', height: '14px' },
  outlined: { border: `1px solid ${tokens.colorBrandBackground}` },
  filled: { backgroundColor: tokens.colorBrandBackground },
  striped: { backgroundImage: stripes },
  shade: {
    ...drawn,
    padding: `${tokens.spacingVerticalXS} 0`,
    textAlign: 'center',
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground1,
    // a link's own colour is not seen on every shade
    '& > button, & > button:hover, & > button:active': { color: tokens.colorNeutralForeground1 },
    borderTop: line,
    // half strength at most: the number on it stays readable in every theme
    backgroundColor: `color-mix(in srgb, ${tokens.colorBrandBackground} calc(var(--part) * 45%), transparent)`,
  },
});
