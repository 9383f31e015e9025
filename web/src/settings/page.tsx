import './settings.css';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, intended, newIntent } from '../api/client.ts';
import { faultWords } from '../api/fault-words.ts';
import { Refused } from '../api/refused.ts';
import { useSession } from '../api/session.ts';
import { Trouble } from '../api/trouble.tsx';
import { NotFound } from '../frame/astray.tsx';
import { colour } from '../theme.ts';

type Entered = { name?: string; main?: string; second?: string };
const FIELDS = ['name', 'main', 'second'] as const;

/** 系统名称和颜色: what this installation is called and its two colours, for whoever keeps it. */
export function SettingsPage() {
  const { t } = useTranslation();
  const { admin, installation } = useSession();
  if (!admin) return <NotFound />;
  return (
    <>
      <div className="page-head">
        <h1>{t('settings.title')}</h1>
      </div>
      <div className="sheet settings">
        <p className="quiet">{t('settings.purpose')}</p>
        <Chosen now={installation.appearance} />
      </div>
    </>
  );
}

type Now = { readonly name: string | null; readonly main: string | null; readonly second: string | null };

function Chosen({ now }: { readonly now: Now }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Entered>();
  const { busy, trouble, save } = useSave(form);
  return (
    <Form<Entered>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ name: now.name ?? '', main: now.main ?? colour.river, second: now.second ?? colour.bank }}
      onValuesChange={() => form.setFields(FIELDS.map((name) => ({ name, errors: [] })))}
      onFinish={(entered) => void save(entered)}
    >
      {trouble !== null && <Trouble error={trouble} />}
      <Form.Item name="name" label={t('settings.name')} extra={t('settings.nameHint')}>
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      {(['main', 'second'] as const).map((which) => (
        <div key={which} className="colour">
          <Form.Item name={which} label={t(`settings.${which}`)} extra={t(`settings.${which}Hint`)}>
            <Input type="color" />
          </Form.Item>
          <Button
            size="small"
            onClick={() => form.setFieldsValue({ [which]: which === 'main' ? colour.river : colour.bank })}
          >
            {t('settings.plain')}
          </Button>
        </div>
      ))}
      <Sample />
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('settings.save')}
      </Button>
    </Form>
  );
}

/** What the colours do to words on the page, before anybody else sees it. */
function Sample() {
  const { t } = useTranslation();
  const { name, main, second } = Form.useWatch<Entered>([]) ?? {};
  const { installation } = useSession();
  return (
    <p className="sample">
      <span className="quiet small">{t('settings.sample')}</span>
      <b style={{ color: main }}>{name?.trim() || installation.name}</b>
      <b style={{ color: second }}>{t('settings.sampleDone')}</b>
    </p>
  );
}

function useSave(form: ReturnType<typeof Form.useForm<Entered>>[0]) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<unknown>(null);
  const save = async (entered: Entered): Promise<void> => {
    setBusy(true);
    setTrouble(null);
    const name = entered.name?.trim() ?? '';
    const own = (chosen: string | undefined, usual: string): string | null =>
      chosen === undefined || chosen === usual ? null : chosen;
    const body = {
      name: name === '' ? null : name,
      main: own(entered.main, colour.river),
      second: own(entered.second, colour.bank),
    };
    try {
      await answered(api.POST('/api/appearance', { params: intended(newIntent()), body }));
      void message.success(t('settings.saved'));
      await queries.invalidateQueries({ queryKey: ['session'] });
    } catch (error) {
      const faults = error instanceof Refused ? (error.document.faults ?? []) : [];
      form.setFields(
        faults.flatMap((fault) =>
          fault.field === 'main' || fault.field === 'second' || fault.field === 'name'
            ? [{ name: fault.field, errors: [faultWords(fault, t)] }]
            : [],
        ),
      );
      if (faults.length === 0) setTrouble(error);
    } finally {
      setBusy(false);
    }
  };
  return { busy, trouble, save };
}
