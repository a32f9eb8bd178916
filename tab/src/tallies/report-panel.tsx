/** Whether a month's report has reached the supervisors' channel, and the button that posts it once more. */
import { Button, Text } from '@fluentui/react-components';
import type { Month } from '../../../bot/domain/names.ts';
import type { MonthReport } from '../../../bot/domain/tally/month-report.ts';
import { useDeed } from '../kit/deed.ts';
import type { PageProps } from '../kit/pages.ts';
import { useQuery } from '../kit/query.ts';
import { Failed, Shown, Told } from '../kit/states.tsx';
import { useStyles } from '../kit/styles.ts';
import { momentText } from '../kit/when.ts';
import { Panel } from './panel.tsx';
import type { Say } from './words.ts';

type Props = Pick<PageProps, 'texts' | 'server'> & { readonly month: Month; readonly say: Say };

/** For supervisors, of finished months. */
export function ReportPanel({ month, say, texts, server }: Props) {
  const styles = useStyles();
  const { remote, again } = useQuery<MonthReport>(server, `/reports/${month}`);
  const { busy, failure, act } = useDeed(server);
  const post = async () => {
    await act({ method: 'POST', path: `/reports/${month}/post` });
    await again();
  };
  const isMissing = remote.state === 'failed' && remote.failure === 'not-found';
  return (
    <Panel id="report" heading={say.report.heading}>
      {isMissing ? (
        <Text>{say.report.none}</Text>
      ) : (
        <Shown remote={remote} texts={texts} onAgain={() => void again()}>
          {(report) => (
            <>
              <Told>{postingText(report, say)}</Told>
              <div className={styles.onScreen}>
                <Button disabledFocusable={busy} onClick={() => void post()}>
                  {say.report.post}
                </Button>
              </div>
            </>
          )}
        </Shown>
      )}
      {failure && <Failed failure={failure} texts={texts} />}
    </Panel>
  );
}

function postingText({ posting: { state, at } }: Pick<MonthReport, 'posting'>, say: Say): string {
  if (state === 'sent' && at) return say.report.sentAt(momentText(say.language, at));
  return say.report.state[state];
}
