import { CheckOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Clause } from '../api/clause.tsx';
import { PaperLink } from '../timeline/paper-link.tsx';
import { UnitName } from '../units/unit-name.tsx';
import type { Dossier } from './dossier.ts';

type Given = { readonly dossier: Pick<Dossier, 'copies' | 'policy'> };

/** 主送 and 抄送: who was told, by which clause, and whether it got there. */
export function CopiesList({ dossier: { copies, policy } }: Given) {
  return (
    <>
      <Told title="dossier.addressed" copies={copies.filter(({ addressed }) => addressed)} policy={policy} />
      <Told title="dossier.copies" copies={copies.filter(({ addressed }) => !addressed)} policy={policy} />
    </>
  );
}

function Told({ title, copies, policy }: Given['dossier'] & { readonly title: string }) {
  const { t } = useTranslation();
  if (copies.length === 0) return null;
  return (
    <section className="part">
      <h2>{t(title)}</h2>
      <table className="lines">
        <tbody>
          {copies.map((copy) => (
            <tr key={copy.id}>
              <th scope="row">{copy.filedOn}</th>
              <td>
                <UnitName name={copy.unitName} />
              </td>
              <td>
                {(copy.state === 'read' || copy.state === 'sent') && <CheckOutlined aria-hidden />}{' '}
                {t(copy.toSelf ? 'dossier.toSelf' : `dossier.copy.${copy.state}`)}{' '}
                <span className="quiet">{copy.document && <PaperLink paper={copy.document} />}</span>
              </td>
              <td className="end">
                <Clause id={copy.clause} edition={policy} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
