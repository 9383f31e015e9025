import { useTranslation } from 'react-i18next';
import { useText } from '../i18n/text.ts';
import { Answers } from './answer.tsx';
import type { Part } from './part.ts';
import { Reason, useReason } from './reason.tsx';
import { TakeAll } from './take-all.tsx';
import type { ImportQuestion } from './use-import.ts';

/** What only a person can decide about the sheet as a whole; nothing is guessed, and rows wait for it. */
export function WholeQuestions(part: Part) {
  const { t } = useTranslation();
  const { view } = part;
  if (view.questions.length === 0 && view.blanks.length === 0) return null;
  return (
    <section className="sheet">
      <div className="row">
        <h2>{t('imports.wholeSheet')}</h2>
        <span className="grow" />
        <TakeAll {...part} questions={view.questions} by="id" />
      </div>
      <ul className="questions">
        {view.questions.map((question) => (
          <Question key={question.id} question={question} {...part} />
        ))}
        {view.blanks.map((blank) => (
          <Blank key={blank.field} blank={blank} {...part} />
        ))}
      </ul>
    </section>
  );
}

function Question({ question, view, settle, busy }: Part & { readonly question: ImportQuestion }) {
  const text = useText();
  const { because, ...reason } = useReason();
  // what the head is stands in the mapping, which shows who set it by hand and keeps no reason
  const reasoned = view.mayAct && question.code !== 'no-head';
  const give = (choose: string, value?: string): void => {
    // where the head stands is a matter of the mapping; everything else is a decision
    if (question.code === 'no-head' && value) settle({ door: 'mapping', body: { head: value } });
    else
      settle({
        door: 'decisions',
        body: { decisions: [{ on: question.id, choose, ...(value ? { value } : {}), ...because }] },
      });
  };
  return (
    <li>
      <p>{text(question)}</p>
      <Answers question={question} fields={view.fields} busy={busy || !view.mayAct} give={give} />
      {reasoned && <Reason {...reason} />}
    </li>
  );
}

/** An empty cell's meaning, once decided, stays visible and can be taken back. */
function Blank({ blank, view, settle }: Part & { readonly blank: Part['view']['blanks'][number] }) {
  const { t, i18n } = useTranslation();
  const field = view.fields.find(({ id }) => id === blank.field);
  const name = (i18n.language === 'en' ? field?.en : field?.zh) ?? blank.field;
  return (
    <li className="settled small">
      {t(blank.choose === 'none' ? 'imports.blankNone' : 'imports.blankAbove', { field: name })}
      {blank.reason !== '' && t('imports.because', { reason: blank.reason })}{' '}
      {view.mayAct && (
        <button
          type="button"
          className="linklike"
          onClick={() => settle({ door: 'blanks', body: { blanks: [{ field: blank.field, choose: '' }] } })}
        >
          {t('imports.takeBack')}
        </button>
      )}
    </li>
  );
}
