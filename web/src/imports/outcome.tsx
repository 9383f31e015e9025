import { Link } from '@tanstack/react-router';
import { Button, Input, Popconfirm, Progress } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/session.ts';
import { useText } from '../i18n/text.ts';
import { paths } from '../paths.ts';
import { Discarded } from './discard.tsx';
import type { Part } from './part.ts';
import { Piles } from './piles.tsx';
import { isMoving } from './use-import.ts';

/** 完成: rows on their way, then what came in, what did not, and the way back. */
export function Outcome(part: Part) {
  const { t } = useTranslation();
  const { view } = part;
  const { done, of } = view.progress;
  const percent = of > 0 ? Math.round((done / of) * 100) : 100;
  return (
    <>
      <section className="sheet">
        <h2>{t(`imports.state.${view.state}`)}</h2>
        {isMoving(view) ? (
          <output>
            <Progress percent={percent} status="active" />
            <span className="quiet small">{t('imports.underway', { done, of })}</span>
          </output>
        ) : (
          <Finished {...part} />
        )}
      </section>
      {!isMoving(view) && <Piles {...part} piles={['in', 'failed', 'skip']} />}
    </>
  );
}

function Finished(part: Part) {
  const { t } = useTranslation();
  const { menu } = useSession();
  const { view } = part;
  const { counts } = view;
  const undone = view.state === 'undone';
  if (view.state === 'discarded') return <Discarded view={view} />;
  return (
    <>
      <p>{t(undone ? 'imports.undoneWords' : 'imports.doneWords', { ...counts })}</p>
      <div className="row">
        {!undone && counts.in > 0 && <ToList view={view} />}
        {!undone && !view.brings && counts.in > 0 && menu.includes('editions') && (
          <Link to={paths.editions} search={{ import: view.id }}>
            <Button type="primary">{t('imports.formEdition')}</Button>
          </Link>
        )}
        {counts.failed > 0 && (
          <a href={`/api/imports/${view.id}/errors.xlsx`} download>
            <Button>{t('imports.errorWorkbook')}</Button>
          </a>
        )}
        {view.undo && <Undo {...part} />}
      </div>
    </>
  );
}

/** The list in which those that came in stand. */
function ToList({ view }: Pick<Part, 'view'>) {
  const { t } = useTranslation();
  const text = useText();
  if (view.brings)
    return (
      <Link to={paths.kind} params={{ kind: view.brings.id }}>
        <Button type="primary">{t('imports.seeInList', { kind: text(view.brings.title) })}</Button>
      </Link>
    );
  return (
    <Link to={paths.register} search={{ import: view.id }}>
      <Button>{t('imports.seeInRegister')}</Button>
    </Link>
  );
}

function Undo({ view, settle, busy }: Part) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const { undo } = view;
  if (!undo || !view.mayAct) return null;
  if (!undo.allowed)
    return <span className="quiet small">{undo.used > 0 ? t('imports.undoUsed', { count: undo.used }) : null}</span>;
  return (
    <Popconfirm
      icon={null}
      title={t('imports.undoAsked', { count: undo.dossiers })}
      description={
        <>
          {undo.stays > 0 && <p className="small">{t('imports.undoStays', { count: undo.stays })}</p>}
          <Input
            autoFocus
            maxLength={500}
            value={reason}
            placeholder={t('imports.undoReason')}
            aria-label={t('imports.undoReason')}
            onChange={(event) => setReason(event.target.value)}
          />
        </>
      }
      okText={t('imports.undo')}
      okButtonProps={{ disabled: reason.trim() === '', loading: busy }}
      onConfirm={() => settle({ door: 'undo', body: { reason: reason.trim() } })}
    >
      <Button>{t('imports.undo')}</Button>
    </Popconfirm>
  );
}
