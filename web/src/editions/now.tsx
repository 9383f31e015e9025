import { useTranslation } from 'react-i18next';
import { useText } from '../i18n/text.ts';
import { UnitName } from '../units/unit-name.tsx';
import type { Member } from './use-edition.ts';

/** How a problem of the edition stands today: its stage, who holds it, since when. No part of what was agreed to. */
export function Now({ now }: Pick<Member, 'now'>) {
  const { t } = useTranslation();
  const text = useText();
  if (!now) return <span className="quiet">—</span>;
  return (
    <>
      <span className={now.handedOverOn === null ? 'waits' : now.stage === 'closed' ? 'closed' : ''}>
        {now.handedOverOn === null ? t('editions.waits') : text(now.stageTitle)}
      </span>
      {now.handedOverOn && (
        <div className="quiet tiny">
          <UnitName name={now.holderName} />
          <br />
          {t('editions.handedOverOn', { day: now.handedOverOn })}
        </div>
      )}
    </>
  );
}
