import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Overtaken } from './overtaken.tsx';
import { useEditionAct, type EditionView } from './use-edition.ts';
import { later } from '../windows/later.tsx';

const AddWindow = later(() => import('./add-window.tsx'), 'AddWindow');

type Chosen = { readonly view: EditionView; readonly chosen: readonly string[]; readonly clear: () => void };

/** While the edition is being formed: more problems into it, the chosen ones out of it. */
export function Change({ view, chosen, clear }: Chosen) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const { act, busy, trouble, reload } = useEditionAct(view);
  const remove = async (): Promise<void> => {
    if (await act({ type: 'ChangeProblems', add: [], remove: [...chosen] })) clear();
  };
  return (
    <>
      <div className="row" style={{ marginBottom: 8 }}>
        <Button size="small" onClick={() => setAdding(true)}>
          {t('editions.add')}
        </Button>
        <Popconfirm
          title={t('editions.removeAsked', { count: chosen.length })}
          onConfirm={() => void remove()}
          disabled={chosen.length === 0}
        >
          <Button className="wide-only" size="small" disabled={chosen.length === 0} loading={busy}>
            {t('editions.remove', { count: chosen.length })}
          </Button>
        </Popconfirm>
        <span className="quiet small">{t('editions.mayChange')}</span>
      </div>
      {trouble !== null && <Overtaken trouble={trouble} reload={reload} />}
      {adding && <AddWindow view={view} close={() => setAdding(false)} />}
    </>
  );
}
