import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useText } from '../i18n/text.ts';
import { paths } from '../paths.ts';
import { Answers } from './answer.tsx';
import { rawBeside } from './beside.ts';
import type { Part } from './part.ts';
import { RawCells } from './raw-cells.tsx';
import { Reason, useReason } from './reason.tsx';
import { RowPictures } from './row-pictures.tsx';
import type { ImportLine } from './use-import.ts';
import { listed } from '../i18n/listed.ts';

/** One problem of the sheet: left the cells as they are, right what was understood, below what is still open. */
export function Line({ line, view, settle, busy }: Part & { readonly line: ImportLine }) {
  const { t } = useTranslation();
  const text = useText();
  const open = view.state === 'read' || view.state === 'mapped' || view.state === 'checked';
  const decide = (on: string, choose: string): void =>
    settle({ door: 'decisions', body: { decisions: [{ on, choose }] } });
  return (
    <li>
      <div className="raw">
        <span className="row quiet small">
          {t('imports.row', { row: listed(line.rows.map(String), t) || line.row })}
          {(line.pile === 'ask' || line.pile === 'ready') && view.mayAct && !offersToSkip(line) && (
            <button type="button" className="linklike" onClick={() => decide(`row:${line.row}`, 'skip')}>
              {t('imports.skipRow')}
            </button>
          )}
        </span>
        {line.raw.map((cells, index) => (
          // rows of a problem have no name but their place
          // oxlint-disable-next-line react/no-array-index-key
          <RawCells key={index} cells={cells} mapping={view.mapping} />
        ))}
      </div>
      <div className="understood">
        <Understood line={line} />
        {line.reason && <p className="why">{text(line.reason)}</p>}
        {line.dossier && (
          <p className="became">
            <span className="quiet">{t('imports.became')}</span>{' '}
            <Link to={view.brings ? paths.case : paths.dossier} params={{ id: line.dossier.id }}>
              {line.dossier.number}
            </Link>
          </p>
        )}
        <RowPictures line={line} import={view.id} decide={open && view.mayAct ? decide : null} busy={busy} />
        <Questions line={line} view={view} settle={settle} busy={busy} />
        <Decided line={line} answer={open ? decide : null} />
      </div>
    </li>
  );
}

/** What is still open about the row, and the reason that goes with the answer. */
function Questions({ line, view, settle, busy }: Part & { readonly line: ImportLine }) {
  const text = useText();
  const { because, ...reason } = useReason();
  const decide = (on: string, choose: string, value?: string): void =>
    settle({ door: 'decisions', body: { decisions: [{ on, choose, ...(value ? { value } : {}), ...because }] } });
  return (
    <>
      <ul className="questions">
        {line.questions.map((question) => (
          <li key={question.id}>
            <p>{text(question)}</p>
            <Answers
              question={question}
              fields={view.fields}
              busy={busy || !view.mayAct}
              give={(choose, value) => decide(question.id, choose, value)}
            />
          </li>
        ))}
      </ul>
      {line.questions.length > 0 && view.mayAct && <Reason {...reason} />}
    </>
  );
}

/** Whether one of its questions already has “not this row” among the answers. */
const offersToSkip = ({ questions }: ImportLine): boolean =>
  questions.some(({ options }) => options.some(({ id }) => id === 'skip'));

function Understood({ line }: { readonly line: ImportLine }) {
  const { t, i18n } = useTranslation();
  return (
    <dl className="understood-words">
      {line.understood.map((word, index) => {
        const raw = rawBeside(word);
        return (
          // several measures of one problem are one field
          // oxlint-disable-next-line react/no-array-index-key
          <div key={`${word.field}-${index}`}>
            <dt>{i18n.language === 'en' ? word.en : word.zh}</dt>
            <dd>
              {word.text}
              {raw !== null && <span className="quiet small"> {t('imports.written', { raw })}</span>}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

type Answering = { readonly line: ImportLine; readonly answer: ((on: string, choose: string) => void) | null };

/** What was answered about the row, here or of the same words before; either can be asked anew. */
function Decided({ line, answer }: Answering) {
  const { t } = useTranslation();
  const text = useText();
  return line.decisions.map((decision) => (
    <p key={decision.on} className="quiet small settled">
      {decision.before
        ? t('imports.saidBefore', { person: decision.person, day: decision.at.slice(0, 10), words: text(decision) })
        : t('imports.decidedBy', { person: decision.person, words: text(decision) })}
      {decision.reason !== '' && t('imports.because', { reason: decision.reason })}{' '}
      {answer && (
        <button
          type="button"
          className="linklike"
          onClick={() => answer(decision.on, decision.before ? 'ask-again' : '')}
        >
          {t(decision.before ? 'imports.askAgain' : 'imports.takeBack')}
        </button>
      )}
    </p>
  ));
}
