import { PrinterOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button, Progress } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Trouble } from '../api/trouble.tsx';
import { useSession } from '../api/session.ts';
import { faultSentence } from '../api/fault-words.ts';
import { paths } from '../paths.ts';
import { useUnitNamed } from '../units/short-names.ts';
import { useLeaving } from '../windows/use-leaving.tsx';
import type { Coming, Piece } from './bring.ts';
import type { Desk } from './use-roster.ts';

/** What became of everybody, and the passwords to hand out: shown while this page is open, and never again. */
export function Slips({ desk, pieces }: { readonly desk: Desk; readonly pieces: readonly Piece[] }) {
  const { t } = useTranslation();
  const [handed, setHanded] = useState(false);
  const coming = pieces.flatMap((piece) => piece.coming);
  const done = coming.filter(({ result }) => result?.id);
  const failed = coming.filter(({ result }) => result?.refused);
  const answered = done.length + failed.length;
  const slips = done.filter(({ password }) => password !== null);
  useLeaving(slips.length > 0 && !handed, {
    title: t('roster.leaveTitle'),
    content: t('roster.leaveHint'),
    okText: t('roster.leaveYes'),
  });
  return (
    <>
      <section className="sheet no-print">
        {answered < coming.length && (
          <output>
            {t('roster.bringing', { done: answered, of: coming.length })}
            <Progress percent={Math.round((answered / coming.length) * 100)} size="small" status="active" />
          </output>
        )}
        {desk.trouble !== null && <Trouble error={desk.trouble} />}
        {desk.trouble !== null && (
          <Button loading={desk.busy} onClick={() => void desk.goOn()}>
            {t('roster.goOn')}
          </Button>
        )}
        {answered === coming.length && <p>{t('roster.done', { count: done.length })}</p>}
        {failed.length > 0 && <Failed failed={failed} />}
      </section>
      {answered === coming.length && slips.length === 0 && (
        <p>
          {t('roster.noSlips')} <Link to={paths.people}>{t('roster.back')}</Link>
        </p>
      )}
      {answered === coming.length && slips.length > 0 && (
        <>
          <section className="sheet no-print">
            <h2>{t('roster.slips')}</h2>
            <p>{t('roster.slipsHint')}</p>
            <div className="row">
              <Button type="primary" icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
                {t('roster.print')}
              </Button>
              <Button disabled={handed} onClick={() => setHanded(true)}>
                {t('roster.finished')}
              </Button>
              {handed && <Link to={paths.people}>{t('roster.back')}</Link>}
            </div>
          </section>
          {!handed && <Cut slips={slips} />}
        </>
      )}
    </>
  );
}

function Failed({ failed }: { readonly failed: readonly Coming[] }) {
  const { t, i18n } = useTranslation();
  return (
    <>
      <p>{t('roster.notDone', { count: failed.length })}</p>
      <ul>
        {failed.map(({ row, result }) => (
          <li key={row.at}>
            <b>{row.name}</b> {i18n.language === 'en' ? result?.refused?.en : result?.refused?.zh}{' '}
            {result?.refused?.faults.map((fault) => faultSentence(fault, t)).join(t('list.between'))}
          </li>
        ))}
      </ul>
    </>
  );
}

/** One slip to a person, to be cut along the lines. */
function Cut({ slips }: { readonly slips: readonly Coming[] }) {
  const { t } = useTranslation();
  const { installation } = useSession();
  const short = useUnitNamed();
  return (
    <ul className="slips" aria-label={t('roster.slips')}>
      {slips.map(({ row, password }) => (
        <li key={row.at}>
          <div>
            <b>{row.name}</b>{' '}
            <span>{[...new Set(row.seats.map(({ unit }) => short(unit)))].join(t('list.comma'))}</span>
          </div>
          <dl>
            <dt>{t('people.username')}</dt>
            <dd>
              <code>{row.username}</code>
            </dd>
            <dt>{t('people.password')}</dt>
            <dd>
              <code>{password}</code>
            </dd>
          </dl>
          <div className="small">
            {installation.name}　{t('roster.slipAt', { address: location.origin })}　{t('roster.slipChange')}
          </div>
        </li>
      ))}
    </ul>
  );
}
