import { useNavigate } from '@tanstack/react-router';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, intended, newIntent } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { Trouble } from '../api/trouble.tsx';
import { paths } from '../paths.ts';
import { Dialog } from '../windows/dialog.tsx';
import { Picker } from './picker.tsx';
import { everyProblem } from './registered.ts';

type Window = { readonly no: number; readonly fromImport: string | null; readonly close: () => void };

/** 形成一张表: a title and the registered problems that go into it. */
export function FormWindow({ no, fromImport, close }: Window) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { installation } = useSession();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [key] = useState(newIntent);
  const [title, setTitle] = useState(t('editions.usualTitle', { no, year: installation.today.slice(0, 4) }));
  const [chosen, choose] = useState<readonly string[] | null>(null);
  const brought = useAllOf(fromImport);
  const problems = chosen ?? brought;
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<unknown>(null);
  const form = async (): Promise<void> => {
    setBusy(true);
    try {
      const body = { title: title.trim(), problems: [...problems] };
      const { id } = await answered(api.POST('/api/editions', { params: intended(key), body }));
      await queries.invalidateQueries({ queryKey: ['editions'] });
      void message.success(t('editions.formed', { no, count: problems.length }));
      await navigate({ to: paths.edition, params: { id } });
    } catch (error) {
      setTrouble(error);
      setBusy(false);
    }
  };
  return (
    <Dialog
      width={900}
      title={t('editions.form')}
      close={close}
      filled={() => chosen !== null}
      onOk={() => void form()}
      okText={t('editions.formOf', { count: problems.length })}
      okButtonProps={{ disabled: problems.length === 0 || title.trim() === '' }}
      confirmLoading={busy}
      mask={{ closable: false }}
    >
      {trouble !== null && <Trouble error={trouble} />}
      <label className="row" style={{ margin: '8px 0 12px' }}>
        <span className="quiet">{t('editions.title')}</span>
        <Input
          style={{ maxWidth: 420 }}
          maxLength={100}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
      </label>
      <Picker fromImport={fromImport} chosen={problems} choose={choose} />
    </Dialog>
  );
}

const NONE: readonly string[] = [];

/** Whoever comes from an import means all that it brought, until they choose otherwise. */
function useAllOf(fromImport: string | null): readonly string[] {
  const all = useQuery({
    queryKey: ['registered', 'all', fromImport],
    enabled: fromImport !== null,
    queryFn: () => everyProblem({ q: '', from: fromImport }),
  });
  return all.data ?? NONE;
}
