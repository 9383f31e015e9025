import { Button, Input, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Part } from './part.ts';

/** The way out of an import that nobody wants: nothing of it comes in, and it stays in the list with who left it. */
export function Discard({ view, settle, busy }: Part) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  if (!view.mayAct) return null;
  return (
    <Popconfirm
      icon={null}
      title={t('importsLeft.discardAsked')}
      description={
        <Input
          autoFocus
          maxLength={500}
          value={reason}
          placeholder={t('importsLeft.reason')}
          aria-label={t('importsLeft.reason')}
          onChange={(event) => setReason(event.target.value)}
        />
      }
      okText={t('importsLeft.discard')}
      okButtonProps={{ loading: busy }}
      onConfirm={() => settle({ door: 'discard', body: reason.trim() === '' ? {} : { reason: reason.trim() } })}
    >
      <Button>{t('importsLeft.discard')}</Button>
    </Popconfirm>
  );
}

/** Who left it, when and why. */
export function Discarded({ view }: Pick<Part, 'view'>) {
  const { t } = useTranslation();
  const { discarded } = view;
  if (!discarded) return null;
  return (
    <p>
      {t('importsLeft.discardedBy', { name: discarded.name, day: discarded.at.slice(0, 10) })}
      {discarded.reason !== '' && t('importsLeft.because', { reason: discarded.reason })}
    </p>
  );
}
