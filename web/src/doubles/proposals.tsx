import './doubles.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Trouble } from '../api/trouble.tsx';
import { listed } from '../i18n/listed.ts';
import { useText } from '../i18n/text.ts';
import { paths } from '../paths.ts';
import { alikeQuery, type AlikePair } from './alike-cases.ts';
import { PairTable } from './pair-table.tsx';
import { SettleWindow } from './settle-window.tsx';

/** 合并建议: pairs that look alike, side by side, each with its reasons; whoever may merge them says what they are. */
export function Proposals({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const [settling, settle] = useState<AlikePair | null>(null);
  const found = useQuery(alikeQuery(id));
  if (found.isError) return <Trouble error={found.error} again={() => void found.refetch()} />;
  if (!found.data || found.data.pairs.length === 0) return null;
  const { pairs, more } = found.data;
  return (
    <section className="sheet no-print" aria-labelledby="proposals">
      <h2 id="proposals">{t('doubles.proposals', { count: pairs.length + more })}</h2>
      <p className="quiet small">{t('doubles.hint')}</p>
      {pairs.map((pair) => (
        <Proposal key={pair.one.dossier + pair.other.dossier} pair={pair} settle={() => settle(pair)} />
      ))}
      {more > 0 && <p className="quiet small">{t('doubles.more', { count: more })}</p>}
      {settling && <SettleWindow pair={settling} close={() => settle(null)} />}
    </section>
  );
}

function Proposal({ pair, settle }: { readonly pair: AlikePair; readonly settle: () => void }) {
  const { t } = useTranslation();
  const text = useText();
  return (
    <div className="proposal">
      <div className="row small">
        <span>{text(pair.one.kind)}</span>
        <span className="quiet">{listed(pair.because.map(text), t)}</span>
        <span className="grow" />
        {pair.mayMerge && (
          <Button size="small" onClick={settle}>
            {t('doubles.settle')}
          </Button>
        )}
      </div>
      <div className="row small">
        {[pair.one, pair.other].map((side) => (
          <Link key={side.dossier} to={paths.case} params={{ id: side.dossier }}>
            {side.number} {side.title}
          </Link>
        ))}
      </div>
      <PairTable {...pair} />
    </div>
  );
}
