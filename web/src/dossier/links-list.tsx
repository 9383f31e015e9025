import { useTranslation } from 'react-i18next';
import { useText } from '../i18n/text.ts';
import { useKinds } from '../kinds/use-kinds.ts';
import type { Schema } from '../api/client.ts';
import { DossierLink } from './dossier-link.tsx';

/** Dossiers that this one is connected with, and by what. */
export function LinksList({ links }: { readonly links: readonly Schema<'DossierLink'>[] }) {
  const { t } = useTranslation();
  const text = useText();
  const { kinds } = useKinds();
  return (
    <table className="lines">
      <tbody>
        {links.map((link) => (
          <tr key={link.how + link.dossier}>
            <th scope="row">{t(`cases.how.${link.how}`, { defaultValue: link.how })}</th>
            <td className="nowrap">{text(kinds.find(({ id }) => id === link.kind)?.title)}</td>
            <td>
              <DossierLink link={link} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
