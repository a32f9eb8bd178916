/** The layout of the opening hours: a weekday's name beside its times, above them where there is no room. */
import { makeStyles, tokens } from '@fluentui/react-components';

export const useHoursStyles = makeStyles({
  part: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start' },
  wide: { justifySelf: 'stretch' },
  weekday: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXS} 0`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  name: { flex: '0 0 150px' },
  // level with the times beside it
  closed: { padding: `${tokens.spacingVerticalSNudge} 0`, color: tokens.colorNeutralForeground2 },
  stretches: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'start',
    gap: tokens.spacingVerticalXS,
    columnGap: tokens.spacingHorizontalM,
  },
  stretch: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  time: { width: '80px' },
  more: { marginTop: tokens.spacingVerticalXS },
  flaw: { color: tokens.colorStatusDangerForeground1 },
  note: { overflowWrap: 'anywhere' },
  heading: { margin: `${tokens.spacingVerticalM} 0 0` },
});
