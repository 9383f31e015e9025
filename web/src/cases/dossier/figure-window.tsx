import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { answered, api, type Schema } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { Trouble } from '../../api/trouble.tsx';
import { longDay } from '../../i18n/day.ts';
import { useText } from '../../i18n/text.ts';
import { useAddress } from '../../kinds/address.ts';
import { useKinds } from '../../kinds/use-kinds.ts';
import { paths } from '../../paths.ts';
import { useFigureWords } from '../../sheet/figure-shown.tsx';
import { Dialog } from '../../windows/dialog.tsx';

type Behind = Schema<'FigureRows'>;
type Asked = { readonly id: string; readonly field: string; readonly close: () => void };

/** The rows behind a figure, as far as this person may read them; how many there are beside is said. */
export default function FigureWindow({ id, field, close }: Asked) {
  const text = useText();
  const behind = useQuery({
    queryKey: ['case', id, 'figures', field],
    queryFn: () => answered(api.GET('/api/cases/{id}/figures/{field}', { params: { path: { id, field } } })),
  });
  return (
    <Dialog close={close} footer={null} width={760} title={text(behind.data?.title)}>
      {behind.isError && <Trouble error={behind.error} again={() => void behind.refetch()} />}
      {behind.isPending && <Skeleton active />}
      {behind.data && <Rows behind={behind.data} />}
      {behind.data && <InList kind={behind.data.kind} figure={`${id}.${field}`} />}
    </Dialog>
  );
}

function Rows({ behind }: { readonly behind: Behind }) {
  const { t } = useTranslation();
  const { measure, rows } = behind;
  const summed = measure !== 'count';
  return (
    <div className="figure-rows">
      <Said behind={behind} />
      {rows.length > 0 && (
        <div className="rows-scroll">
          <table className="lines ruled">
            <thead>
              <tr>
                <th scope="col">{t('cases.figure.number')}</th>
                <th scope="col">{t('cases.column.title')}</th>
                <th scope="col">{t('cases.figure.unit')}</th>
                {summed && (
                  <th scope="col" className="adds">
                    {t('cases.figure.adds')}
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Line key={row.id} row={row} measure={measure} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

type Row = { readonly row: Behind['rows'][number]; readonly measure: Behind['measure'] };

/** It opens beside: whoever looks from a form has not sent it yet. */
function Line({ row, measure }: Row) {
  const address = useAddress();
  const words = useFigureWords();
  return (
    <tr>
      <td className="nowrap">
        <Link {...address(row.kind, row.id)} target="_blank">
          {row.number}
        </Link>
      </td>
      <td>{row.title}</td>
      <td>{row.unit}</td>
      {measure !== 'count' && <td className="adds">{row.value === null ? '' : words(measure, row.value)}</td>}
    </tr>
  );
}

/** The number, as of when, and how much of it this person may open. */
function Said({ behind }: { readonly behind: Behind }) {
  const { t, i18n } = useTranslation();
  const { installation } = useSession();
  const words = useFigureWords();
  const { measure, value, fixedOn, rows, more } = behind;
  const day = longDay(fixedOn ?? installation.today, i18n.language);
  const shown = measure === 'count' ? rows.length : rows.reduce((sum, row) => sum + (row.value ?? 0), 0);
  const rest = value === null || more ? 0 : value - shown;
  return (
    <>
      <p>
        <b>{value === null ? '—' : words(measure, value)}</b>{' '}
        <span className="quiet small">{t(fixedOn ? 'sheet.fixedOn' : 'sheet.countedNow', { day })}</span>
      </p>
      <p className="quiet small">
        {t('cases.figure.whose')}
        {more ? t('cases.figure.first', { count: rows.length }) : t('cases.figure.yours', { count: rows.length })}
        {rest > 0 && t(fixedOn ? 'cases.figure.restSince' : 'cases.figure.rest', { rest: words(measure, rest) })}
        {fixedOn && t('cases.figure.since')}
      </p>
    </>
  );
}

/** The same rows as a list: every one of them, with its filters and its workbook. Problems have a register of their own. */
function InList({ kind, figure }: { readonly kind: string; readonly figure: string }) {
  const { t } = useTranslation();
  const { kinds } = useKinds();
  if (!kinds.some(({ id, is }) => id === kind && is === 'plain')) return null;
  return (
    <Link to={paths.kind} params={{ kind }} search={{ figure }} target="_blank">
      {t('cases.figure.list')}
    </Link>
  );
}
