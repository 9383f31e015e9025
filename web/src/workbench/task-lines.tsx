import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Clause } from '../api/clause.tsx';
import { shortDay } from '../i18n/day.ts';
import { useText } from '../i18n/text.ts';
import { useCursor } from '../keyboard/cursor.ts';
import { Light } from '../light/light.tsx';
import { useAddress } from '../kinds/address.ts';
import { useShortName } from '../units/short-names.ts';
import { formOf, partOf, type Group, type Task } from './grouping.ts';
import { Since } from './since.tsx';
import { listed } from '../i18n/listed.ts';

/** To-dos as lines; `j` and `k` move, `Enter` opens. `whose`: they are other people's, and each names the unit that has it. */
export function TaskLines({ groups, whose }: { readonly groups: readonly Group[]; readonly whose: boolean }) {
  const navigate = useNavigate();
  const address = useAddress();
  const all = groups.flatMap((group) => group.tasks);
  const open = (task: Task | undefined): void => {
    if (task) void navigate(address(task.kind, task.dossier, whose ? partOf(task) : formOf(task)));
  };
  const at = useCursor(all.length, (index) => open(all[index]));
  return groups.map((group) => (
    <section key={group.name ?? ''}>
      {group.name !== null && (
        <h2>
          {group.name} <span className="quiet">{group.tasks.length}</span>
        </h2>
      )}
      <ul>
        {group.tasks.map((task) => (
          <Line
            key={task.dossier + task.task}
            task={task}
            whose={whose}
            at={all[at] === task}
            open={() => open(task)}
            look={() => void navigate(address(task.kind, task.dossier, partOf(task)))}
          />
        ))}
      </ul>
    </section>
  ));
}

type Shown = {
  readonly task: Task;
  readonly whose: boolean;
  readonly at: boolean;
  /** Opens the dossier, with the form of the line where it is one's own. */
  readonly open: () => void;
  /** Opens the dossier and nothing in it. */
  readonly look: () => void;
};

function Line({ task, whose, at, open, look }: Shown) {
  const { t } = useTranslation();
  const address = useAddress();
  return (
    // the link inside is the way of the keyboard; the whole line is only a larger place to click
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <li className={at ? 'at' : ''} onClick={look}>
      <Light light={task.light} />
      <span className="subject">
        <Link {...address(task.kind, task.dossier, partOf(task))} title={task.subject}>
          {task.fresh && <b className="fresh">{t('workbench.fresh')}</b>}
          {task.subject}
        </Link>
        <span className="quiet tiny">{task.number}</span>
        {task.openWith.length > 0 && (
          <span className="tiny presence">{t('workbench.openWith', { names: listed(task.openWith, t) })}</span>
        )}
      </span>
      <Step task={task} whose={whose} />
      <Since day={t('workbench.since', { day: shortDay(task.openedOn) })} waited={task.waited} />
      <Button
        size="small"
        onClick={(event) => {
          event.stopPropagation(); // the line around it only looks
          open();
        }}
      >
        {t(whose ? 'workbench.look' : 'workbench.handle')}
      </Button>
    </li>
  );
}

/** Which step it is, by which clause, and in whose name. */
function Step({ task, whose }: Pick<Shown, 'task' | 'whose'>) {
  const { t } = useTranslation();
  const text = useText();
  const short = useShortName();
  return (
    <span className="step">
      <div title={text(task.title)}>{text(task.title)}</div>
      <div className="row tiny quiet" style={{ gap: '2px 8px' }}>
        <Clause id={task.clause} />
        {whose && !task.external && <span>{short(task.unitName)}</span>}
        {task.returned && <Back returned={task.returned} />}
        {task.part === 'co-sign' && <span>{t('workbench.coSign')}</span>}
        {task.external && <span>{t('workbench.external', { unit: short(task.unitName) })}</span>}
        {task.urgedOn && <span className="mark">{t('workbench.urged', { day: shortDay(task.urgedOn) })}</span>}
      </div>
    </span>
  );
}

/** It was sent back: why, and by whom. */
function Back({ returned: { round, reason, unitName, by, on } }: { readonly returned: NonNullable<Task['returned']> }) {
  const { t } = useTranslation();
  const short = useShortName();
  const whole = t('returned.markWho', { day: shortDay(on), who: `${short(unitName)} ${by}`, reason });
  return (
    <span className="mark back" title={whole} aria-label={whole}>
      {t('returned.mark', { round, reason })}
    </span>
  );
}
