import './head.css';
import { QuestionCircleOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabels } from '../api/plan.ts';
import { longDay, shortDay } from '../i18n/day.ts';
import { useText } from '../i18n/text.ts';
import { Light } from '../light/light.tsx';
import { RouteDrawer } from '../route/route-drawer.tsx';
import { useShortName } from '../units/short-names.ts';
import type { Dossier } from './dossier.ts';
import { DueDrawer } from './due-drawer.tsx';
import { StageBar } from './stage-bar.tsx';
import { listed } from '../i18n/listed.ts';

/** Number, light, who has it, what comes next: the answer before anything is opened. */
export function Head({ dossier }: { readonly dossier: Dossier }) {
  const { t } = useTranslation();
  const { row } = dossier;
  return (
    <header className="dossier-head">
      <div className="row" style={{ alignItems: 'flex-start', flexWrap: 'nowrap' }}>
        <div style={{ flex: 1, minWidth: 0 }}>
          <div className="row tiny quiet">
            <span>{row.number}</span>
            <Kinds dossier={dossier} />
          </div>
          <h1>{row.title}</h1>
        </div>
        <DueButton dossier={dossier} />
      </div>
      <Standing dossier={dossier} />
      {dossier.contested && (
        <Alert
          type="warning"
          showIcon
          title={t('dossier.contested', { reason: dossier.contested.reason, clause: dossier.contested.becauseOf })}
          style={{ marginTop: 8 }}
        />
      )}
      {dossier.stale.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('dossier.stale', {
            steps: listed(
              dossier.stale.map((approval) => `${approval.person} ${approval.on}`),
              t,
            ),
          })}
          style={{ marginTop: 8 }}
        />
      )}
      <StageBar dossier={dossier} />
    </header>
  );
}

function Kinds({ dossier: { row, policy } }: { readonly dossier: Dossier }) {
  const { fact, field } = useLabels(policy);
  const kinds = [fact('origin', row.origin), fact('grade', row.grade), field(row.field)].filter(Boolean);
  return <span>{kinds.join(' · ')}</span>;
}

/** The light; it opens to the arithmetic of every limit of this dossier. */
function DueButton({ dossier }: { readonly dossier: Dossier }) {
  const { t, i18n } = useTranslation();
  const text = useText();
  const [open, setOpen] = useState(false);
  const { row, clocks } = dossier;
  const nearest = clocks.find((clock) => clock.metOn === null && clock.light.due === row.light.due);
  const still = row.light.level === 'paused' ? (row.light.title ?? '') : null;
  const due = `${longDay(row.light.due, i18n.language)} ${text(nearest?.title) || (row.light.title ?? '')}`;
  return (
    <>
      <button type="button" className="due-button" onClick={() => setOpen(true)} title={t('due.open')}>
        <Light light={row.light} closed={row.closedOn !== null} />
        <span className="quiet tiny">
          {row.closedOn ? longDay(row.closedOn, i18n.language) : row.light.due ? due : (still ?? t('due.silent'))}
        </span>
      </button>
      <DueDrawer dossier={dossier} open={open} close={() => setOpen(false)} />
    </>
  );
}

/** 现由谁持有，何日移交，下一步. */
function Standing({ dossier }: { readonly dossier: Dossier }) {
  const { t } = useTranslation();
  const [explaining, setExplaining] = useState(false);
  const { row, openWith } = dossier;
  return (
    <div className="row small" style={{ marginTop: 4 }}>
      <Holding dossier={dossier} />
      {row.handedOverOn && !row.closedOn && (
        <span className="quiet">{t('dossier.handedOver', { day: shortDay(row.handedOverOn) })}</span>
      )}
      <Button
        type="link"
        size="small"
        icon={<QuestionCircleOutlined aria-hidden />}
        onClick={() => setExplaining(true)}
        style={{ padding: 0 }}
      >
        {t('dossier.why')}
      </Button>
      {openWith.length > 0 && <span className="presence">{t('dossier.openWith', { names: listed(openWith, t) })}</span>}
      <RouteDrawer dossier={dossier} open={explaining} close={() => setExplaining(false)} />
    </div>
  );
}

function Holding({ dossier: { row, tasks, policy, parts } }: { readonly dossier: Dossier }) {
  const { t, i18n } = useTranslation();
  const text = useText();
  const short = useShortName();
  const { post } = useLabels(policy);
  if (row.closedOn) return <span>{t('dossier.closedOn', { day: longDay(row.closedOn, i18n.language) })}</span>;
  const holder = parts['case.holder']?.[0];
  const deciding = tasks.filter((task) => task.part === 'decide');
  // where all have decided, whoever still has to co-sign has it
  const open = deciding.length > 0 ? deciding : tasks;
  if (open.length === 0)
    return (
      <span>
        {holder
          ? t('dossier.works', { who: `${short(holder.unitName)}${holder.person ? `（${holder.person.name}）` : ''}` })
          : t('dossier.holdsNobody')}
      </span>
    );
  const seats = open.map((task) => t('obstacle.seat', { unit: short(task.unitName), post: post(task.post) }));
  const who = listed([...new Set(seats)], t);
  return (
    <span>
      {t(open.some((task) => task.external) ? 'dossier.waits' : 'dossier.holds', { who })}
      <b>{text(open[0]?.title)}</b>
    </span>
  );
}
