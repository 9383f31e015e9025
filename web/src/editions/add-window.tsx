import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Trouble } from '../api/trouble.tsx';
import { Dialog } from '../windows/dialog.tsx';
import { Picker } from './picker.tsx';
import { useEditionAct, type EditionView } from './use-edition.ts';

/** More registered problems for an edition that is still being formed. */
export function AddWindow({ view, close }: { readonly view: EditionView; readonly close: () => void }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { act, busy, trouble } = useEditionAct(view);
  const add = async (): Promise<void> => {
    if (await act({ type: 'ChangeProblems', add: [...chosen], remove: [] })) close();
  };
  return (
    <Dialog
      width={900}
      title={t('editions.add')}
      close={close}
      filled={() => chosen.length > 0}
      onOk={() => void add()}
      okText={t('editions.addOf', { count: chosen.length })}
      okButtonProps={{ disabled: chosen.length === 0 }}
      confirmLoading={busy}
      mask={{ closable: false }}
    >
      {trouble !== null && <Trouble error={trouble} />}
      <Picker fromImport={null} chosen={chosen} choose={setChosen} />
    </Dialog>
  );
}
