import { useTranslation } from 'react-i18next';
import { Clause } from '../api/clause.tsx';
import { useLabels } from '../api/plan.ts';
import { useText } from '../i18n/text.ts';
import { UnitName } from '../units/unit-name.tsx';
import { CopiesList } from './copies-list.tsx';
import { Deadline } from './deadline.tsx';
import type { Dossier } from './dossier.ts';
import { listed } from '../i18n/listed.ts';

/** 基本情况: what the problem is, where, from which lists, who answers for it. */
export function BasicsTab({ dossier }: { readonly dossier: Dossier }) {
  const { t } = useTranslation();
  const { basics, sources, row } = dossier;
  const { unit } = useLabels(dossier.policy);
  const { holder, lead, person } = basics.proposed;
  const proposed = listed([unit(holder), person], t);
  return (
    <>
      <dl className="facts">
        <dt>{t('dossier.description')}</dt>
        <dd>{basics.description || '—'}</dd>
        <dt>{t('dossier.place')}</dt>
        <dd>{[row.townshipName, basics.place].filter(Boolean).join(' ') || '—'}</dd>
        {basics.target && <Fact name={t('dossier.target')} value={basics.target} />}
        {basics.deadline && (
          <>
            <dt>{t('dossier.deadline')}</dt>
            <dd>
              <Deadline deadline={basics.deadline} />
            </dd>
          </>
        )}
        <dt>{t('dossier.sources')}</dt>
        <dd>
          {sources.length === 0
            ? '—'
            : sources.map((source) => (
                <div key={source.list + source.number}>
                  {[source.list, source.number, source.date].filter(Boolean).join(' · ')}
                </div>
              ))}
        </dd>
        {!dossier.parts['case.holder'] && (
          <>
            {proposed && <Fact name={t('dossier.proposed')} value={proposed} />}
            {lead && <Fact name={t('dossier.proposedLead')} value={unit(lead)} />}
          </>
        )}
        {basics.remarks && <Fact name={t('dossier.remarks')} value={basics.remarks} />}
      </dl>
      <PartsList dossier={dossier} />
      <CopiesList dossier={dossier} />
    </>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}

/** 责任分工: units and people; a part that the plan requires and nobody plays says so. */
function PartsList({ dossier }: { readonly dossier: Dossier }) {
  const { t } = useTranslation();
  const text = useText();
  const { plan } = useLabels(dossier.policy);
  const roles = (plan?.caseRoles ?? []).filter((role) => role.required || dossier.parts[role.id]?.length);
  return (
    <section className="part">
      <h2>{t('dossier.parts')}</h2>
      <table className="lines">
        <tbody>
          {roles.map((role) => (
            <tr key={role.id}>
              <th scope="row">{text(role.label)}</th>
              <td>
                {dossier.parts[role.id]?.map((part) => (
                  <div key={part.unit}>
                    <UnitName name={part.unitName} />
                  </div>
                )) ?? <span className="quiet">{t('dossier.nobody')}</span>}
              </td>
              <td>
                {dossier.parts[role.id]?.map((part) => (
                  <div key={part.unit}>
                    {part.person?.name ?? <span className="quiet">{t('dossier.noPerson')}</span>}
                  </div>
                ))}
              </td>
              <td className="end">
                <Clause id={role.clause} edition={dossier.policy} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
