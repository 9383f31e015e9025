import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCoordinator } from '../api/plan.ts';
import { Clause } from '../api/clause.tsx';
import { useText } from '../i18n/text.ts';
import { MadeRulings } from '../questions/made.tsx';
import { questionsQuery } from '../questions/query.ts';
import { ConfirmWindow } from './confirm-window.tsx';
import type { Edition, Ruling } from './edition.ts';
import { listed } from '../i18n/listed.ts';

/** 裁定: each question that the plan leaves open, how it is read until somebody says otherwise, and who confirmed that. */
export function Rulings({ edition }: { readonly edition: Edition }) {
  const { t } = useTranslation();
  const office = useCoordinator();
  const [open, setOpen] = useState<Ruling | null>(null);
  const sorted = [...edition.rulings].sort((a, b) => Number(a.status !== 'pending') - Number(b.status !== 'pending'));
  return (
    <>
      <p className="quiet small">{t(`policy.${meaningOf(edition)}`, { office })}</p>
      <ul className="plain rulings">
        {sorted.map((ruling) => (
          <RulingLine key={ruling.id} ruling={ruling} edition={edition} confirm={() => setOpen(ruling)} />
        ))}
      </ul>
      <MadeAtWork policy={edition.policy.edition} />
      {open && <ConfirmWindow ruling={open} edition={edition.policy.edition} close={() => setOpen(null)} />}
    </>
  );
}

/** Beside what the pack's author supplied, what was ruled at work for every dossier of this edition, in whichever reading of it. */
function MadeAtWork({ policy }: { readonly policy: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(questionsQuery);
  const edition = policy.replace(READING, '');
  const here = (data?.rulings ?? []).filter((made) => made.policy.replace(READING, '') === edition);
  if (here.length === 0) return null;
  return (
    <>
      <h2>{t('questions.made')}</h2>
      <MadeRulings rulings={here} />
    </>
  );
}

/** The number of a reading at the end of an edition's name: `shidian/2023-05-17.r2`. */
const READING = /\.r\d+$/;

function meaningOf({ confirms, confirmable }: Edition): 'rulingsConfirm' | 'rulingsMean' | 'rulingsNobody' {
  if (!confirmable) return 'rulingsNobody';
  return confirms ? 'rulingsConfirm' : 'rulingsMean';
}

type Line = { readonly ruling: Ruling; readonly edition: Edition; readonly confirm: () => void };

function RulingLine({ ruling, edition, confirm }: Line) {
  const { t } = useTranslation();
  const text = useText();
  const pending = ruling.status === 'pending';
  return (
    <li className={pending ? 'pending' : ''}>
      <div className="row">
        <b>
          {ruling.id} {text(ruling.title)}
        </b>
        {ruling.clauses.map((clause) => (
          <Clause key={clause} id={clause} edition={edition.policy.edition} />
        ))}
        <span className="state">{t(pending ? 'policy.pending' : 'policy.confirmed')}</span>
        <span className="grow" />
        {pending && edition.confirms && (
          <Button size="small" onClick={confirm}>
            {t('policy.confirm')}
          </Button>
        )}
      </div>
      <p>{text(ruling.reason)}</p>
      <p className="quiet small">
        {ruling.confirmedBy
          ? t('policy.confirmedBy', { person: ruling.confirmedBy, day: ruling.confirmedOn, note: ruling.note })
          : t('policy.proposedBy', { by: ruling.by, day: ruling.on })}
        {ruling.settles.length > 0 &&
          ` · ${t('policy.settles', { kinds: listed([...new Set(ruling.settles.map(({ kind }) => t(`policy.kind.${kind}`, { defaultValue: kind })))], t) })}`}
      </p>
    </li>
  );
}
