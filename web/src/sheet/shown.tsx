import { PaperClipOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { use } from 'react';
import { useTranslation } from 'react-i18next';
import { longDay } from '../i18n/day.ts';
import { useText } from '../i18n/text.ts';
import { useAddress } from '../kinds/address.ts';
import { wordsOfCell, wordsOfPerson } from './cell-words.ts';
import type { PlaceValue, SheetField, SheetValue } from './field.ts';
import { FigureShown } from './figure-shown.tsx';
import { officeTime } from './instant.ts';
import { KeptApart } from './kept-apart.ts';
import { filesIn, isBlank, keptApartIn, numberIn, personIn, placeIn, referenceIn, rowsIn, textIn } from './narrow.ts';
import { useCellWords } from './use-cell-words.ts';

type Held = {
  readonly field: SheetField;
  readonly value: SheetValue | undefined;
  /** In a cell of a table: no weekday and no measure, which its head has. */
  readonly narrow?: boolean;
};

/** What stands in a field, as an office prints it. Nothing known is a dash, and never a no. */
export function Shown({ field, value, narrow = false }: Held) {
  const { t, i18n } = useTranslation();
  const text = useText();
  const say = useCellWords();
  if (field.type === 'figure') return <FigureShown field={field} />;
  if (isBlank(value)) return <span className="quiet">—</span>;
  const apart = keptApartIn(value);
  if (apart !== undefined) return <Apart field={field} id={apart} />;
  switch (field.type) {
    case 'number':
      return (
        <>
          {numberIn(value)?.toLocaleString('en') ?? textIn(value)} {!narrow && text(field.measure)}
        </>
      );
    case 'money':
      return <>{t('sheet.sum', { yuan: wordsOfCell(field, value, say) })}</>;
    case 'day':
      return <>{narrow ? textIn(value) : longDay(textIn(value), i18n.language)}</>;
    case 'instant':
      return <>{officeTime(textIn(value) ?? '')}</>;
    case 'person':
    case 'named-person':
      return <>{wordsOfPerson(personIn(value))}</>;
    case 'place':
      return <Place place={placeIn(value)} />;
    case 'files':
      return <Files value={value} />;
    case 'reference':
      return <Reference field={field} value={value} />;
    case 'rows':
      return <Rows field={field} value={value} />;
    default:
      return <>{wordsOfCell(field, value, say)}</>;
  }
}

/** A value that is kept apart, as far as this person may know it: masked, plain once he asked, or when it was erased. */
function Apart({ field, id }: { readonly field: SheetField; readonly id: string }) {
  const { t, i18n } = useTranslation();
  const kept = use(KeptApart)(id);
  if (kept?.erasedOn)
    return <span className="quiet">{t('sheet.erased', { day: longDay(kept.erasedOn, i18n.language) })}</span>;
  if (kept?.plain) {
    const { now, before } = kept.plain;
    const open = { ...field, personal: false };
    return (
      <span className="apart">
        <Shown field={open} value={now} />
        {before.map((value) => (
          <span key={JSON.stringify(value)} className="quiet small">
            {t('sheet.before')}
            <Shown field={open} value={value} />
          </span>
        ))}
      </span>
    );
  }
  return (
    <span className="apart">
      <span className={kept?.masked ? '' : 'quiet'}>{kept?.masked ?? t('sheet.keptApart')}</span>
      {kept?.ask}
    </span>
  );
}

function Place({ place }: { readonly place: PlaceValue | undefined }) {
  const { unitName } = useCellWords();
  const words = [place?.township && unitName(place.township), place?.words].filter(Boolean).join(' ');
  return (
    <>
      {words}
      {place?.point && <span className="quiet tiny"> {place.point.join(', ')}</span>}
    </>
  );
}

function Files({ value }: Pick<Held, 'value'>) {
  return filesIn(value).map((file) => (
    <div key={file.id}>
      <a href={`/api/files/${file.id}`} target="_blank" rel="noreferrer">
        <PaperClipOutlined aria-hidden /> {file.name}
      </a>
    </div>
  ));
}

function Reference({ field, value }: Held) {
  const address = useAddress();
  const to = referenceIn(value);
  return to ? (
    <Link {...address(field.kind ?? '', to.dossier)}>
      {to.number} {to.title}
    </Link>
  ) : null;
}

/** A table of the sheet; its columns are of the same types. */
function Rows({ field, value }: Held) {
  const { t } = useTranslation();
  const text = useText();
  return (
    <div className="rows-scroll">
      <table className="lines ruled rows-shown">
        <thead>
          <tr>
            <th scope="col">{t('register.no')}</th>
            {field.columns?.map((column) => (
              <th key={column.id} scope="col" data-type={column.type}>
                {text(column.label)}
                {column.measure && `（${text(column.measure)}）`}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rowsIn(value).map((row, index) => (
            // a row of the record keeps its place
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={index}>
              <th scope="row">{index + 1}</th>
              {field.columns?.map((column) => (
                <td key={column.id} data-label={text(column.label)} data-type={column.type}>
                  <Shown field={column} value={row[column.id]} narrow />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
