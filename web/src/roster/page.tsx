import './roster.css';
import { Link } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePlan } from '../api/plan.ts';
import { useSession } from '../api/session.ts';
import { Trouble } from '../api/trouble.tsx';
import { NotFound } from '../frame/astray.tsx';
import { listed } from '../i18n/listed.ts';
import { useText } from '../i18n/text.ts';
import { DropZone } from '../imports/drop-zone.tsx';
import { paths } from '../paths.ts';
import { Asked } from './asked.tsx';
import { BringIn } from './bring-in.tsx';
import { Columns } from './columns.tsx';
import { Rows } from './rows.tsx';
import { Skipped } from './skipped.tsx';
import { Slips } from './slips.tsx';
import { useRoster, type Desk } from './use-roster.ts';

/** 从名册导入: people from a workbook; looked at, asked about, brought in, and the passwords to hand out. */
export function RosterPage() {
  const { t } = useTranslation();
  const { admin, installation } = useSession();
  const desk = useRoster(installation.today);
  if (!admin) return <NotFound />;
  return (
    <div className="roster">
      <div className="page-head no-print">
        <h1>{t('roster.title')}</h1>
        <span className="quiet small wide-only">{t('roster.purpose')}</span>
        <span className="grow" />
        <Link to={paths.people}>{t('roster.back')}</Link>
      </div>
      {desk.pieces ? (
        <Slips desk={desk} pieces={desk.pieces} />
      ) : desk.roster ? (
        <Looked desk={desk} />
      ) : (
        <Begin desk={desk} />
      )}
    </div>
  );
}

function Begin({ desk }: { readonly desk: Desk }) {
  const { t } = useTranslation();
  const text = useText();
  const posts = listed(
    (usePlan()?.posts ?? []).map(({ label }) => text(label)),
    t,
  );
  return (
    <DropZone line={t('roster.line')} hint={t('roster.hint')} send={(file, progress) => desk.look(file, {}, progress)}>
      <div className="guide">
        <p>
          <a href="/api/people/roster.xlsx" download>
            {t('roster.template')}
          </a>
        </p>
        <b>{t('roster.guide')}</b>
        <ul>
          <li>{t('roster.guide.unit')}</li>
          <li>{t('roster.guide.post', { posts })}</li>
          <li>{t('roster.guide.person')}</li>
          <li>{t('roster.guide.private')}</li>
        </ul>
      </div>
    </DropZone>
  );
}

function Looked({ desk }: { readonly desk: Desk }) {
  const { t } = useTranslation();
  const { roster, trouble } = desk;
  if (!roster) return null;
  return (
    <>
      {trouble !== null && <Trouble error={trouble} />}
      <Columns desk={desk} roster={roster} />
      {roster.head === null && (
        <Alert
          type="warning"
          showIcon
          title={t('roster.noHead')}
          action={
            <Button size="small" onClick={desk.anew}>
              {t('roster.another')}
            </Button>
          }
        />
      )}
      {roster.cut && <Alert type="warning" showIcon title={t('roster.cut')} />}
      <Asked desk={desk} roster={roster} />
      {roster.entries.length > 0 && <Rows desk={desk} />}
      <Skipped roster={roster} />
      {roster.entries.length > 0 && <BringIn desk={desk} />}
    </>
  );
}
