import { useTranslation } from 'react-i18next';
import { useLabels } from '../api/plan.ts';
import { CopiesList } from './copies-list.tsx';
import { Deadline } from './deadline.tsx';
import type { Dossier } from './dossier.ts';
import { DoublesPart } from './doubles-part.tsx';
import { LinksList } from './links-list.tsx';
import { PartsList } from './parts-list.tsx';
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
            <dt>{t('dossier.listedDeadline')}</dt>
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
        {proposed && <Fact name={t('dossier.proposed')} value={proposed} />}
        {lead && <Fact name={t('dossier.proposedLead')} value={unit(lead)} />}
        {basics.remarks && <Fact name={t('dossier.remarks')} value={basics.remarks} />}
      </dl>
      <DoublesPart absorbed={dossier.absorbed} apart={dossier.apart} />
      <PartsList dossier={dossier} roles={dossier.kind.parts} played />
      {dossier.links.length > 0 && (
        <section className="part">
          <h2>{t('cases.tab.links')}</h2>
          <LinksList links={dossier.links} />
        </section>
      )}
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
