import { Button, Input, Progress } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Trouble } from '../api/trouble.tsx';
import { Dialog } from '../windows/dialog.tsx';
import { useAdopt, type Result } from './use-adopt.ts';
import { weightOf, type ImpactLine } from './use-impact.ts';

type Given = {
  readonly edition: string;
  readonly no: number;
  readonly chosen: readonly ImpactLine[];
  /** Afterwards, with what became of each. */
  readonly close: (results: readonly Result[]) => void;
};

/** 改按新解读办理: why, once more how many and what changes, then batch by batch until all are through. */
export function AdoptWindow({ edition, no, chosen, close }: Given) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const { results, state, trouble, run, stop } = useAdopt(edition, chosen);
  const busy = state === 'running' || state === 'stopping';
  const changes = chosen.filter((line) => weightOf(line) === 'changes').length;
  return (
    <Dialog
      title={t('readings.window', { no })}
      {...(busy ? {} : { close: () => close(results) })}
      filled={() => state === 'asking' && reason.trim() !== ''}
      mask={{ closable: false }}
      footer={<Foot {...{ state, reason, run, stop }} close={() => close(results)} />}
    >
      <p>{t('readings.sums', { count: chosen.length, changes, same: chosen.length - changes })}</p>
      <p className="quiet small">{t('readings.trace')}</p>
      {trouble !== null && <Trouble error={trouble} />}
      {state === 'asking' ? (
        <Input.TextArea
          autoFocus
          rows={3}
          maxLength={500}
          value={reason}
          aria-label={t('readings.reason')}
          placeholder={t('readings.reason')}
          onChange={(event) => setReason(event.target.value)}
        />
      ) : (
        <Progress
          percent={Math.round((results.length / chosen.length) * 100)}
          status={busy ? 'active' : 'normal'}
          format={() => t('readings.running', { done: results.length, count: chosen.length })}
        />
      )}
      {state === 'stopped' && <p>{t('readings.stopped', { done: results.length })}</p>}
      {state === 'finished' && <Came results={results} no={no} />}
    </Dialog>
  );
}

type Footing = Pick<ReturnType<typeof useAdopt>, 'state' | 'run' | 'stop'> & {
  readonly reason: string;
  readonly close: () => void;
};

function Foot({ state, reason, run, stop, close }: Footing) {
  const { t } = useTranslation();
  if (state === 'running' || state === 'stopping')
    return (
      <Button disabled={state === 'stopping'} onClick={stop}>
        {t(state === 'stopping' ? 'readings.stopping' : 'readings.stop')}
      </Button>
    );
  const begins = state === 'asking';
  return (
    <>
      <Button onClick={close}>{t('readings.close')}</Button>
      {state !== 'finished' && (
        <Button type="primary" disabled={reason.trim() === ''} onClick={() => void run(reason)}>
          {t(begins ? 'readings.go' : 'readings.goOn')}
        </Button>
      )}
    </>
  );
}

function Came({ results, no }: { readonly results: readonly Result[]; readonly no: number }) {
  const { t, i18n } = useTranslation();
  const left = results.filter(({ outcome }) => outcome === 'refused');
  return (
    <>
      <p>{t('readings.finished', { count: results.length - left.length, no })}</p>
      {left.length > 0 && (
        <>
          <p>{t('readings.left', { count: left.length })}</p>
          <ul className="small">
            {left.map(({ dossier, number, refused }) => (
              <li key={dossier}>
                {number} {i18n.language === 'en' ? refused?.en : refused?.zh} {refused?.clause}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
