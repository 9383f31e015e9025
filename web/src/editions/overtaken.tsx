import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Refused } from '../api/refused.ts';
import { Trouble } from '../api/trouble.tsx';

/** A refusal; where somebody was faster or the content changed, the newest can be read under the words already written. */
export function Overtaken({ trouble, reload }: { readonly trouble: unknown; readonly reload: () => Promise<void> }) {
  const { t } = useTranslation();
  const overtaken = trouble instanceof Refused && trouble.document.status === 409;
  return (
    <div style={{ marginBottom: 12 }}>
      <Trouble error={trouble} />
      {overtaken && (
        <Button size="small" style={{ marginTop: 6 }} onClick={() => void reload()}>
          {t('verbs.reload')}
        </Button>
      )}
    </div>
  );
}
