import { useTranslation } from 'react-i18next';
import { useText } from '../i18n/text.ts';
import { Answers } from './answer.tsx';
import type { Part } from './part.ts';

/** Questions that many rows ask alike: one answer settles all of them. */
export function Alike({ view, settle, busy }: Part) {
  const { t } = useTranslation();
  const text = useText();
  const often = view.groups.filter(({ alike }) => alike > 1);
  if (often.length === 0) return null;
  return (
    <div className="alike">
      <h3>{t('imports.allAlike')}</h3>
      <ul className="questions">
        {often.map((question) => (
          <li key={question.group}>
            <p>
              {text(question)} <span className="quiet small">{t('imports.times', { count: question.alike })}</span>
            </p>
            <Answers
              question={question}
              fields={view.fields}
              busy={busy || !view.mayAct}
              give={(choose, value) =>
                settle({
                  door: 'decisions',
                  body: { decisions: [{ on: question.group, choose, ...(value ? { value } : {}) }] },
                })
              }
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
