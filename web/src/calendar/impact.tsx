import { Link } from '@tanstack/react-router';
import { Alert, Button, Popconfirm, Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../api/client.ts';
import { longDay } from '../i18n/day.ts';
import { useText } from '../i18n/text.ts';
import { paths } from '../paths.ts';
import { whoseCalendar } from './whose-calendar.ts';
import { listed } from '../i18n/listed.ts';

type Preview = Schema<'NoticePreview'>;
type Moved = Preview['impact'][number];

/** 影响清单: every open clock with its day before and after; met clocks stay. Exactly this list is then applied. */
export function Impact({
  preview,
  words,
  changed,
  busy,
  enter,
  apply,
}: {
  readonly preview: Preview;
  /** The paper's own words; null where the file was written by hand. */
  readonly words: string | null;
  /** Whether the file says something else than what was read from the words. */
  readonly changed: boolean;
  readonly busy: boolean;
  /** Null: it waits already. */
  readonly enter: (() => void) | null;
  /** Null: somebody else has to put it in. */
  readonly apply: (() => void) | null;
}) {
  const { t } = useTranslation();
  const { notice, moves, untouchedClosed, impact } = preview;
  return (
    <>
      <h2>{t('calendar.impact')}</h2>
      <p>
        {notice && t('calendar.noticeOf', { year: notice.year, jurisdiction: whoseCalendar(notice.jurisdiction, t) })}{' '}
        {notice?.notices.map((one) => `${one.title} ${one.number ?? ''}`).join('；')}
      </p>
      <div className={words === null ? undefined : 'compared'}>
        {words !== null && (
          <section aria-label={t('calendar.words')}>
            <h3>{t('calendar.words')}</h3>
            <pre className="small">{words}</pre>
          </section>
        )}
        {notice && <Days occasions={notice.occasions} />}
      </div>
      {changed && <Alert type="warning" showIcon title={t('calendar.changed')} />}
      <p>{t('calendar.moves', { count: moves, closed: untouchedClosed })}</p>
      <MovedClocks impact={impact} />
      {moves > impact.length && <p className="quiet small">{t('calendar.shownOf', { count: impact.length })}</p>}
      <p className="quiet small">{t(apply ? 'calendar.second' : enter ? 'calendar.twoPeople' : 'calendar.ownWaits')}</p>
      {enter && (
        <Button type="primary" loading={busy} onClick={enter}>
          {t('calendar.enter')}
        </Button>
      )}
      {apply && (
        <Popconfirm title={t('calendar.applyAsked', { count: moves })} onConfirm={apply}>
          <Button type="primary" loading={busy}>
            {t('calendar.apply')}
          </Button>
        </Popconfirm>
      )}
    </>
  );
}

function MovedClocks({ impact }: Pick<Preview, 'impact'>) {
  const { t } = useTranslation();
  const columns = useColumns();
  return (
    <Table<Moved>
      size="small"
      bordered
      rowKey={(row) => row.dossier + row.clock}
      columns={columns}
      dataSource={[...impact]}
      pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
      scroll={{ x: 720 }}
      locale={{ emptyText: t('calendar.movesNothing') }}
    />
  );
}

/** The days the notice declares, holiday by holiday, with their weekdays: to be compared with the paper. */
function Days({ occasions }: { readonly occasions: NonNullable<Preview['notice']>['occasions'] }) {
  const { t, i18n } = useTranslation();
  const text = useText();
  const days = (list: readonly string[]): string =>
    list.length > 2
      ? `${longDay(list[0], i18n.language)} … ${longDay(list[list.length - 1], i18n.language)}`
      : listed(
          list.map((day) => longDay(day, i18n.language)),
          t,
        );
  return (
    <table className="declared small">
      <thead>
        <tr>
          <th scope="col">{t('calendar.occasion')}</th>
          <th scope="col">{t('calendar.off')}</th>
          <th scope="col">{t('calendar.working')}</th>
        </tr>
      </thead>
      <tbody>
        {occasions.map(({ name, off, working }) => (
          <tr key={name.zh + off[0] + working[0]}>
            <th scope="row">{text(name)}</th>
            <td>
              {days(off)} {off.length > 1 && <span className="quiet">{t('calendar.days', { count: off.length })}</span>}
            </td>
            <td>
              {listed(
                working.map((day) => longDay(day, i18n.language)),
                t,
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function useColumns(): TableColumnsType<Moved> {
  const { t, i18n } = useTranslation();
  const text = useText();
  return [
    {
      title: t('register.number'),
      width: 150,
      render: (_value, row) => (
        <Link to={paths.dossier} params={{ id: row.dossier }}>
          {row.number}
        </Link>
      ),
    },
    { title: t('register.title'), dataIndex: 'title' },
    { title: t('calendar.clock'), width: 220, render: (_value, row) => text(row.clockTitle) },
    { title: t('calendar.was'), width: 150, render: (_value, row) => longDay(row.was, i18n.language) },
    {
      title: t('calendar.willBe'),
      width: 190,
      render: (_value, row) => (
        <>
          {longDay(row.due, i18n.language)}{' '}
          {row.provisional.after && <span className="provisional">{t('calendar.provisional')}</span>}
          <div className="quiet tiny">
            {row.moved === 0
              ? t('calendar.settled')
              : t(row.moved > 0 ? 'calendar.later' : 'calendar.earlier', { count: Math.abs(row.moved) })}
          </div>
        </>
      ),
    },
  ];
}
