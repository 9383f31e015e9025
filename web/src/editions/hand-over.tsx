import { Link } from '@tanstack/react-router';
import { Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { Clause } from '../api/clause.tsx';
import { paths } from '../paths.ts';
import type { EditionView } from './use-edition.ts';

/** After consent: how many problems were handed over, each with its receipt, and the way to those that wait. */
export function HandOver({ view }: { readonly view: EditionView }) {
  const { t } = useTranslation();
  const { id, handedOver, size } = view.row;
  const waiting = view.members.flatMap(({ now }) => (now && now.handedOverOn === null ? [now.stage] : []));
  return (
    <span className="row">
      <Share done={handedOver} of={size} />
      {waiting.length > 0 ? (
        <Link to={paths.register} search={{ edition: id, stage: [...new Set(waiting)].join(',') }}>
          {t('editions.toHandOver', { count: waiting.length })}
        </Link>
      ) : (
        <span className="quiet">{t('editions.allHandedOver')}</span>
      )}
      <Link to={paths.register} search={{ edition: id }}>
        {t('editions.seeAll')}
      </Link>
      <Clause id={view.clause} edition={view.policy} />
    </span>
  );
}

/** `已移交 6 / 8 项` with its bar. */
export function Share({ done, of }: { readonly done: number; readonly of: number }) {
  const { t } = useTranslation();
  return (
    <span className="share">
      <Progress percent={of > 0 ? (done / of) * 100 : 0} showInfo={false} size={[72, 6]} aria-hidden />
      <span className="small nowrap">{t('editions.handedOver', { done, of })}</span>
    </span>
  );
}
