import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIntent, type Schema } from '../api/client.ts';
import { useLabels } from '../api/plan.ts';
import { useText } from '../i18n/text.ts';
import { useShortName } from '../units/short-names.ts';
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
  const tell = useTell(dossier.policy);
  const [key, setKey] = useState(newIntent);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<unknown>(null);
  const act: Act<A>['act'] = async (ask, verb, claimedOn) => {
    setBusy(true);
    setTrouble(null);
    try {
      const body: Command<A> = { version: dossier.version, ask, ...(claimedOn ? { claimedOn } : {}) };
      tell(ask.type, verb, await post(dossier.row.id, key, body));
      await refresh();
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
const CHANGED = ['problem', 'case', 'problems', 'cases', 'workbench', 'tasks', 'copies', 'questions'];

/** Asks anew for everything that an act may have changed. */
export function useRefresh(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    await Promise.all(CHANGED.map((key) => queries.invalidateQueries({ queryKey: [key] })));
  };
}

/** Says what happened and who has it now. */
function useTell(edition: string): (type: string, verb: string, done: Done) => void {
  const { t } = useTranslation();
  const text = useText();
  const unit = useShortName();
  const { post } = useLabels(edition);
  const { notification } = App.useApp();
  return (type, verb, { number, now }) => {
    const next = now.map(({ title, unitName, post: seat, external }) =>
      t(external ? 'verbs.nowExternal' : 'verbs.now', { who: unit(unitName) + post(seat), task: text(title) }),
    );
    notification.success({
      title: t(`verbs.done.${type}`, { defaultValue: t('verbs.done', { verb }) }),
      description: `${number} ${[...new Set(next)].join('') || t('verbs.now.nobody')}`,
      placement: 'topRight',
      duration: 6,
    });
  };
}
