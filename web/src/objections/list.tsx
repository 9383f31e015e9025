import { useTranslation } from 'react-i18next';
import type { Schema } from '../api/client.ts';

/** A dossier of any kind with what was objected to in it. */
type Disputed = { readonly objections: readonly Schema<'Objection'>[] };

/** 异议: who objected to what was made public, when, and what became of it. */
export function ObjectionsList({ dossier }: { readonly dossier: Disputed }) {
  const { t } = useTranslation();
  return (
    <table className="lines ruled">
      <thead>
        <tr>
          <th scope="col">{t('dossier.day')}</th>
          <th scope="col">{t('field.from')}</th>
          <th scope="col">{t('field.objection')}</th>
          <th scope="col">{t('objections.becameOf')}</th>
        </tr>
      </thead>
      <tbody>
        {dossier.objections.map(({ id, raisedOn, from, text, outcome }) => (
          <tr key={id}>
            <th scope="row">{raisedOn}</th>
            <td>{from}</td>
            <td>{text}</td>
            <td>
              {outcome ? (
                <>
                  <span className={outcome.upheld ? 'flag' : 'bank'}>
                    {t(outcome.upheld ? 'field.upheld.true' : 'field.upheld.false')}
                  </span>{' '}
                  {outcome.reason} <span className="quiet tiny">{outcome.on}</span>
                </>
              ) : (
                <span className="flag">{t('objections.open')}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
