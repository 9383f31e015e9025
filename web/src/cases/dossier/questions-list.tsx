import { useTranslation } from 'react-i18next';
import { Clause } from '../../api/clause.tsx';
import { useText } from '../../i18n/text.ts';
import { PaperLink } from '../../timeline/paper-link.tsx';
import type { Case } from './case.ts';

type Question = Case['questions'][number];

/** 待定事项: what the plan leaves open here, what could be ruled, and what was. */
export function QuestionsList({ dossier }: { readonly dossier: Case }) {
  const { t } = useTranslation();
  const text = useText();
  return dossier.questions.map((question) => (
    <section key={question.id} className="part">
      <h2 className="row">
        {text(question.text)}
        {question.clauses.map((clause) => (
          <Clause key={clause} id={clause} edition={dossier.policy} />
        ))}
        <span className="quiet small">{t('cases.askedOn', { day: question.askedOn })}</span>
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
  if (!ruling) return <p className="flag small">{t('cases.awaitsRuling')}</p>;
  return (
    <p className="small">
      <b className="bank">
        {t('cases.ruled', { title: text(choices.find(({ id }) => id === ruling.choice)?.title) || ruling.choice })}
      </b>{' '}
      {ruling.reason}{' '}
      <span className="quiet">
        {t(`cases.scope.${ruling.scope}`)} · {ruling.by.unitName} {ruling.by.name} · {ruling.on}
      </span>{' '}
      {ruling.document && <PaperLink paper={ruling.document} />}
    </p>
  );
}
