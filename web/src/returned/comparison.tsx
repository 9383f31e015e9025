import { useTranslation } from 'react-i18next';
import { useText } from '../i18n/text.ts';
import { differences } from './differences.ts';
import type { Schema } from '../api/client.ts';

/** 前后对比: what stood there when it was sent back, and what stands there now; marked by strokes and not by colour alone. */
export default function Comparison({ texts }: Pick<Schema<'Returned'>, 'texts'>) {
  const { t } = useTranslation();
  const text = useText();
  return (
    <dl className="compared" aria-label={t('returned.compare')}>
      {texts.map(({ label, before, after }) => (
        <div key={label.zh}>
          <dt>{text(label)}</dt>
          <dd>
            {differences(before, after).map(({ text: piece, is }, index) => {
              // the pieces of two texts keep their places
              const key = `${index} ${is}`;
              if (is === 'gone') return <del key={key}>{piece}</del>;
              return is === 'new' ? <ins key={key}>{piece}</ins> : <span key={key}>{piece}</span>;
            })}
          </dd>
        </div>
      ))}
    </dl>
  );
}
