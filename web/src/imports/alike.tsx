import { useTranslation } from 'react-i18next';
import { useText } from '../i18n/text.ts';
import { Answers } from './answer.tsx';
import type { Part } from './part.ts';
import { Reason, useReason } from './reason.tsx';
import type { ImportQuestion } from './use-import.ts';

/** Questions that many rows ask alike: one answer settles all of them. */
export function Alike(part: Part) {
  const { t } = useTranslation();
  const often = part.view.groups.filter(({ alike }) => alike > 1);
  if (often.length === 0) return null;
  return (
    <div className="alike">
      <h3>{t('imports.allAlike')}</h3>
      <ul className="questions">
        {often.map((question) => (
          <Group key={question.group} question={question} {...part} />
        ))}
      </ul>
    </div>
  );
}

function Group({ question, view, settle, busy }: Part & { readonly question: ImportQuestion }) {
  const { t } = useTranslation();
  const text = useText();
  const { because, ...reason } = useReason();
  return (
    <li>
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
            body: { decisions: [{ on: question.group, choose, ...(value ? { value } : {}), ...because }] },
          })
        }
      />
      {view.mayAct && <Reason {...reason} />}
    </li>
  );
}
