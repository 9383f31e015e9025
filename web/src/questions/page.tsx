import '../policy/policy.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../api/client.ts';
import { Clause } from '../api/clause.tsx';
import { Trouble } from '../api/trouble.tsx';
import { useText } from '../i18n/text.ts';
import { useAddress } from '../kinds/address.ts';
import { MadeRulings } from './made.tsx';
import { questionsQuery } from './query.ts';

type Open = Schema<'QuestionList'>['open'][number];

/** 待定事项: what waits for a ruling, and what was ruled for every dossier of an edition. */
export function QuestionsPage() {
  const { t } = useTranslation();
  const list = useQuery(questionsQuery);
  return (
    <>
      <div className="page-head">
        <h1>{t('frame.page.questions')}</h1>
        <span className="quiet small">{t('questions.purpose')}</span>
      </div>
      {list.isError && <Trouble error={list.error} again={() => void list.refetch()} />}
      {list.isPending && <Skeleton active title={false} paragraph={{ rows: 6 }} />}
      {list.data && (
        <>
          <section className="sheet rules">
            <h2>{t('questions.waiting', { count: list.data.open.length })}</h2>
            {list.data.open.length === 0 && <p className="nothing">{t('questions.none')}</p>}
            <ul className="plain">
              {list.data.open.map((question) => (
                <OpenLine key={question.dossier + question.id} question={question} />
              ))}
            </ul>
            {list.data.more && <p className="quiet small">{t('questions.more')}</p>}
          </section>
          <section className="sheet rules">
            <h2>{t('questions.made')}</h2>
            {list.data.rulings.length === 0 && <p className="nothing">{t('questions.noneMade')}</p>}
            <MadeRulings rulings={list.data.rulings} />
          </section>
        </>
      )}
    </>
  );
}

function OpenLine({ question }: { readonly question: Open }) {
  const { t } = useTranslation();
  const text = useText();
  const address = useAddress();
  const { dossier, kind, number, subject, clauses, policy, askedOn, known } = question;
  return (
    <li>
      <div className="row">
        <b>{text(question.text)}</b>
        {clauses.map((clause) => (
          <Clause key={clause} id={clause} edition={policy} />
        ))}
        <span className="grow" />
        <span className="quiet small">{t('questions.askedOn', { day: askedOn })}</span>
      </div>
      <p className="row">
        <Link {...address(kind, dossier, { tab: 'questions' })}>
          {number} {subject}
        </Link>
        {known && <span className="flag small">{t('questions.knownHere')}</span>}
      </p>
    </li>
  );
}
