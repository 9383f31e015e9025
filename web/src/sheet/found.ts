import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { answered, api } from '../api/client.ts';
import { useKinds } from '../kinds/use-kinds.ts';
import type { ReferenceValue } from './field.ts';

const NONE: readonly ReferenceValue[] = [];
const MOST = 20;

/** Dossiers of a kind whose number or title has these words; with none, the newest. */
export function useFound(kind: string, words: string): readonly ReferenceValue[] {
  const { kinds } = useKinds();
  const is = kinds.find(({ id }) => id === kind)?.is ?? 'plain';
  const q = useDeferredValue(words.trim());
  const { data } = useQuery({
    queryKey: ['found', kind, is, q],
    enabled: kind !== '',
    placeholderData: keepPreviousData,
    queryFn: async () => (is === 'problem' ? await problems(q) : await cases(kind, q)),
  });
  return data ?? NONE;
}

async function problems(q: string): Promise<readonly ReferenceValue[]> {
  const query = { size: MOST, ...(q ? { q } : {}) };
  const { rows } = await answered(api.GET('/api/problems', { params: { query } }));
  return rows.map(({ id, number, title }) => ({ dossier: id, number, title }));
}

async function cases(kind: string, q: string): Promise<readonly ReferenceValue[]> {
  const query = { kind, size: MOST, ...(q ? { q } : {}) };
  const { rows } = await answered(api.GET('/api/cases', { params: { query } }));
  return rows.map(({ id, number, title }) => ({ dossier: id, number, title }));
}
