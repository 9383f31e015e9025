import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, intended, newIntent, type Schema } from '../api/client.ts';
import { useLabels } from '../api/plan.ts';
import type { Dossier } from '../dossier/dossier.ts';
import { useText } from '../i18n/text.ts';
import { useShortName } from '../units/short-names.ts';
import type { Ask } from './verb.ts';

type Done = Schema<'Done'>;
type Act = {
  readonly busy: boolean;
  readonly trouble: unknown;
  /** Sends the ask; answers whether it was done. A refusal stands in `trouble` and what was entered stays. */
  readonly act: (ask: Ask, verb: string, claimedOn?: string) => Promise<boolean>;
  readonly forget: () => void;
};

/** One intent about one dossier: sent with the version that was seen, told to the office, everything on screen asked for anew. */
export function useAct(dossier: Dossier): Act {
  const refresh = useRefresh();
  const tell = useTell(dossier.policy);
  const [key, setKey] = useState(newIntent);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<unknown>(null);
  const act: Act['act'] = async (ask, verb, claimedOn) => {
    setBusy(true);
    setTrouble(null);
    try {
      const body = { version: dossier.version, ask, ...(claimedOn ? { claimedOn } : {}) };
      const call = api.POST('/api/problems/{id}/commands', {
        params: { path: { id: dossier.row.id }, ...intended(key) },
        body,
      });
      tell(ask.type, verb, await answered(call));
      await refresh(dossier.row.id);
      return true;
    } catch (error) {
      setTrouble(error);
      setKey(newIntent()); // it was refused: trying again with other words is another intent
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, trouble, act, forget: () => setTrouble(null) };
}

/** Everything that an act may have changed on this screen. */
export function useRefresh(): (id: string) => Promise<void> {
  const queries = useQueryClient();
  return async (id) => {
    const keys = [['problem', id], ['problems'], ['workbench'], ['tasks'], ['copies']];
    await Promise.all(keys.map((queryKey) => queries.invalidateQueries({ queryKey })));
  };
}

/** Says what happened and who has it now. */
function useTell(edition: string): (type: Ask['type'], verb: string, done: Done) => void {
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
