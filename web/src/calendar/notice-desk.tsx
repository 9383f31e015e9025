import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, intended, newIntent, type Schema } from '../api/client.ts';
import { Trouble } from '../api/trouble.tsx';
import { useText } from '../i18n/text.ts';
import { FromWords, isFile } from './from-words.tsx';
import { Impact } from './impact.tsx';
import { Reasoned } from './reasoned.tsx';
import { Waiting } from './waiting.tsx';

type Preview = Schema<'NoticePreview'>;

/** 录入新通知: the text of one year, then every open clock that it moves, and only then that it moves. */
export function NoticeDesk({ waiting }: { readonly waiting: Schema<'CalendarList'>['waiting'] }) {
  const { t } = useTranslation();
  const [yaml, setYaml] = useState('');
  // kept beside what was read from them: whoever looks compares the two
  const [words, setWords] = useState<string | null>(null);
  const preview = usePreview(yaml, (read, from) => {
    setYaml(read);
    setWords(from);
  });
  const shown = preview.data?.shown;
  const clear = (): void => {
    setYaml('');
    setWords(null);
    preview.reset();
  };
  const apply = useApplying(yaml, clear);
  const enter = useEntering(yaml, words, clear);
  const waits = waiting.find((one) => one.yaml === yaml);
  const write = (text: string): void => {
    setYaml(text);
    preview.reset();
    apply.reset();
    enter.reset();
  };
  return (
    <section className="sheet">
      <h2>{t('calendar.newNotice')}</h2>
      <p className="quiet small">{t('calendar.noticeHint')}</p>
      <Waiting waiting={waiting} look={write} />
      <Source yaml={yaml} write={write} />
      <div className="row" style={{ margin: '10px 0' }}>
        <Button
          type="primary"
          disabled={yaml.trim() === ''}
          loading={preview.isPending}
          onClick={() => preview.mutate()}
        >
          {t('calendar.preview')}
        </Button>
        <span className="quiet small">{t('calendar.previewFirst')}</span>
      </div>
      {preview.isError && <Trouble error={preview.error} />}
      {apply.isError && <Trouble error={apply.error} />}
      {enter.isError && <Trouble error={enter.error} />}
      {preview.data?.read && <FromWords read={preview.data.read} />}
      {shown && <Faults faults={shown.faults} />}
      {shown?.notice && (
        <Impact
          preview={shown}
          words={waits ? waits.words : words}
          changed={waits !== undefined && waits.words !== null && !waits.asRead}
          busy={apply.isPending || enter.isPending}
          enter={waits ? null : () => enter.mutate()}
          apply={waits && !waits.own ? () => shown.digest !== null && apply.mutate(shown.digest) : null}
        />
      )}
      {shown && waits && <Discard text={waits.text} />}
    </section>
  );
}

/** Puts in what another person has entered, on the consequences that were seen. */
function useApplying(yaml: string, done: () => void) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [key, setKey] = useState(newIntent);
  return useMutation({
    mutationFn: (seen: string) =>
      answered(api.POST('/api/calendar/apply', { params: intended(key), body: { yaml, seen } })),
    onSuccess: async ({ no, moved }) => {
      void message.success(t('calendar.applied', { no, moved }));
      done();
      await queries.invalidateQueries();
    },
    onSettled: () => setKey(newIntent()),
  });
}

/** Enters the text for a second person to put in. */
function useEntering(yaml: string, words: string | null, done: () => void) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [key, setKey] = useState(newIntent);
  return useMutation({
    mutationFn: () =>
      answered(
        api.POST('/api/calendar/enter', {
          params: intended(key),
          body: { yaml, ...(words === null ? {} : { words }) },
        }),
      ),
    onSuccess: async () => {
      void message.success(t('calendar.enteredNow'));
      done();
      await queries.invalidateQueries();
    },
    onSettled: () => setKey(newIntent()),
  });
}

/** A notice that waits, with a slip in it: it goes back with a reason, and may be entered anew. */
function Discard({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  return (
    <Reasoned
      hint={t('calendar.discardHint')}
      label={t('calendar.discard')}
      done={t('calendar.discarded')}
      act={(reason, key) =>
        answered(api.POST('/api/calendar/discard', { params: intended(key), body: { text, reason } }))
      }
    />
  );
}

/** Words are first read into a calendar file, which then stands in their place: what is looked at is what is put in. */
function usePreview(text: string, write: (yaml: string, words: string) => void) {
  return useMutation({
    mutationFn: async () => {
      const read = isFile(text) ? null : await answered(api.POST('/api/calendar/words', { body: { text } }));
      if (read?.yaml === null) return { read, shown: null };
      if (read) write(read.yaml, text);
      const shown = await answered(api.POST('/api/calendar/preview', { body: { yaml: read?.yaml ?? text } }));
      return { read, shown };
    },
  });
}

/** Pasted, or read from a file of this machine. */
function Source({ yaml, write }: { readonly yaml: string; readonly write: (text: string) => void }) {
  const { t } = useTranslation();
  return (
    <>
      <Input.TextArea
        className="yaml"
        rows={10}
        maxLength={50_000}
        spellCheck={false}
        value={yaml}
        aria-label={t('calendar.yaml')}
        placeholder={EXAMPLE}
        onChange={(event) => write(event.target.value)}
      />
      <Upload
        accept=".yaml,.yml,.txt"
        showUploadList={false}
        beforeUpload={(file) => {
          void file.text().then(write);
          return false;
        }}
      >
        <Button size="small" className="file">
          {t('calendar.orFile')}
        </Button>
      </Upload>
    </>
  );
}

function Faults({ faults }: { readonly faults: Preview['faults'] }) {
  const { t } = useTranslation();
  const text = useText();
  if (faults.length === 0) return null;
  return (
    <div role="alert">
      <p>{t('calendar.faulty', { count: faults.length })}</p>
      <ul className="plain">
        {faults.map((fault) => (
          <li key={`${fault.line}:${fault.column}:${fault.key}`} className="small">
            <b>{t('calendar.line', { line: fault.line })}</b> {text(fault.text)}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** How such a text runs; the year and its days are the notice's own. */
const EXAMPLE = `国务院办公厅关于2027年部分节假日安排的通知
国办发明电〔2026〕…号
……
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：……
国务院办公厅
2026年…月…日`;
