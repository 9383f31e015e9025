import { useNavigate } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Form, type FormInstance } from 'antd';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from '../../choice/select.tsx';
import { answered, api, intended, newIntent } from '../../api/client.ts';
import { Trouble } from '../../api/trouble.tsx';
import { useText } from '../../i18n/text.ts';
import type { Kind } from '../../kinds/kind.ts';
import { paths } from '../../paths.ts';
import { withoutPersonal } from '../../sheet/draft.ts';
import { DraftNote } from '../../sheet/draft-note.tsx';
import { FaultsOfSheet } from '../../sheet/faults.ts';
import type { SheetValues } from '../../sheet/field.ts';
import { valuesOf } from '../../sheet/filled.ts';
import { formFields } from '../../sheet/form-fields.ts';
import { factsWith, type Facts } from '../../sheet/required.ts';
import SheetFields from '../../sheet/sheet-fields.tsx';
import { useDraft } from '../../sheet/use-draft.ts';
import { useObstacle } from '../../verbs/obstacle.ts';
import { partsOf, type PartLines } from '../../verbs/part-lines.ts';
import { PartsField } from '../../verbs/parts-field.tsx';
import { useFaults } from '../../verbs/use-faults.ts';
import { useLeaving } from '../../windows/use-leaving.tsx';

type Entered = { readonly from?: string; readonly values?: SheetValues; readonly parts?: PartLines };
type Given = { readonly kind: Kind; readonly from: string | null; readonly edition: string };

/** The sheet of a new dossier: what is written is kept as a draft until it is sent. */
export function NewForm({ kind, from, edition }: Given) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Entered>();
  const sentence = useObstacle();
  const fields = formFields(kind.sheet, kind.opening);
  const draft = useDraft(`new.${kind.id}`, withoutPersonal(fields));
  const { cells, place } = useFaults(kind.sheet);
  const { busy, trouble, touched, touch, send } = useOpening(kind, form, place, draft.drop);
  useLeaving(touched, { title: t('cases.leave'), content: t('cases.leaveHint'), okText: t('cases.leaveYes') });
  return (
    <FaultsOfSheet value={cells}>
      <Form<Entered>
        form={form}
        layout="vertical"
        scrollToFirstError={{ block: 'center' }}
        initialValues={{ ...(from ? { from } : {}), values: draft.found?.values ?? {} }}
        onValuesChange={(_changed, all) => {
          touch();
          draft.keep(all.values ?? {});
        }}
        onFinish={(entered) => void send(entered, fields)}
        onKeyDown={keepEnter}
      >
        <div className="sheet">
          <DraftNote
            found={draft.found}
            personal={fields.some(({ personal }) => personal)}
            drop={() => {
              draft.drop();
              form.setFieldsValue({ values: Object.fromEntries(fields.map(({ id }) => [id, undefined])) });
            }}
          />
          {kind.obstacle && <Alert type="info" showIcon title={sentence(kind.obstacle)} style={{ marginBottom: 12 }} />}
          <Channel kind={kind} />
          <SheetFields fields={fields} edition={edition} kind={kind.id} facts={{}} />
          {kind.parts.length > 0 && <Parts kind={kind} edition={edition} />}
          {trouble !== null && <Trouble error={trouble} />}
          <p className="quiet tiny">{t('sheet.draftKept')}</p>
        </div>
        <div className="actions">
          <Button type="primary" htmlType="submit" loading={busy} disabled={!kind.mayOpen}>
            {t('cases.open')}
          </Button>
        </div>
      </Form>
    </FaultsOfSheet>
  );
}

/** Enter in a field means that the field is done, and not that the sheet is. */
const keepEnter = (event: KeyboardEvent): void => {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
};

/** By which channel it came in, where the plan tells them apart. */
function Channel({ kind }: { readonly kind: Kind }) {
  const { t } = useTranslation();
  const text = useText();
  if (kind.from.length === 0) return null;
  return (
    <Form.Item name="from" label={t('cases.channel')} rules={[{ required: true, message: t('api.fault.required') }]}>
      <Select
        style={{ maxWidth: 320 }}
        options={kind.from.map(({ id, label }) => ({ value: id, label: text(label) }))}
      />
    </Form.Item>
  );
}

function Parts({ kind, edition }: { readonly kind: Kind; readonly edition: string }) {
  const { t } = useTranslation();
  const facts = useFacts(kind);
  return (
    <section>
      <h2>{t('dossier.parts')}</h2>
      <PartsField edition={edition} roles={kind.parts} facts={kind.handsOver ? [] : [facts]} opening />
      <p className="quiet small">{t(kind.handsOver ? 'cases.partsLater' : 'cases.partsHint')}</p>
    </section>
  );
}

/** What the sheet says so far of the facts that its rules ask for: it decides which parts must be named. */
function useFacts({ facts }: Kind): Facts {
  const said: unknown = Form.useWatch(({ values = {} }: Entered) =>
    JSON.stringify(Object.fromEntries(Object.entries(factsWith({}, values)).filter(([id]) => facts.includes(id)))),
  );
  return typeof said === 'string' ? (JSON.parse(said) as Facts) : {}; // as it was put together above
}

/** Sends it once; what the server finds wrong stands beside its field, and nothing that was written is lost. */
function useOpening(
  kind: Kind,
  form: FormInstance<Entered>,
  place: (error: unknown, form: FormInstance) => unknown,
  drop: () => void,
) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [key, setKey] = useState(newIntent);
  const [state, setState] = useState<{ busy: boolean; trouble: unknown }>({ busy: false, trouble: null });
  const [touched, setTouched] = useState(false);
  const send = async ({ from, values = {}, parts = {} }: Entered, fields: Kind['sheet']): Promise<void> => {
    setState({ busy: true, trouble: null });
    try {
      const named = partsOf(parts, {});
      const body = {
        kind: kind.id,
        values: valuesOf(fields, values),
        ...(from ? { from } : {}),
        ...(Object.keys(named).length > 0 ? { parts: named } : {}),
      };
      const done = await answered(api.POST('/api/cases', { params: intended(key), body }));
      drop();
      setTouched(false);
      void message.success(t('cases.opened', { number: done.number }));
      await Promise.all(['cases', 'workbench', 'tasks'].map((list) => queries.invalidateQueries({ queryKey: [list] })));
      await navigate({ to: paths.case, params: { id: done.id }, ignoreBlocker: true });
    } catch (error) {
      setKey(newIntent()); // it was refused: trying again with other words is another intent
      setState({ busy: false, trouble: place(error, form) });
    }
  };
  return { ...state, touched, touch: () => setTouched(true), send };
}
