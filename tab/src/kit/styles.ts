/** The page's layout: one column on a phone, two on a desk; colours and spaces are the theme's. */
import { makeStaticStyles, makeStyles, tokens } from '@fluentui/react-components';

/** A long choice makes its list, and the field that holds it, no wider than their place. */
export const useFieldStyles = makeStaticStyles({
  '.fui-Field, .fui-Select': { minWidth: 0, maxWidth: '100%' },
  '.fui-Select > select': { minWidth: 0, width: '100%' },
});

export const useStyles = makeStyles({
  provider: { minHeight: '100vh', backgroundColor: tokens.colorNeutralBackground3 },
  band: {
    maxWidth: '1100px',
    boxSizing: 'border-box',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
  },
  main: {
    display: 'grid',
    gap: tokens.spacingVerticalL,
    gridTemplateColumns: 'minmax(0, 1fr)',
    alignContent: 'start',
    maxWidth: '1100px',
    // a page that comes in pushes nothing about
    minHeight: '80vh',
    boxSizing: 'border-box',
    margin: '0 auto',
    padding: tokens.spacingHorizontalL,
    // it takes the focus when one comes to a page, and is no control
    outlineStyle: 'none',
  },
  /** Takes the focus when one comes to it, and is no control. */
  place: { outlineStyle: 'none' },
  /** What one comes to from afar stands a little below the edge, within its panel. */
  landing: { scrollMarginTop: tokens.spacingVerticalXXL },
  /** What belongs to one page, part below part. */
  parts: { display: 'grid', gap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 1fr)' },
  columns: {
    display: 'grid',
    gap: tokens.spacingVerticalL,
    gridTemplateColumns: 'minmax(0, 1fr)',
    alignItems: 'start',
    '@media (min-width: 900px)': { gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 1fr)' },
    '& > h1': { gridColumn: '1 / -1' },
  },
  skip: {
    position: 'absolute',
    left: tokens.spacingHorizontalS,
    top: '-100px',
    padding: tokens.spacingHorizontalS,
    color: tokens.colorBrandForegroundLink,
    backgroundColor: tokens.colorNeutralBackground1,
    ':focus': { top: tokens.spacingVerticalS, zIndex: 1 },
  },
  ways: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    '@media print': { display: 'none' },
  },
  way: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  wayOpen: {
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground1,
    // told without colour as well
    boxShadow: `inset 0 -3px 0 ${tokens.colorCompoundBrandStroke}`,
  },
  /** Between the parts of one page: lighter than the ways between pages, and never like them. */
  waysWithin: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    '@media print': { display: 'none' },
  },
  wayWithin: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusCircular,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  wayWithinOpen: {
    fontWeight: tokens.fontWeightSemibold,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorCompoundBrandStroke}`,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
  },
  onScreen: { '@media print': { display: 'none' } },
  wide: { gridColumn: '1 / -1' },
  top: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
  heading: { margin: 0, overflowWrap: 'anywhere' },
  text: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  panel: {
    display: 'grid',
    // what is in it is made to fit, never the other way round
    gridTemplateColumns: 'minmax(0, 1fr)',
    alignContent: 'start',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusXLarge,
    // seen in high contrast, where backgrounds are alike
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  figures: {
    display: 'grid',
    gap: tokens.spacingHorizontalM,
    gridTemplateColumns: 'repeat(auto-fit, minmax(130px, 1fr))',
    margin: 0,
  },
  tile: {
    display: 'flex',
    // the number stands above, its name is read first
    flexDirection: 'column-reverse',
    justifyContent: 'flex-end',
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  tileNumber: {
    margin: 0,
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: 600,
  },
  // on paper nothing scrolls: what would not be seen is lost
  scroll: { overflowX: 'auto', '@media print': { overflowX: 'visible' } },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  grow: { display: 'grid', gap: tokens.spacingVerticalXS, flex: '1 1 200px', minWidth: 0 },
  fieldset: {
    display: 'grid',
    margin: 0,
    padding: 0,
    border: 'none',
    minWidth: 0,
    // level with the labels of other fields
    '& > legend': { padding: 0 },
  },
  wrapping: { flexWrap: 'wrap' },
  head: { padding: 0, fontWeight: 'inherit' },
  choice: { maxWidth: '320px' },
  /** Takes no room until something is told. */
  told: { ':empty': { position: 'absolute' } },
  form: { display: 'flex', flexWrap: 'wrap', alignItems: 'start', gap: tokens.spacingHorizontalM },
  // level with the field beside it, whose label stands above
  below: { '@media (min-width: 480px)': { marginTop: '26px' } },
  figure: {
    display: 'flex',
    // its words stand below the number where there is no room beside it
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalS,
    margin: 0,
  },
  table: { width: '100%', borderCollapse: 'collapse', textAlign: 'left' },
  cell: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS} 0`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { paddingRight: 0 },
    fontWeight: 'inherit',
  },
  number: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
  },
  summary: { cursor: 'pointer', padding: `${tokens.spacingVerticalXS} 0` },
  skeleton: { display: 'grid', gap: tokens.spacingVerticalM },
});
