import { useTranslation } from 'react-i18next';
import type { Schema } from '../api/client.ts';
import { Clause } from '../api/clause.tsx';
import { useText } from '../i18n/text.ts';
import { PaperLink } from '../timeline/paper-link.tsx';

type Question = Schema<'Question'>;
/** A dossier of any kind with what its edition of the plan left open in it. */
type Asking = { readonly policy: string; readonly questions: readonly Question[] };

/** 待定事项: what the plan leaves open here, what could be ruled, and what was. */
export function QuestionsList({ dossier }: { readonly dossier: Asking }) {
  const { t } = useTranslation();
  const text = useText();
  return dossier.questions.map((question) => (
    <section key={question.id} className="part">
      <h2 className="row">
        {text(question.text)}
        {question.clauses.map((clause) => (
          <Clause key={clause} id={clause} edition={dossier.policy} />
        ))}
        <span className="quiet small">{t('questions.askedOn', { day: question.askedOn })}</span>
      </h2>
      <table className="lines">
        <tbody>
          {question.choices.map((choice) => (
            <tr
              key={choice.id}
              className={!question.ruling ? '' : question.ruling.choice === choice.id ? 'chosen' : 'past'}
            >
              <th scope="row">{text(choice.title)}</th>
              <td>{text(choice.means)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Ruling question={question} />
    </section>
  ));
}

function Ruling({ question: { ruling, choices } }: { readonly question: Question }) {
  const { t } = useTranslation();
  const text = useText();
  if (!ruling) return <p className="flag small">{t('questions.awaitsRuling')}</p>;
  return (
    <p className="small">
      <b className="bank">
        {t('questions.ruled', { title: text(choices.find(({ id }) => id === ruling.choice)?.title) || ruling.choice })}
      </b>{' '}
      {ruling.reason}{' '}
      <span className="quiet">
        {t(ruling.used ? 'questions.used' : `questions.scope.${ruling.scope}`)} · {ruling.by.unitName} {ruling.by.name}{' '}
        · {ruling.on}
      </span>{' '}
      {ruling.document && <PaperLink paper={ruling.document} />}
      {ruling.endedOn && <span className="quiet">{t('questions.ended', { day: ruling.endedOn })}</span>}
    </p>
  );
}
