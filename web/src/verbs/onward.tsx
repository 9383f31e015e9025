import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { useText } from '../i18n/text.ts';
import { useAddress } from '../kinds/address.ts';
import { formOf, type Task } from '../workbench/grouping.ts';

/** What hurts first on this person's desk once something is done: of this dossier where more of it is his, else of another. */
export function useNextLine(dossier: string): () => Promise<Task | null> {
  const queries = useQueryClient();
  const { menu } = useSession();
  return async () => {
    if (!menu.includes('workbench')) return null;
    try {
      const { tasks } = await queries.fetchQuery({
        queryKey: ['tasks', 'next'],
        queryFn: () => answered(api.GET('/api/tasks', { params: { query: { kind: 'todo', size: 20 } } })),
      });
      return tasks.find((task) => task.dossier === dossier) ?? tasks[0] ?? null;
    } catch {
      return null; // it was done all the same; the desk shows what is next
    }
  };
}

/** 下一件: goes there with its form open. */
export function useOnward(): (task: Task, gone: () => void) => ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const navigate = useNavigate();
  const address = useAddress();
  return (task, gone) => {
    const go = (): void => {
      gone();
      void navigate(address(task.kind, task.dossier, formOf(task)));
    };
    return (
      <Button size="small" type="primary" onClick={go}>
        {t('verbs.nextLine', { step: text(task.title), subject: task.subject })}
      </Button>
    );
  };
}
