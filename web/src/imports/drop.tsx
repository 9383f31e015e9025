import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { upload } from '../api/client.ts';
import { paths } from '../paths.ts';
import { DropZone } from './drop-zone.tsx';

type Dropping = {
  /** The kind that its rows become; absent: problems. */
  readonly kind?: string;
  readonly what: string;
  /** What such a list should say. */
  readonly children: ReactNode;
};

/** Where a list of problems or of a kind is dropped or chosen: its import opens when it is understood. */
export function Drop({ kind, what, children }: Dropping) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const send = async (file: File, progress: (done: number) => void): Promise<void> => {
    const query = new URLSearchParams({ name: file.name, ...(kind === undefined ? {} : { kind }) });
    const { id } = await upload<{ id: string }>(`/api/imports?${query}`, file, progress);
    await navigate({ to: paths.import, params: { id } });
  };
  return (
    <DropZone line={t('imports.drop', { what })} hint={t('imports.dropHint')} send={send}>
      {children}
    </DropZone>
  );
}
