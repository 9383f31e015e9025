import './beside.css';
import { useTranslation } from 'react-i18next';

/** What both say under one name. */
export type BesideLine = { readonly name: string; readonly says: readonly [string, string] };

type Table = {
  /** How the two are called: over their columns, and on a phone beside what each of them says. */
  readonly names: readonly [string, string];
  readonly lines: readonly BesideLine[];
  readonly photos?: readonly [readonly Photo[], readonly Photo[]];
};

/** Two dossiers beside each other, field by field; where they say something else, a word says so. */
export function BesideTable({ names, lines, photos }: Table) {
  const { t } = useTranslation();
  return (
    <table className="two-beside">
      <caption className="unseen">{t('field.beside')}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="unseen">{t('doubles.compared')}</span>
          </th>
          <th scope="col">{names[0]}</th>
          <th scope="col">{names[1]}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => line.says.some(Boolean) && <Line key={line.name} line={line} names={names} />)}
        {photos && (
          <tr className="photos">
            <th scope="row">{t('field.photos')}</th>
            <Photos photos={photos[0]} name={names[0]} />
            <Photos photos={photos[1]} name={names[1]} />
          </tr>
        )}
      </tbody>
    </table>
  );
}

function Line({ line: { name, says }, names }: { readonly line: BesideLine; readonly names: Table['names'] }) {
  const { t } = useTranslation();
  const differs = says[0].trim() !== says[1].trim();
  return (
    <tr className={differs ? 'differs' : undefined}>
      <th scope="row">
        {name} {differs && <span className="mark">{t('doubles.differs')}</span>}
      </th>
      <td data-head={names[0]}>{says[0] || '—'}</td>
      <td data-head={names[1]}>{says[1] || '—'}</td>
    </tr>
  );
}

/** A file as evidence holds it. */
export type Photo = { readonly id: string; readonly file: string; readonly name: string; readonly mediaType: string };

/** Those that a browser shows. */
export const isPhoto = ({ mediaType }: Pick<Photo, 'mediaType'>): boolean =>
  mediaType.startsWith('image/') && mediaType !== 'image/heic';

function Photos({ photos, name: head }: { readonly photos: readonly Photo[]; readonly name: string }) {
  return (
    <td data-head={head}>
      {photos.length === 0
        ? '—'
        : photos.map(({ id, file, name }) => (
            <a key={id} href={`/api/files/${file}`} target="_blank" rel="noreferrer" title={name}>
              <img src={`/api/files/${file}`} alt={name} loading="lazy" />
            </a>
          ))}
    </td>
  );
}
