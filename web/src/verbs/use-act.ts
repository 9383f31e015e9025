import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIntent, type Schema } from '../api/client.ts';
import { useCoordinator, useLabels } from '../api/plan.ts';
import { useText } from '../i18n/text.ts';
import { withPeople } from '../units/people.ts';
import { useShortName } from '../units/short-names.ts';
import type { Task } from '../workbench/grouping.ts';
import { useNextLine, useOnward } from './onward.tsx';
import type { Book, Command, Filed } from './verb.ts';

type Done = Schema<'Done'>;
type Act<A> = {
  readonly busy: boolean;
  readonly trouble: unknown;
  /** Sends the ask; answers what stopped it, or null when it was done. What was entered stays. */
  readonly act: (ask: A, verb: string, claimedOn?: string) => Promise<unknown>;
  /** Shows what stopped it, as far as it stands nowhere else. */
  readonly show: (trouble: unknown) => void;
};

/** One intent about one dossier: sent with the version that was seen, told to the office, everything on screen asked for anew. */
export function useAct<D extends Filed, A extends { readonly type: string }>(dossier: D, { post }: Book<D, A>): Act<A> {
  const refresh = useRefresh();
  const tell = useTell(dossier);
  const next = useNextLine(dossier.row.id);
  const [key, setKey] = useState(newIntent);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<unknown>(null);
  const act: Act<A>['act'] = async (ask, verb, claimedOn) => {
    setBusy(true);
    setTrouble(null);
    try {
      const body: Command<A> = { version: dossier.version, ask, ...(claimedOn ? { claimedOn } : {}) };
      const done = await post(dossier.row.id, key, body);
      await refresh();
      // what was taken back is looked at again before one goes on
      tell(ask.type, verb, done, ask.type === 'WithdrawAct' ? null : await next());
      return null;
    } catch (error) {
      setKey(newIntent()); // it was refused: trying again with other words is another intent
      return error;
    } finally {
      setBusy(false);
    }
  };
  return { busy, trouble, act, show: setTrouble };
}

/** What an act may have changed on this screen: the dossier, those it tells, every list and every task. */
const CHANGED = [
  'problem',
  'case',
  'problems',
  'cases',
  'workbench',
  'tasks',
  'copies',
  'questions',
  'notifications',
  'vacancies',
  'alike-cases',
  'alike-of',
  'gatherings',
  'duties',
];

/** Asks anew for everything that an act may have changed. */
export function useRefresh(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    await Promise.all(CHANGED.map((key) => queries.invalidateQueries({ queryKey: [key] })));
  };
}

/** So many lines are said one by one; a plan may have twenty measures. */
const NAMED = 3;

/** One note at a time says what happened last. */
const NOTE = 'done';

/** Says what happened, who has it now, and what comes next on one's desk. */
function useTell({
  policy: edition,
}: Pick<Filed, 'policy'>): (type: string, verb: string, done: Done, onward: Task | null) => void {
  const { t } = useTranslation();
  const text = useText();
  const unit = useShortName();
  const office = useCoordinator();
  const { post } = useLabels(edition);
  const { notification } = App.useApp();
  const go = useOnward();
  return (type, verb, { number, now }, onward) => {
    const said = now.map((line) => {
      const seat = withPeople(line, unit(line.unitName) + post(line.post), t);
      const key = line.external ? 'verbs.nowExternal' : line.vacant ? 'verbs.nowVacant' : 'verbs.now';
      return t(key, { who: seat, task: text(line.title), office });
    });
    const next = [...new Set(said)];
    const rest = next.length > NAMED ? t('verbs.nowMore', { count: next.length - NAMED }) : '';
    const vacant = now.some((line) => line.vacant);
    notification[vacant ? 'warning' : 'success']({
      title: t(`verbs.done.${type}`, { defaultValue: t('verbs.done', { verb }) }),
      description: `${number} ${next.slice(0, NAMED).join('') || t('verbs.now.nobody')}${rest}`,
      placement: 'topRight',
      key: NOTE,
      ...(onward ? { actions: go(onward, () => notification.destroy(NOTE)) } : {}),
      // what nobody will do without somebody seeing to it is read before it goes
      duration: vacant ? 0 : onward ? 12 : 6,
    });
  };
}
