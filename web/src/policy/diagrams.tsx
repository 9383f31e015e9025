import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from '../choice/select.tsx';
import { useText } from '../i18n/text.ts';
import type { Edition } from './edition.ts';

/** One drawing per route, at its own size; wide ones scroll, printing takes the paper. */
export function Diagrams({ edition }: { readonly edition: Edition }) {
  const { t } = useTranslation();
  const text = useText();
  const routes = edition.procedures.flatMap((procedure) =>
    procedure.routes.map((route) => ({ key: `${procedure.id}/${route.id}`, procedure: procedure.id, route })),
  );
  const [chosen, choose] = useState(routes.find(({ procedure }) => procedure === 'plan')?.key ?? routes[0]?.key ?? '');
  const shown = routes.find(({ key }) => key === chosen);
  return (
    <>
      <div className="row no-print" style={{ marginBottom: 12 }}>
        <Select
          style={{ width: 420, maxWidth: '100%' }}
          value={chosen}
          aria-label={t('policy.route')}
          options={routes.map(({ key, route }) => ({ value: key, label: text(route.title) }))}
          onChange={choose}
        />
        <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
          {t('policy.print')}
        </Button>
      </div>
      {shown && (
        // inlined, so that it is drawn with the page's own letters; our server makes it and escapes every word in it
        <figure
          className="drawing"
          aria-label={t('policy.drawingOf', { title: text(shown.route.title) })}
          dangerouslySetInnerHTML={{ __html: shown.route.svg }}
        />
      )}
    </>
  );
}
