import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Part } from './part.ts';
import type { ImportQuestion } from './use-import.ts';

/** Most answers that the door takes at once. */
const AT_ONCE = 200;

/** After a look at them, all suggestions of questions of one kind are taken with one click; each is kept as an answer of its own. */
export function TakeAll({
  questions,
  by,
  view,
  settle,
  busy,
}: Part & { readonly questions: readonly ImportQuestion[]; readonly by: 'id' | 'group' }) {
  const { t } = useTranslation();
  const suggested = questions.flatMap((question) => {
    const option = question.options.find(({ id }) => id === question.suggested);
    // an answer that wants words or a day cannot be taken unseen
    return option === undefined || option.asks ? [] : [{ on: question[by], choose: option.id }];
  });
  if (suggested.length < 2 || !view.mayAct) return null;
  return (
    <Button
      size="small"
      disabled={busy}
      onClick={() => settle({ door: 'decisions', body: { decisions: suggested.slice(0, AT_ONCE) } })}
    >
      {t('imports.takeAll', { count: Math.min(suggested.length, AT_ONCE) })}
    </Button>
  );
}
