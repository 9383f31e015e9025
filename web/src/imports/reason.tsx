import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** A reason being written, and what of it goes with the next answer: nothing while the box is empty. */
export function useReason() {
  const [value, change] = useState('');
  const because: { readonly reason?: string } = value.trim() === '' ? {} : { reason: value.trim() };
  return { value, change, because };
}

/** The box for a reason, which is kept with the answer; writing one is nobody's duty. */
export function Reason({ value, change }: { readonly value: string; readonly change: (value: string) => void }) {
  const { t } = useTranslation();
  return (
    <Input
      className="reason"
      size="small"
      maxLength={200}
      value={value}
      aria-label={t('imports.reason')}
      placeholder={t('imports.reason')}
      onChange={({ target }) => change(target.value)}
    />
  );
}
