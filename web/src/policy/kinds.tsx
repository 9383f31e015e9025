import { useQuery } from '@tanstack/react-query';
import { Segmented, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Clause } from '../api/clause.tsx';
import { answered, api, type Schema } from '../api/client.ts';
import { Trouble } from '../api/trouble.tsx';
import { useText } from '../i18n/text.ts';

type Said = Schema<'KindsOfEdition'>;
type Kind = Said['kinds'][number];
type Rule = Kind['acts'][number];

/** What an edition says of its kinds and clauses; asked for only where somebody opens one of the two pages. */
function useKinds(edition: string) {
  return useQuery({
    queryKey: ['policy', edition, 'kinds'],
    queryFn: () => answered(api.GET('/api/policies/{edition}/kinds', { params: { path: { edition } } })),
  });
}

/** 事项: every kind of dossier in sentences: who opens and reads it, what is written in it, how it goes, what follows. */
export function Kinds({ edition }: { readonly edition: string }) {
  const found = useKinds(edition);
  if (!found.data) return <Waiting {...found} />;
  return found.data.kinds.map((kind) => <KindSheet key={kind.id} kind={kind} edition={edition} />);
}

type Query = { readonly isError: boolean; readonly error: unknown; readonly refetch: () => unknown };

function Waiting({ isError, error, refetch }: Query) {
  if (isError) return <Trouble error={error} again={() => void refetch()} />;
  return <Skeleton active paragraph={{ rows: 6 }} title={false} />;
}

function KindSheet({ kind, edition }: { readonly kind: Kind; readonly edition: string }) {
  const { t } = useTranslation();
  const text = useText();
  const heads = [
    ['opens', text(kind.opens)],
    ['reads', text(kind.reads)],
    ['holder', text(kind.holder)],
    ['number', kind.number],
  ] as const;
  return (
    <details className="kind-said">
      <summary>
        <b>{text(kind.title)}</b> <Basis {...kind} edition={edition} />{' '}
        <span className="quiet small">{text(kind.opens)}</span>
      </summary>
      <table className="plain-table">
        <tbody>
          {heads.map(([head, words]) => (
            <tr key={head}>
              <th scope="row">{t(`said.${head}`)}</th>
              <td>{words}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Rules title="fields" rules={kind.fields} edition={edition} />
      <Rules title="flow" rules={kind.flow} edition={edition} />
      <Rules
        title="stages"
        rules={kind.stages.map((stage) => ({ ...stage, clause: null, ruling: null }))}
        edition={edition}
      />
      <Rules title="acts" rules={kind.acts} edition={edition} />
      <Rules title="tells" rules={kind.tells} edition={edition} />
      <Rules title="duties" rules={kind.duties} edition={edition} />
    </details>
  );
}

type Line = Rule & { readonly within?: string | null };
type Lines = { readonly title: string; readonly rules: readonly Line[]; readonly edition: string };

function Rules({ title, rules, edition }: Lines) {
  const { t } = useTranslation();
  const text = useText();
  if (rules.length === 0) return null;
  return (
    <>
      <h3>{t(`said.${title}`)}</h3>
      <table className="plain-table">
        <tbody>
          {rules.map((rule) => (
            <tr key={`${rule.within ?? ''}/${rule.id}`}>
              <th scope="row" className={rule.within ? 'column' : ''}>
                {text(rule.title)}
              </th>
              <td>{text(rule.words)}</td>
              <td>
                <Basis {...rule} edition={edition} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

type Grounds = Pick<Rule, 'clause' | 'ruling'> & { readonly edition: string };

/** The clause, with the ruling that supplied what the clause does not say. */
function Basis({ clause, ruling, edition }: Grounds) {
  const { t } = useTranslation();
  return (
    <>
      <Clause id={clause} edition={edition} />{' '}
      {ruling && <span className="quiet small">{t('policy.byRuling', { id: ruling })}</span>}
    </>
  );
}

/** Which clauses are looked at; each with its number, which opens to them. */
const STATES = ['all', 'served', 'outside', 'open'] as const;
type State = (typeof STATES)[number];
type ServedClause = Said['clauses'][number];

const stateOf = ({ by, outside }: ServedClause): State =>
  by.length > 0 ? 'served' : outside === null ? 'open' : 'outside';

const shownOf = (clauses: readonly ServedClause[], state: State): readonly ServedClause[] =>
  clauses.filter((clause) => state === 'all' || stateOf(clause) === state);

/** 条款: clause by clause, what serves it; a clause that nothing serves says so, and which ruling leaves it outside. */
export function Clauses({ edition }: { readonly edition: string }) {
  const { t } = useTranslation();
  const text = useText();
  const found = useKinds(edition);
  const [state, setState] = useState<State>('all');
  if (!found.data) return <Waiting {...found} />;
  const { clauses } = found.data;
  const options = STATES.map((each) => ({
    value: each,
    label: `${t(`said.clauses.state.${each}`)} ${shownOf(clauses, each).length}`,
  }));
  return (
    <>
      <Segmented
        size="small"
        value={state}
        options={options}
        onChange={setState}
        aria-label={t('said.clauses.state')}
      />
      <ul className="plain">
        {shownOf(clauses, state).map((clause) => (
          <li key={clause.id} id={`clause-${clause.id}`}>
            <b>{clause.id}</b> {text(clause.text)}
            <ServedBy {...clause} />
          </li>
        ))}
      </ul>
    </>
  );
}

function ServedBy({ by, outside }: ServedClause) {
  const { t } = useTranslation();
  const text = useText();
  if (by.length === 0)
    return (
      <p className={outside === null ? 'unserved' : 'quiet'}>
        {outside === null ? t('said.clauses.open') : t('said.clauses.outside', { id: outside })}
      </p>
    );
  const named = by.map(({ what, title, id, ruling }) => {
    const name = `${t(`said.serves.${what}`)}${title ? ` ${text(title)}` : ''}`;
    return { id: `${what}/${id}`, said: ruling === null ? name : `${name}（${ruling}）` };
  });
  return (
    <details>
      <summary className="small">{t('said.clauses.by', { count: by.length })}</summary>
      <ul className="served small">
        {named.map(({ id, said }) => (
          <li key={id}>{said}</li>
        ))}
      </ul>
    </details>
  );
}
