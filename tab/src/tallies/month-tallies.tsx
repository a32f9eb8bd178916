/** One month's figures, as far as the person's roles allow. */
import { MessageBar, MessageBarBody, mergeClasses, Text } from '@fluentui/react-components';
import { type Dimension, none } from '../../../bot/domain/tally/dimensions.ts';
import {
  type Cell,
  type CountRow,
  type CountyView,
  type FiguresView,
  listed,
  type TallyView,
  wide,
} from '../../../bot/domain/views/tally-views.ts';
import { Scrolled } from '../kit/scrolled.tsx';
import { useStyles } from '../kit/styles.ts';
import { CountedList } from './counted-list.tsx';
import { countyTiles, KeyFigures, tilesOf } from './key-figures.tsx';
import { MonthRun } from './month-run.tsx';
import { cellText, changeText } from './numbers.ts';
import { Panel } from './panel.tsx';
import { isQuiet, known, sameDaysRegions } from './sections.ts';
import type { OnLook } from './shown-cell.tsx';
import { useTallyStyles } from './tally-styles.ts';
import { TimesPanel } from './times.tsx';
import { WeekHours } from './week-hours.tsx';
import { nameOf, type Say } from './words.ts';

type Props = { readonly view: TallyView; readonly say: Say; readonly onLook: OnLook | undefined };

export function MonthTallies({ view, say, onLook }: Props) {
  const styles = useStyles();
  const { figures, county, run, running, sees } = view;
  const [full, shared] = [known(figures), known(county)];
  const isUnknown = (figures ?? county) === 'no-data';
  return (
    <div className={styles.parts}>
      <Text className={styles.quiet}>{scopeText(view, say)}</Text>
      {isUnknown && <Note>{say.noMonth}</Note>}
      {full && <KeysInFull figures={full} running={running} say={say} onLook={onLook} />}
      {shared && <KeyFigures tiles={countyTiles(shared, running, say)} say={say} onLook={undefined} />}
      <MonthRun run={run} sees={sees} say={say} />
      {full && !isQuiet(full) && <InFull figures={full} view={view} say={say} onLook={onLook} />}
      {shared && sees === 'county' && <ForAll county={shared} view={view} say={say} />}
      {sees !== 'all' && <Text size={200}>{say.hiddenNote}</Text>}
    </div>
  );
}

function scopeText({ sees, regions }: TallyView, say: Say): string {
  if (sees !== 'own') return say.sees[sees];
  return say.sees.own(regions.map(({ name }) => name[say.language]).join(', '));
}

function Note({ children }: { readonly children: string }) {
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>{children}</MessageBarBody>
    </MessageBar>
  );
}

// --- in full ---

type FullProps = Props & { readonly figures: FiguresView };

function KeysInFull({
  figures,
  running,
  say,
  onLook,
}: Omit<FullProps, 'view'> & { readonly running: boolean }) {
  if (isQuiet(figures)) return <Note>{say.noContacts}</Note>;
  return (
    <>
      {running && <Text>{say.runningNote}</Text>}
      <KeyFigures tiles={tilesOf(figures, running, say)} say={say} onLook={onLook} />
    </>
  );
}

function InFull({ figures, view, say, onLook }: FullProps) {
  const { panels } = useTallyStyles();
  const { running } = view;
  return (
    <>
      {!running && <Text size={200}>{comparedNote(figures.contacts.lastYear, say)}</Text>}
      <div className={panels}>
        <SameDaysByRegion figures={figures} view={view} say={say} />
        <Lists figures={figures} view={view} say={say} onLook={onLook} />
        <WeekHours heat={figures.heat} say={say} onLook={onLook} />
      </div>
      <TimesPanel figures={figures} say={say} running={running} />
    </>
  );
}

const comparedNote = (lastYear: Cell, say: Say) => (lastYear === 'no-data' ? say.noLastYear : say.barsNote);

/** Of these most contacts have none, which says nothing of those that have. */
const ofFew: readonly Dimension[] = ['service', 'redirect', 'concern', 'category'];

const told = (dimension: Dimension, rows: readonly CountRow[]) =>
  ofFew.includes(dimension) ? rows.filter(({ value }) => value !== none) : rows;

function Lists({ figures, view, say, onLook }: FullProps) {
  const common = { names: view.names, running: view.running, say };
  const misdirected: OnLook | undefined =
    onLook && ((within, what) => onLook({ ...within, misdirected: ['yes'] }, what));
  return (
    <>
      {listed.map((dimension) => (
        <CountedList
          key={dimension}
          id={`by-${dimension}`}
          heading={say.list[dimension]}
          dimension={dimension}
          rows={told(dimension, figures.lists[dimension])}
          onLook={onLook}
          {...common}
        />
      ))}
      <CountedList
        id="misdirected-to"
        heading={say.list.misdirectedTo}
        dimension="redirect"
        rows={figures.misdirectedTo}
        onLook={misdirected}
        {...common}
      />
    </>
  );
}

function SameDaysByRegion({ figures, view, say }: Omit<FullProps, 'onLook'>) {
  const [styles, { count }] = [useStyles(), useTallyStyles()];
  const same = sameDaysRegions(figures);
  if (!same) return null;
  const number = mergeClasses(styles.cell, count);
  return (
    <Panel id="same-days" heading={say.sameDaysByRegion(same.through)}>
      <Scrolled label={say.tableOf(say.sameDaysByRegion(same.through))}>
        <table className={styles.table} aria-labelledby="same-days">
          <thead>
            <tr>
              <th scope="col">{say.in.dimension.region}</th>
              {[say.column.now, say.column.lastYear, say.column.change].map((head) => (
                <th key={head} scope="col" className={count}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {same.regions.map(({ region, now, lastYear }) => (
              <tr key={region}>
                <th scope="row" className={styles.cell}>
                  {nameOf(say, view.names, 'region', region)}
                </th>
                <td className={number}>{cellText(say, now)}</td>
                <td className={number}>{cellText(say, lastYear)}</td>
                <td className={number}>{changeText(say.language, now, lastYear)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </Panel>
  );
}

// --- as everybody may see it ---

function ForAll({ county, view, say }: Omit<Props, 'onLook'> & { readonly county: CountyView }) {
  const { panels } = useTallyStyles();
  const { running, names } = view;
  const { lists } = county;
  return (
    <>
      {running && <Text>{say.runningShared}</Text>}
      {lists && <Text size={200}>{comparedNote(county.lastYear, say)}</Text>}
      {lists && (
        <div className={panels}>
          {wide.map((dimension) => (
            <CountedList
              key={dimension}
              id={`county-${dimension}`}
              heading={say.list[dimension]}
              dimension={dimension}
              rows={lists[dimension]}
              names={names}
              say={say}
              running={running}
              onLook={undefined}
            />
          ))}
        </div>
      )}
    </>
  );
}
