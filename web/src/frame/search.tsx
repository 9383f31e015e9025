import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { AutoComplete, type GetRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { paths } from '../paths.ts';

/** Finds a problem by number, place, unit or words. `Ctrl K` or `/` jumps here. */
export function Search() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const box = useRef<GetRef<typeof AutoComplete>>(null);
  const [text, setText] = useState('');
  const word = useSettled(text.trim());
  useShortcut(() => box.current?.focus());
  const found = useQuery({
    queryKey: ['search', word],
    enabled: word.length > 1,
    queryFn: () => answered(api.GET('/api/problems', { params: { query: { q: word, size: 8 } } })),
  });
  const options = (found.data?.rows ?? []).map((row) => ({
    value: row.id,
    label: (
      <span className="small">
        {row.number} {row.title} <span className="quiet">{row.holderName}</span>
      </span>
    ),
  }));
  const open = (id: string): void => {
    setText('');
    void navigate({ to: paths.dossier, params: { id } });
  };
  return (
    <AutoComplete
      ref={box}
      value={text}
      options={options}
      onChange={setText}
      onSelect={open}
      placeholder={t('frame.search')}
      aria-label={t('frame.search')}
      style={{ width: 'min(300px, 40vw)' }}
      notFoundContent={word.length > 1 && !found.isFetching ? t('frame.nothingFound') : null}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && options.length === 0 && word !== '')
          void navigate({ to: paths.register, search: { q: word } });
      }}
    />
  );
}

/** The text once the typing has paused. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 200);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

function useShortcut(jump: () => void): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const typing = event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
      if ((event.key === 'k' && (event.ctrlKey || event.metaKey)) || (event.key === '/' && !typing)) {
        event.preventDefault();
        jump();
      }
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  });
}
