import { useTranslation } from 'react-i18next';
import { useLabels } from '../api/plan.ts';
import { longDay } from '../i18n/day.ts';
import { listed } from '../i18n/listed.ts';
import { useText } from '../i18n/text.ts';
import { useShortName } from '../units/short-names.ts';
import { withPeople } from '../units/people.ts';
import type { Dossier } from './dossier.ts';

type Held = Pick<Dossier, 'tasks' | 'policy'> & {
  readonly closedOn: string | null;
  /** What is to be said while no step is open. */
  readonly otherwise: string;
};

/** 现由谁持有: whose step is open, or that it is closed. */
export function Holding({ tasks, policy, closedOn, otherwise }: Held) {
  const { t, i18n } = useTranslation();
  const text = useText();
  const short = useShortName();
  const { post } = useLabels(policy);
  if (closedOn) return <span>{t('dossier.closedOn', { day: longDay(closedOn, i18n.language) })}</span>;
  // a question stops the step that came to it; where all have decided, whoever still has to co-sign has it
  const asked = tasks.filter((task) => task.question !== undefined);
  const deciding = tasks.filter((task) => task.part === 'decide');
  const open = [asked, deciding].find((some) => some.length > 0) ?? tasks;
  if (open.length === 0) return <span>{otherwise}</span>;
  const seats = open.map((task) =>
    withPeople(task, t('obstacle.seat', { unit: short(task.unitName), post: post(task.post) }), t),
  );
  const who = listed([...new Set(seats)], t);
  const vacant = open.some((task) => task.vacant);
  return (
    <span>
      {t(`dossier.${asked.length > 0 ? 'rules' : open.some((task) => task.external) ? 'waits' : 'holds'}`, { who })}
      <b>{text(open[0]?.title)}</b>
      {vacant && <span className="vacant">{t('dossier.vacant')}</span>}
    </span>
  );
}
