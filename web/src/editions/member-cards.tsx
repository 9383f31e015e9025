import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLabels } from '../api/plan.ts';
import { paths } from '../paths.ts';
import { UnitName } from '../units/unit-name.tsx';
import { Now } from './now.tsx';
import type { EditionView, Member } from './use-edition.ts';

type Shown = { readonly view: EditionView; readonly members: readonly Member[] };

/** The same problems for a phone. */
export function MemberCards({ view, members }: Shown) {
  const { t } = useTranslation();
  const { facts, field } = useLabels(view.policy);
  return (
    <div className="phone-only">
      {members.length === 0 && <p className="nothing">{t('editions.empty')}</p>}
      {members.map((member) => (
        <Link key={member.id} to={paths.dossier} params={{ id: member.id }} className="card">
          <span className="tiny quiet">{member.number}</span>
          <span style={{ fontWeight: 500 }}>{member.title}</span>
          {member.description !== member.title && <span className="quiet tiny">{member.description}</span>}
          <span className="quiet tiny">
            {[...facts(member.facts), field(member.field), member.place].filter(Boolean).join(' · ')}
          </span>
          <span className="small">
            {t('editions.proposed')}：<UnitName name={member.proposedHolderName} />
          </span>
          {view.row.stage === 'consented' && (
            <span className="small">
              <Now now={member.now} />
            </span>
          )}
        </Link>
      ))}
    </div>
  );
}
