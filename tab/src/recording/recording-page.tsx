/** Recorded contacts: the short form, and for supervisors a month's entries and the import of old statistics. */
import { mergeClasses } from '@fluentui/react-components';
import type { RecordingView } from '../../../bot/domain/views/recording-views.ts';
import { recordingTextsFor, type TabRecordingTexts } from '../../../bot/words/tab/recording-texts.ts';
import { useArrival } from '../kit/arrival.ts';
import { useLater } from '../kit/later.ts';
import type { PageProps } from '../kit/pages.ts';
import { useQuery } from '../kit/query.ts';
import { hrefOf } from '../kit/route.ts';
import { Shown } from '../kit/states.tsx';
import { useStyles } from '../kit/styles.ts';
import { WaysWithin } from '../kit/ways-within.tsx';
import type { RecordingPageProps } from './fields.ts';
import { Recording } from './recording.tsx';

export function RecordingPage({ texts, server, rest }: PageProps) {
  const { remote, again } = useQuery<RecordingView>(server, '/recording');
  const [part = ''] = rest;
  const arrived = useArrival<HTMLDivElement>(part);
  const styles = useStyles();
  const say = recordingTextsFor(texts.language);
  return (
    <Shown remote={remote} texts={texts} onAgain={() => void again()}>
      {(view) => {
        const common = { view, texts, server, say };
        return (
          <div ref={arrived} tabIndex={-1} className={mergeClasses(styles.parts, styles.place)}>
            {view.mayImport && <Ways part={part} say={say} />}
            <Part part={view.mayImport ? part : ''} onChanged={again} {...common} />
          </div>
        );
      }}
    </Shown>
  );
}

const loadImport = async () => (await import('./import-page.tsx')).ImportPage;
const loadMonths = async () => (await import('./months-page.tsx')).MonthsPage;

type PartProps = RecordingPageProps & { readonly part: string; readonly onChanged: () => Promise<void> };

function Part({ part, onChanged, ...common }: PartProps) {
  if (part === 'import') return <Later key="import" load={loadImport} {...common} />;
  if (part === 'months') return <Later key="months" load={loadMonths} {...common} />;
  return <Recording onChanged={onChanged} {...common} />;
}

/** What few need is fetched when it is opened. */
function Later({ load, ...common }: RecordingPageProps & { readonly load: typeof loadImport }) {
  const { remote, again } = useLater(load);
  return (
    <Shown remote={remote} texts={common.texts} onAgain={again}>
      {(Page) => <Page {...common} />}
    </Shown>
  );
}

function Ways({ part, say }: { readonly part: string; readonly say: TabRecordingTexts }) {
  const ways = [
    ['', say.parts.form],
    ['months', say.parts.months],
    ['import', say.parts.imports],
  ] as const;
  return (
    <WaysWithin
      label={say.parts.label}
      ways={ways.map(([name, words]) => ({
        href: hrefOf('recording', ...(name ? [name] : [])),
        words,
        isOpen: name === part,
      }))}
    />
  );
}
