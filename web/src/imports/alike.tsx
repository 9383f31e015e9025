import { useTranslation } from 'react-i18next';
import { useText } from '../i18n/text.ts';
import { Answers } from './answer.tsx';
import type { Part } from './part.ts';
import { Reason, useReason } from './reason.tsx';
import { TakeAll } from './take-all.tsx';
import type { ImportQuestion } from './use-import.ts';

/** Questions of one kind stand together, however many rows ask them: one answer settles a group, one click all that is suggested. */
export function Alike(part: Part) {
  const { t } = useTranslation();
  const kinds = new Map<string, ImportQuestion[]>();
  for (const group of part.view.groups) {
    const kind = `${group.code}|${group.field ?? ''}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), group]);
  }
  const often = [...kinds].filter(([, groups]) => groups.length > 1 || groups.some(({ alike }) => alike > 1));
  if (often.length === 0) return null;
  return (
    <div className="alike">
      <h3>{t('imports.allAlike')}</h3>
      {often.map(([kind, groups]) => (
        <Kind key={kind} groups={groups} {...part} />
      ))}
    </div>
  );
}

function Kind({ groups, ...part }: Part & { readonly groups: readonly ImportQuestion[] }) {
  const { t } = useTranslation();
  const text = useText();
  const field = part.view.fields.find(({ id }) => id === groups[0]?.field);
  const rows = groups.reduce((sum, { alike }) => sum + alike, 0);
  return (
    <>
      <div className="row">
        <span className="quiet small">
          {t('imports.kindTogether', {
            field: field ? text(field) : t('imports.wholeRow'),
            kinds: groups.length,
            rows,
          })}
        </span>
        <span className="grow" />
        <TakeAll {...part} questions={groups} by="group" />
      </div>
      <ul className="questions">
        {groups.map((question) => (
          <Group key={question.group} question={question} {...part} />
        ))}
      </ul>
    </>
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
