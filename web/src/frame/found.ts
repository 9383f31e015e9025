import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { holds } from '../choice/holds.ts';
import { useText } from '../i18n/text.ts';
import { useMenuGroups } from '../kinds/menu-groups.ts';
import { useKinds } from '../kinds/use-kinds.ts';
import { paths } from '../paths.ts';
import { useUnits } from '../units/short-names.ts';
import { usePages } from './menu.tsx';

/** One thing that was found, and how to get there. */
export type Found = {
  readonly key: string;
  readonly kind: 'problem' | 'case' | 'unit' | 'page';
  readonly mark: string;
  readonly title: string;
  readonly aside: string;
  readonly open: () => void;
};

/** What fits the words: pages and units at once, problems when the typing has paused. */
export function useFound(text: string): {
  readonly found: readonly Found[];
  readonly settled: boolean;
  /** Words that the lists were not searched for. */
  readonly leftOut: readonly string[];
} {
  const words = text.trim();
  const pages = usePagesFound(words);
  const units = useUnitsFound(words);
  const problems = useProblemsFound(words);
  const cases = useCasesFound(words);
  return {
    found: [...pages, ...problems.found, ...cases.found, ...units],
    settled: words !== '' && problems.settled && cases.settled,
    leftOut: problems.leftOut,
  };
}

function usePagesFound(words: string): Found[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const text = useText();
  const kinds = useMenuGroups()
    .flatMap((group) => group.kinds)
    .map(({ id, title }) => ({
      key: `kind:${id}`,
      kind: 'page' as const,
      mark: '',
      title: text(title),
      aside: '',
      open: () => void navigate({ to: paths.kind, params: { kind: id } }),
    }));
  const pages = usePages()
    .flat()
    .map(({ id, to }) => ({
      key: `page:${id}`,
      kind: 'page' as const,
      mark: '',
      title: t(`frame.page.${id}`),
      aside: '',
      open: () => void navigate({ to }),
    }));
  return [...pages, ...kinds].filter((page) => holds(page.title, words));
}

const UNITS_SHOWN = 4;

function useUnitsFound(words: string): Found[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const units = useUnits().filter(
    (unit) => !unit.external && words !== '' && holds([unit.name, ...unit.shortNames].join('\n'), words),
  );
  return units.slice(0, UNITS_SHOWN).map((unit) => ({
    key: `unit:${unit.id}`,
    kind: 'unit',
    mark: '',
    title: unit.name,
    aside: t('frame.itsProblems'),
    open: () => void navigate({ to: paths.register, search: { holder: unit.id } }),
  }));
}

function useProblemsFound(words: string) {
  const navigate = useNavigate();
  const settled = useSettled(words);
  const { data, isFetching } = useQuery({
    queryKey: ['search', settled],
    enabled: settled.length > 1,
    queryFn: () => answered(api.GET('/api/problems', { params: { query: { q: settled, size: 8 } } })),
  });
  const rows = settled.length > 1 ? (data?.rows ?? []) : [];
  const found = rows.map((row) => ({
    key: row.id,
    kind: 'problem' as const,
    mark: row.number,
    title: row.title,
    // of two people of one name who answer for problems the unit says which
    aside: [row.holderName, row.person].filter(Boolean).join(' '),
    open: () => void navigate({ to: paths.dossier, params: { id: row.id } }),
  }));
  const leftOut = settled.length > 1 ? (data?.leftOut ?? []) : [];
  return { found, settled: settled === words && !isFetching, leftOut };
}

/** Dossiers of the plan's own kinds; a plan without any is not asked. */
function useCasesFound(words: string): { readonly found: Found[]; readonly settled: boolean } {
  const navigate = useNavigate();
  const text = useText();
  const { kinds } = useKinds();
  const settled = useSettled(words);
  const { data, isFetching } = useQuery({
    queryKey: ['search', 'cases', settled],
    enabled: settled.length > 1 && kinds.some(({ is }) => is !== 'problem' && is !== 'edition'),
    queryFn: () => answered(api.GET('/api/cases', { params: { query: { q: settled, size: 8 } } })),
  });
  const rows = settled.length > 1 ? (data?.rows ?? []) : [];
  const found = rows.map((row) => ({
    key: row.id,
    kind: 'case' as const,
    mark: row.number,
    title: row.title,
    aside: text(kinds.find(({ id }) => id === row.kind)?.title),
    open: () => void navigate({ to: paths.case, params: { id: row.id } }),
  }));
  return { found, settled: settled === words && !isFetching };
}

/** The text once the typing has paused. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 180);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
