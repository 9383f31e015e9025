import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../api/client.ts';
import { useLabels } from '../api/plan.ts';
import { shortDay } from '../i18n/day.ts';
import { Light } from '../light/light.tsx';
import { paths } from '../paths.ts';
import { useShortName } from '../units/short-names.ts';
import { Since } from './since.tsx';

type Errand = Schema<'Errand'>;

/** What has to be seen to and stands in no dossier: posts that nobody holds, copies to send, rulings to confirm. */
export function Errands({ errands }: { readonly errands: readonly Errand[] }) {
  const { t } = useTranslation();
  if (errands.length === 0) return null;
  return (
    <section aria-label={t('workbench.errands')}>
      <ul>
        {errands.map((errand) => (
          <Line key={`${errand.what} ${errand.unit} ${errand.post}`} errand={errand} />
        ))}
      </ul>
    </section>
  );
}

function Line({ errand }: { readonly errand: Errand }) {
  const { t } = useTranslation();
  const { what, count, since, waited, light } = errand;
  const said = useSaid(errand);
  return (
    <li>
      <Light light={light} />
      <span className="subject">
        <Link {...rowsOf(errand)}>{said}</Link>
      </span>
      <span className="step small quiet">{t(`workbench.errand.${what}.hint`, { count })}</span>
      <Since day={since ? t('workbench.since', { day: shortDay(since) }) : ''} waited={waited} />
      <Link {...whereTo(errand)} className="small nowrap">
        {t(`workbench.errand.${what}.do`)}
      </Link>
    </li>
  );
}

/** The post by its unit; where nobody plays the part at all, so much. */
function useSaid({ what, unit, unitName, post, count }: Errand): string {
  const { t } = useTranslation();
  const seatName = useSeatName();
  if (what !== 'vacant') return t(`workbench.errand.${what}`, { count });
  if (unit === null) return t('workbench.errand.vacant.nobody', { count });
  return t('workbench.errand.vacant', { seat: seatName(unitName, post), count });
}

/** What a post of a unit is called, `由旺镇经办人`; any post of it by so much. */
export function useSeatName(): (unitName: string | null, post: string | null) => string {
  const { t } = useTranslation();
  const short = useShortName();
  const labels = useLabels();
  return (unitName, post) =>
    t('obstacle.seat', {
      unit: short(unitName),
      post: post === '*' ? t('workbench.errand.anyPost') : labels.post(post),
    });
}

/** Where its rows are: those of a post are beside it, the others where they are seen to. */
function rowsOf(errand: Errand) {
  const { what, unit, post } = errand;
  if (what !== 'vacant' || unit === null || post === null) return whereTo(errand);
  return { to: paths.workbench, search: { kind: 'vacant', unit, post } };
}

/** Where it is seen to. */
function whereTo({ what, unit }: Errand) {
  if (what === 'rulings') return { to: paths.rules };
  if (what === 'copies') return { to: paths.workbench, search: { kind: 'owed' } };
  return unit === null ? { to: paths.workbench, search: { kind: 'watching' } } : { to: paths.people, search: { unit } };
}
