import { useNavigate } from '@tanstack/react-router';
import { Button, Tag } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../i18n/text.ts';
import { Light } from '../light/light.tsx';
import { paths } from '../paths.ts';
import type { Group, Task } from './grouping.ts';

/** To-dos as lines; `j` and `k` move, `Enter` opens. */
export function TaskLines({ groups }: { readonly groups: readonly Group[] }) {
  const all = groups.flatMap((group) => group.tasks);
  const open = useOpen();
  const at = useCursor(all.length, (index) => open(all[index]!));
  return (
    <>
      {groups.map((group) => (
        <section key={group.name ?? ''}>
          {group.name !== null && (
            <h2 style={{ padding: '10px 12px 0' }}>
              {group.name} <span className="quiet">{group.tasks.length}</span>
            </h2>
          )}
          <ul className="rows">
            {group.tasks.map((task) => (
              <Line key={`${task.dossier}${task.task}`} task={task} at={all[at] === task} open={() => open(task)} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function Line({ task, at, open }: { readonly task: Task; readonly at: boolean; readonly open: () => void }) {
  const { t } = useTranslation();
  const text = useText();
  return (
    <li className={at ? 'at' : ''}>
      <Light light={task.light} />
      <span className="subject" title={task.subject}>
        <span className="quiet">{task.number}</span> {task.subject}
      </span>
      <span className="small">
        {text(task.title)} <span className="clause">{task.clause}</span>{' '}
        {task.part === 'co-sign' && <Tag>{t('workbench.coSign')}</Tag>}
        {task.external && (
          <Tag>
            {t('workbench.external')} {task.unitName}
          </Tag>
        )}
        {task.urgedOn && <Tag color="gold">{t('workbench.urged')}</Tag>}
        <span className="quiet wide-only">{t('workbench.since', { day: task.openedOn.slice(5) })}</span>
      </span>
      <Button size="small" onClick={open}>
        {t('workbench.handle')}
      </Button>
    </li>
  );
}

function useOpen(): (task: Task) => void {
  const navigate = useNavigate();
  return (task) =>
    void navigate({ to: task.kind === 'edition' ? paths.edition : paths.dossier, params: { id: task.dossier } });
}

/** The line the keyboard stands on; none until a key is pressed. */
function useCursor(length: number, open: (index: number) => void): number {
  const [at, setAt] = useState(-1);
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|BUTTON|A)$/.test(event.target.tagName)) return;
      if (event.key === 'j') setAt((now) => Math.min(now + 1, length - 1));
      else if (event.key === 'k') setAt((now) => Math.max(now - 1, 0));
      else if (event.key === 'Enter' && at >= 0) open(at);
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  });
  return at;
}
