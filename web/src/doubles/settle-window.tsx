import { useQueries } from '@tanstack/react-query';
import { App, Button, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, intended, newIntent, type Schema } from '../api/client.ts';
import { Trouble } from '../api/trouble.tsx';
import { caseQuery, type Case } from '../cases/dossier/case.ts';
import { useObstacle } from '../verbs/obstacle.ts';
import { useRefresh } from '../verbs/use-act.ts';
import { Dialog } from '../windows/dialog.tsx';
import type { AlikePair } from './alike-cases.ts';
import { PairTable } from './pair-table.tsx';

type Ask = Extract<Schema<'CaseAsk'>, { type: 'MergeInto' | 'TellApart' }>;

/** Whether two dossiers are one matter, and which of them goes on; or that they are two. */
export function SettleWindow({ pair, close }: { readonly pair: AlikePair; readonly close: () => void }) {
  const { t } = useTranslation();
  const [kept, keep] = useState(pair.other.dossier);
  const [reason, say] = useState('');
  const { settle, busy, trouble } = useSettling(close);
  const double = kept === pair.one.dossier ? pair.other : pair.one;
  const sides = useQueries({ queries: [caseQuery(pair.one.dossier), caseQuery(pair.other.dossier)] });
  const dossiers = sides.flatMap(({ data }) => (data ? [data] : []));
  const state = dossiers.find(({ row }) => row.id === double.dossier);
  const merging = state?.offers.find(({ type }) => type === 'MergeInto');
  const sentence = useObstacle(state?.policy, state?.kind.stages);
  const words = reason.trim();
  const ready = words !== '' && state !== undefined;
  const merge: Ask = { type: 'MergeInto', dossier: kept, reason: words };
  const apart: Ask = { type: 'TellApart', apart: [{ dossier: kept, reason: words }] };
  return (
    <Dialog
      title={t('doubles.settle')}
      width={860}
      close={close}
      filled={() => words !== ''}
      footer={[
        <Button key="leave" onClick={close}>
          {t('verbs.cancel')}
        </Button>,
        <Button key="apart" disabled={!ready} loading={busy} onClick={() => void settle(state!, apart)}>
          {t('doubles.apart')}
        </Button>,
        <Button
          key="merge"
          type="primary"
          disabled={!ready || merging?.obstacle !== null}
          loading={busy}
          onClick={() => void settle(state!, merge)}
        >
          {t('doubles.merge')}
        </Button>,
      ]}
    >
      <PairTable {...pair} />
      <KeptOne pair={pair} kept={kept} keep={keep} />
      <p className="quiet small">{t('doubles.mergeHint')}</p>
      {merging?.obstacle && <p className="bank">{sentence(merging.obstacle)}</p>}
      <label>
        <span>{t('doubles.reason')}</span>
        <Input.TextArea
          required
          maxLength={500}
          autoSize={{ minRows: 2, maxRows: 6 }}
          value={reason}
          onChange={(event) => say(event.target.value)}
        />
      </label>
      {trouble !== null && <Trouble error={trouble} />}
    </Dialog>
  );
}

type Keeping = { readonly pair: AlikePair; readonly kept: string; readonly keep: (dossier: string) => void };

function KeptOne({ pair, kept, keep }: Keeping) {
  const { t } = useTranslation();
  return (
    <fieldset className="kept-one">
      <legend>{t('doubles.keep')}</legend>
      <Radio.Group value={kept} onChange={(event) => keep(String(event.target.value))}>
        {[pair.one, pair.other].map(({ dossier, number, title }) => (
          <Radio key={dossier} value={dossier}>
            {number} {title}
          </Radio>
        ))}
      </Radio.Group>
    </fieldset>
  );
}

/** Sends the ask with the version that was seen; what stopped it stays in the window with the words. */
function useSettling(close: () => void) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const refresh = useRefresh();
  const [key, setKey] = useState(newIntent);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<unknown>(null);
  const settle = async ({ row, version }: Case, ask: Ask): Promise<void> => {
    setBusy(true);
    setTrouble(null);
    try {
      const params = { path: { id: row.id }, ...intended(key) };
      await answered(api.POST('/api/cases/{id}/commands', { params, body: { version, ask } }));
      void message.success(
        t(ask.type === 'MergeInto' ? 'doubles.merged' : 'doubles.toldApart', { number: row.number }),
      );
      close();
    } catch (error) {
      setTrouble(error);
      setKey(newIntent()); // it was refused: trying again with other words is another intent
    }
    await refresh();
    setBusy(false);
  };
  return { settle, busy, trouble };
}
