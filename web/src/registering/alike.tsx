import './registering.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, type Schema } from '../api/client.ts';
import { listed } from '../i18n/listed.ts';
import { useText } from '../i18n/text.ts';
import { ProblemDrawer } from '../register/drawer.tsx';
import type { Row } from '../register/columns.tsx';
import type { Apart, Entered } from './entered.ts';

/** A title of fewer signs says too little to be compared. */
const SHORTEST = 4;
/** So long nobody has typed before it is asked, in milliseconds. */
const PAUSE = 500;

type Given = {
  readonly apart: Apart;
  readonly tell: (apart: Apart) => void;
  /** It is the same problem: on to that dossier. */
  readonly same: (id: string) => void;
};

/** Problems of the register that look like what is being written down, with each reason; opened beside, and answered here. */
export function AlikeHere(given: Given) {
  const { t } = useTranslation();
  const [beside, setBeside] = useState<Row | null>(null);
  const rows = useAlike();
  if (rows.length === 0) return null;
  return (
    <section className="alike-here" aria-live="polite">
      <h3>{t('registering.alike')}</h3>
      <p className="quiet small">{t('registering.alikeHint')}</p>
      <ul>
        {rows.map((one) => (
          <AlikeLine key={one.row.id} one={one} beside={() => setBeside(one.row)} {...given} />
        ))}
      </ul>
      <ProblemDrawer row={beside} close={() => setBeside(null)} />
    </section>
  );
}

function useAlike(): readonly Schema<'Alike'>[] {
  const watched: unknown = Form.useWatch(({ title, description, township, place, number }: Partial<Entered>) =>
    JSON.stringify({ title, description: description?.slice(0, 400), township, place, number }),
  );
  const asked = useSettled(typeof watched === 'string' ? watched : '{}');
  const query = queryOf(asked);
  const { data } = useQuery({
    queryKey: ['alike', asked],
    enabled: query !== null,
    placeholderData: keepPreviousData,
    queryFn: () => answered(api.GET('/api/problems/alike', { params: { query: query ?? { title: '' } } })),
  });
  return query === null ? [] : (data?.rows ?? []);
}

type Query = { title: string; description?: string; township?: string; place?: string; number?: string };

function queryOf(asked: string): Query | null {
  const said = Object.entries(JSON.parse(asked) as Record<string, string | undefined>); // what was watched
  const { title = '', ...rest } = Object.fromEntries(
    said.filter((pair): pair is [string, string] => Boolean(pair[1]?.trim())),
  );
  return title.trim().length < SHORTEST ? null : { title, ...rest };
}

/** The value once it has not changed for a while: nobody is asked at every sign. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

type Line = Given & { readonly one: Schema<'Alike'>; readonly beside: () => void };

function AlikeLine({ one: { row, because }, beside, apart, tell, same }: Line) {
  const { t } = useTranslation();
  const text = useText();
  const said = apart[row.id];
  const [asking, setAsking] = useState(false);
  const look = (): void => {
    const { [row.id]: _gone, ...rest } = apart;
    tell(rest);
  };
  return (
    <li>
      <div>
        <b>{row.title}</b>{' '}
        <span className="quiet small">
          {listed([row.number, text(row.stageTitle), row.townshipName ?? '', row.holderName ?? ''], t)}
        </span>
      </div>
      <div className="small">{because.map(text).join('；')}</div>
      <div className="row small">
        <Button size="small" onClick={beside}>
          {t('registering.beside')}
        </Button>
        {said === undefined ? (
          <>
            <Button size="small" title={t('registering.sameHint')} onClick={() => same(row.id)}>
              {t('registering.same')}
            </Button>
            <Button size="small" aria-expanded={asking} onClick={() => setAsking(!asking)}>
              {t('registering.other')}
            </Button>
          </>
        ) : (
          <>
            <span>{t('registering.kept', { reason: said })}</span>
            <Button type="link" size="small" onClick={look}>
              {t('registering.again')}
            </Button>
          </>
        )}
      </div>
      {asking && said === undefined && (
        <Reason
          keep={(reason) => {
            tell({ ...apart, [row.id]: reason });
            setAsking(false);
          }}
        />
      )}
    </li>
  );
}

/** Why it is another problem: without a reason nothing is kept. */
export function Reason({ keep }: { readonly keep: (reason: string) => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const given = reason.trim();
  return (
    <div className="row">
      <Input
        autoFocus
        size="small"
        maxLength={500}
        value={reason}
        aria-label={t('registering.why')}
        placeholder={t('registering.why')}
        onChange={(event) => setReason(event.target.value)}
        onPressEnter={(event) => {
          event.preventDefault();
          if (given) keep(given);
        }}
      />
      <Button size="small" type="primary" disabled={!given} onClick={() => keep(given)}>
        {t('registering.keep')}
      </Button>
    </div>
  );
}
