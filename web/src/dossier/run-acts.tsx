import { CheckOutlined, RollbackOutlined, WarningOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Clause } from '../api/clause.tsx';
import { useSession } from '../api/session.ts';
import { useLabels } from '../api/plan.ts';
import { useText } from '../i18n/text.ts';
import { PaperLink } from '../timeline/paper-link.tsx';
import { signerName } from '../people/told-apart.ts';
import { UnitName } from '../units/unit-name.tsx';
import type { Dossier } from './dossier.ts';

type Run = Dossier['runs'][number];
type Act = Run['acts'][number];
type Procedure = { readonly run: Run; readonly edition: string };

/** 办理意见: who answered which step, when, in which words and by which paper; what no longer holds stays and says so. */
export function RunActs({ run, edition }: Procedure) {
  const { t } = useTranslation();
  if (run.acts.length === 0) return null;
  return (
    <section className="part">
      <h2>{t('dossier.acts')}</h2>
      <table className="lines ruled acts">
        <thead>
          <tr>
            <th scope="col">{t('dossier.day')}</th>
            <th scope="col">{t('dossier.step')}</th>
            <th scope="col">{t('dossier.actor')}</th>
            <th scope="col">{t('dossier.opinion')}</th>
            <th scope="col">{t('field.document')}</th>
          </tr>
        </thead>
        <tbody>
          {run.acts.map((act, index) => (
            // the log only grows: an act keeps its place
            // oxlint-disable-next-line react/no-array-index-key
            <ActLine key={index} act={act} rounds={run.round} edition={edition} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

type Line = { readonly act: Act; readonly rounds: number; readonly edition: string };

function ActLine({ act, rounds, edition }: Line) {
  const { t } = useTranslation();
  const text = useText();
  return (
    <tr className={act.standing ? undefined : 'past'}>
      <th scope="row">{act.day}</th>
      <td>
        {text(act.title)} <Clause id={act.clause} edition={edition} />
        {rounds > 1 && <div className="quiet tiny">{t('dossier.round', { round: act.round })}</div>}
      </td>
      <td>
        <Who act={act} edition={edition} />
      </td>
      <td>
        <Verdict act={act} />
        {act.account && <AccountLine account={act.account} />}
        {act.words && <div className="small">{act.words}</div>}
      </td>
      <td>{act.document && <PaperLink paper={act.document} />}</td>
    </tr>
  );
}

/** Who was there, on which day, how. */
function AccountLine({ account: { attended, heldOn, manner } }: { readonly account: NonNullable<Act['account']> }) {
  const { t } = useTranslation();
  return (
    <div className="small">
      {[heldOn, manner && t(`field.manner.${manner}`), attended && `${t('field.attended')}：${attended}`]
        .filter(Boolean)
        .join(' · ')}
    </div>
  );
}

function Who({ act: { unitName, by, recorded, on, day }, edition }: Omit<Line, 'rounds'>) {
  const { t } = useTranslation();
  const { post } = useLabels(edition);
  if (!recorded)
    return (
      <>
        <UnitName name={unitName} /> {post(by.post)} {signerName(by)}
        {on !== day && <div className="quiet tiny">{t('timeline.recordedOn', { day: on })}</div>}
      </>
    );
  return (
    <>
      <UnitName name={unitName} />
      <div className="quiet tiny">
        {t('dossier.enteredBy', { day: on })}
        <UnitName name={by.unitName} /> {signerName(by)}
      </div>
    </>
  );
}

/** Agreed, co-signed, objected or sent back; whether the answer still holds, and whether its day fits. */
function Verdict({ act }: { readonly act: Act }) {
  const { do: kind, verdict, outcome, standing, stale, before, claimedOn, apart, on } = act;
  const { t } = useTranslation();
  const { installation } = useSession();
  const text = useText();
  const back = verdict === 'object' || verdict === 'dissent' || verdict === 'returned';
  return (
    <>
      <span className={back ? 'flag' : standing ? 'bank' : 'quiet'}>
        {back ? <RollbackOutlined aria-hidden /> : <CheckOutlined aria-hidden />}{' '}
        {verdict === 'agree' ? text(outcome) || t(`dossier.did.${kind}`) : t(`dossier.verdict.${verdict}`)}
      </span>
      {!standing && verdict !== 'returned' && <span className="quiet tiny"> {t('dossier.doneAgain')}</span>}
      {stale && (
        <div className="flag tiny">
          <WarningOutlined aria-hidden /> {t('dossier.changedSince')}
        </div>
      )}
      {claimedOn && (
        <div className="flag tiny">
          <WarningOutlined aria-hidden /> {t('dossier.claimed', { day: claimedOn })}
        </div>
      )}
      {apart > installation.daysApart && (
        <div className="flag tiny">
          <WarningOutlined aria-hidden /> {t('dossier.apart', { day: on, days: apart })}
        </div>
      )}
      {before && (
        <div className="flag tiny">
          <WarningOutlined aria-hidden /> {t('dossier.datedEarly', { day: before })}
        </div>
      )}
    </>
  );
}
