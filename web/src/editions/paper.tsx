import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useLabels } from '../api/plan.ts';
import { longDay } from '../i18n/day.ts';
import type { EditionView } from './use-edition.ts';

/** 一张表 on paper, A4 across: every problem in full, the digest that was agreed to, room for seal and signature. */
export function Paper({ view }: { readonly view: EditionView }) {
  const printing = usePrinting();
  const { t, i18n } = useTranslation();
  if (!printing) return null;
  const { row, agreedUnder, digest } = view;
  return (
    <article className="paper">
      <h1>{row.title}</h1>
      <p className="paper-line">
        <span>{t('editions.no', { no: row.no })}</span>
        <span>{t('editions.size', { count: row.size })}</span>
        <span>{t('editions.formedOn', { day: longDay(row.formedOn, i18n.language) })}</span>
        <span>
          {row.consentedOn
            ? `${t('editions.agreed', { day: longDay(row.consentedOn, i18n.language) })} ${agreedUnder?.number ?? ''}`
            : t(`editions.stage.${row.stage}`)}
        </span>
      </p>
      <Rows view={view} />
      <p className="paper-line">
        <span>{t('editions.office')}</span>
        <span>{t('editions.checked')}</span>
        <span>{t('editions.filled')}</span>
        <span>{t('editions.signedOn')}</span>
      </p>
      <p className="paper-digest">
        {t('editions.digest')} {digest}
      </p>
    </article>
  );
}

function Rows({ view: { members, policy } }: { readonly view: EditionView }) {
  const { t } = useTranslation();
  const { facts, factHeads, field } = useLabels(policy);
  return (
    <table>
      <thead>
        <tr>
          <th>{t('editions.serial')}</th>
          <th>{t('register.number')}</th>
          <th>{t('register.title')}</th>
          <th>{t('editions.place')}</th>
          <th>{factHeads.join(' · ')}</th>
          <th>{t('register.field')}</th>
          <th>{t('register.township')}</th>
          <th>{t('editions.proposed')}</th>
        </tr>
      </thead>
      <tbody>
        {members.map((member, index) => (
          <tr key={member.id}>
            <td>{index + 1}</td>
            <td>{member.number}</td>
            <td>
              {member.title}
              {member.description !== member.title && <div>{member.description}</div>}
            </td>
            <td>{member.place}</td>
            <td>{facts(member.facts).join(' · ')}</td>
            <td>{field(member.field)}</td>
            <td>{member.townshipName}</td>
            <td>{member.proposedHolderName}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Turns the paper: the style sheet knows it. */
const ACROSS = 'prints-across';

/** True while the browser prints: thousands of rows stand in the page only then. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    // the browser takes its picture right after the event: the rows must stand there when it returns
    const before = (): void => {
      document.body.classList.add(ACROSS);
      flushSync(() => setPrinting(true));
    };
    const after = (): void => {
      document.body.classList.remove(ACROSS);
      setPrinting(false);
    };
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  return printing;
}
