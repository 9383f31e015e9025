import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { officeDayOf } from '../api/today.ts';
import type { Draft } from './draft.ts';

type Note = { readonly found: Draft | null; readonly personal: boolean; readonly drop: () => void };

/** Says that a draft was found, from when it is, and what of it was not kept; it can be put away. */
export function DraftNote({ found, personal, drop }: Note) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(true);
  if (!found || !open) return null;
  const put = (): void => {
    drop();
    setOpen(false);
  };
  return (
    <Alert
      type="info"
      showIcon
      style={{ marginBottom: 14 }}
      title={t('sheet.draftFound', { at: officeDayOf(new Date(found.at)) })}
      {...(personal ? { description: t('sheet.draftPersonal') } : {})}
      action={
        <Button size="small" onClick={put}>
          {t('sheet.draftDrop')}
        </Button>
      }
    />
  );
}
