/** How the many fields of an import stand: beside each other where there is room, never wider than the page. */
import { makeStyles, tokens } from '@fluentui/react-components';

export const useImportStyles = makeStyles({
  fields: {
    display: 'grid',
    gap: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}`,
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 240px), 1fr))',
  },
  field: {
    display: 'grid',
    alignContent: 'start',
    gap: tokens.spacingVerticalXS,
    // a long choice makes its list no wider
    gridTemplateColumns: 'minmax(0, 1fr)',
    minWidth: 0,
  },
  cell: { whiteSpace: 'nowrap', maxWidth: '240px', overflow: 'hidden', textOverflow: 'ellipsis' },
  drop: {
    padding: tokens.spacingHorizontalL,
    border: `${tokens.strokeWidthThick} dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  over: { backgroundColor: tokens.colorNeutralBackground1Hover },
});
