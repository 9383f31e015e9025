import { Checkbox, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Select } from '../choice/select.tsx';
import { useLabels } from '../api/plan.ts';
import { useCalled } from '../people/use-called.ts';
import { usePeople } from '../people/use-people.ts';
import { useUnitNamed } from '../units/short-names.ts';
import type { EntryAnswer, Settled } from './settle.ts';
import type { Desk } from './use-roster.ts';

/** Everybody of the list with what happens to them; a control stands only where somebody must say something. */
export function Rows({ desk }: { readonly desk: Desk }) {
  const { t } = useTranslation();
  return (
    <section className="sheet rows">
      <table>
        <thead>
          <tr>
            <th className="no">{t('roster.row')}</th>
            <th>{t('people.name')}</th>
            <th>{t('people.posts')}</th>
            <th>{t('people.phone')}</th>
            <th>{t('people.username')}</th>
            <th className="result">{t('roster.result')}</th>
          </tr>
        </thead>
        <tbody>
          {desk.rows.map((row) => (
            <Row key={row.at} row={row} desk={desk} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

type Line = { readonly row: Settled; readonly desk: Desk };

function Row({ row, desk }: Line) {
  const { t, i18n } = useTranslation();
  const { entry, state, open } = row;
  const answer = desk.answers.entries[row.at] ?? {};
  const say = (more: EntryAnswer): void =>
    desk.say({ ...desk.answers, entries: { ...desk.answers.entries, [row.at]: { ...answer, ...more } } });
  return (
    <tr className={state}>
      <td className="no">{entry.rows.join(t('list.comma'))}</td>
      <td>
        {entry.doubts.includes('name-unclear') ? (
          <Input
            size="small"
            aria-label={t('people.name')}
            maxLength={40}
            value={answer.name ?? entry.name}
            onChange={(event) => say({ name: event.target.value })}
          />
        ) : (
          entry.name
        )}
      </td>
      <td>
        <Seats row={row} />
      </td>
      <td className="phone">{entry.phone}</td>
      <td>
        {row.person === null && (
          <Input
            size="small"
            aria-label={`${t('people.username')} ${entry.name}`}
            maxLength={30}
            value={answer.username ?? entry.username}
            onChange={(event) => say({ username: event.target.value })}
          />
        )}
      </td>
      <td className="result">
        <span className="state">
          {state === 'open'
            ? open.map((what) => t(`roster.open.${what}`)).join(t('list.comma'))
            : t(`roster.state.${state}`)}
        </span>
        {state !== 'nothing' && <Doubts row={row} desk={desk} say={say} answer={answer} />}
        {entry.notes.map((note) => (
          <div key={note.zh} className="quiet small">
            {i18n.language === 'en' ? note.en : note.zh}
          </div>
        ))}
        {state !== 'nothing' && (
          <Checkbox checked={answer.leave ?? false} onChange={(event) => say({ leave: event.target.checked })}>
            <span className="small">{t('roster.leave')}</span>
          </Checkbox>
        )}
      </td>
    </tr>
  );
}

function Seats({ row }: { readonly row: Settled }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const short = useUnitNamed();
  if (row.seats.length === 0) {
    const [first] = row.entry.seats;
    return <span className="quiet">{[first?.writtenUnit, first?.writtenPost].filter(Boolean).join(' · ')}</span>;
  }
  const units = [...new Set(row.seats.map(({ unit }) => unit))];
  return units.map((unit) => (
    <div key={unit}>
      {short(unit)} ·{' '}
      {row.seats
        .filter((seat) => seat.unit === unit)
        .map(({ post }) => labels.post(post))
        .join(t('list.comma'))}
    </div>
  ));
}

type Doubting = Line & { readonly answer: EntryAnswer; readonly say: (more: EntryAnswer) => void };

function Doubts({ row: { entry }, desk, answer, say }: Doubting) {
  const { t } = useTranslation();
  const people = usePeople().data ?? [];
  const called = useCalled();
  const check = entry.doubts.filter((doubt) => doubt === 'unit-above' || doubt === 'name-unclear');
  return (
    <>
      {check.length > 0 && (
        <Checkbox checked={answer.sure ?? false} onChange={(event) => say({ sure: event.target.checked })}>
          <span className="small">
            {t('roster.right', {
              what: check
                .map((doubt) => t(doubt === 'unit-above' ? 'roster.above' : 'roster.unclear'))
                .join(t('list.comma')),
            })}
          </span>
        </Checkbox>
      )}
      {entry.doubts.includes('same-known') && (
        <Select
          size="small"
          aria-label={t('roster.open.who')}
          placeholder={t('roster.choose')}
          popupMatchSelectWidth={false}
          value={answer.who ?? null}
          onChange={(who: string) => say({ who })}
          options={[
            ...people
              .filter(({ id }) => entry.alike.includes(id))
              .map((person) => ({ value: person.id, label: t('roster.same', { who: called(person) }) })),
            { value: 'new', label: t('roster.another2') },
          ]}
        />
      )}
      {entry.doubts.includes('same-name') && (
        <Select
          size="small"
          aria-label={t('roster.open.twin')}
          placeholder={t('roster.choose')}
          popupMatchSelectWidth={false}
          value={answer.twin ?? null}
          onChange={(twin: string) => say({ twin })}
          options={[
            ...entry.twins.map((at) => ({
              value: String(at),
              label: t('roster.twinSame', { row: desk.rows[at]?.entry.rows[0] ?? '' }),
            })),
            { value: 'other', label: t('roster.twinOther') },
          ]}
        />
      )}
    </>
  );
}
