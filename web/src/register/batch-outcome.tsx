import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../api/client.ts';
import { faultSentence } from '../api/fault-words.ts';
import { useLabels } from '../api/plan.ts';
import { useText } from '../i18n/text.ts';
import { useObstacle } from '../verbs/obstacle.ts';
import { useShortName } from '../units/short-names.ts';
import { Dialog } from '../windows/dialog.tsx';
import type { Wish } from './batch-wishes.ts';

type Result = Schema<'BatchDone'>['results'][number];
type Told = {
  readonly title: string;
  readonly wish: Wish;
  readonly outcome: Schema<'BatchDone'>;
  readonly close: () => void;
};

/** One line for each: who has it now, or why it was not done and what would have to be other. */
export function BatchOutcome({ title, wish, outcome: { results }, close }: Told) {
  const { t } = useTranslation();
  const refused = results.filter((result) => result.refused).length;
  // a problem with several copies has several lines
  const lines = new Map(results.map((result, at) => [result, `${result.id} ${at}`]));
  const titleOf = (id: string) => wish.on.find(({ row }) => row.id === id)?.row.title ?? '';
  return (
    <Dialog
      title={`${title}：${t('register.batchDone', { done: results.length - refused, refused })}`}
      width={760}
      close={close}
      footer={
        <Button type="primary" autoFocus onClick={close}>
          {t('register.seen')}
        </Button>
      }
    >
      <table className="plain">
        <thead>
          <tr>
            <th>{t('register.number')}</th>
            <th>{t('register.title')}</th>
            <th>{t('register.outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {/* what was not done first: it is what there is to do */}
          {[...results]
            .sort((a, b) => Number(a.refused === null) - Number(b.refused === null))
            .map((result) => (
              <tr key={lines.get(result)}>
                <td>{result.number}</td>
                <td>{titleOf(result.id)}</td>
                <td>
                  {result.refused ? <Refusal refused={result.refused} wish={wish} /> : <Now done={result.done} />}
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </Dialog>
  );
}

/** Who has it now. */
function Now({ done }: { readonly done: Result['done'] }) {
  const { t } = useTranslation();
  const text = useText();
  const unit = useShortName();
  const [line] = done?.now ?? [];
  if (!line) return t('register.done');
  const who = unit(line.unitName) + (line.people.length > 0 ? `（${line.people.slice(0, 3).join('、')}）` : '');
  return t(line.external ? 'verbs.nowExternal' : 'verbs.now', { who, task: text(line.title) });
}

function Refusal({ refused, wish }: { readonly refused: NonNullable<Result['refused']>; readonly wish: Wish }) {
  const { t } = useTranslation();
  const text = useText();
  const edition = wish.on[0]?.row.policy;
  const sentence = useObstacle(edition);
  const { role, plan } = useLabels(edition);
  const fact = (id: string): string => text(plan?.facts.find((known) => known.id === id)?.label);
  const why = refused.obstacle
    ? [sentence(refused.obstacle)]
    : (refused.faults ?? []).map((fault) => faultSentence(fault, t, { role, fact, value: () => '' }));
  return (
    <>
      <b>{t('register.notDone')}</b>
      {(why.length > 0 ? why : [text(refused)]).map((line) => (
        <div key={line}>{line}</div>
      ))}
      {refused.clause && <span className="quiet small">{t('api.clause', { clause: refused.clause })}</span>}
    </>
  );
}

/** The chosen problems with which this cannot be done, and why, before anything is filled in. */
export function NotThese({ wish: { not } }: { readonly wish: Wish }) {
  const { t } = useTranslation();
  const sentence = useObstacle(not[0]?.row.policy);
  if (not.length === 0) return null;
  return (
    <details className="small" style={{ marginBottom: 10 }}>
      <summary>{t('register.notThese', { count: not.length })}</summary>
      {not.map(({ row, why }) => (
        <div key={row.id}>
          {row.number} {row.title}：{why ? sentence(why) : t('register.notHere')}
        </div>
      ))}
    </details>
  );
}
