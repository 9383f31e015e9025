import { useTranslation } from 'react-i18next';
import { useText } from '../i18n/text.ts';
import type { ImportLine } from './use-import.ts';

type Shown = {
  readonly line: ImportLine;
  readonly import: string;
  /** Leaves one out, or takes that back; null where nothing can be decided any more. */
  readonly decide: ((on: string, choose: string) => void) | null;
  readonly busy: boolean;
};

/** The pictures beside a row, small; each can be left out, and one that cannot come in says why. */
export function RowPictures({ line, import: id, decide, busy }: Shown) {
  const { t } = useTranslation();
  const text = useText();
  if (line.pictures.length === 0) return null;
  return (
    <ul className="row-pictures">
      {line.pictures.map((picture, index) => {
        const address = `/api/imports/${id}/pictures/${picture.id}`;
        const out = picture.left !== null;
        const name = t('imports.picture', { no: index + 1 });
        return (
          <li key={picture.id} className={out ? 'out' : ''}>
            {picture.shown && (
              <a href={address} target="_blank" rel="noreferrer">
                <img src={address} alt={name} loading="lazy" />
              </a>
            )}
            <span className="tiny">
              {picture.left !== null && `${t('imports.pictureLeft', { why: text(picture.left) })} `}
              {picture.mayCome && decide && (
                <button
                  type="button"
                  className="linklike"
                  disabled={busy}
                  aria-label={`${name} ${t(out ? 'imports.takeBack' : 'imports.skipPicture')}`}
                  onClick={() => decide(`picture:${picture.id}`, out ? '' : 'skip')}
                >
                  {t(out ? 'imports.takeBack' : 'imports.skipPicture')}
                </button>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
