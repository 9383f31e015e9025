import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../i18n/text.ts';
import { isMisread, valueOfCell, wordsOfCell } from '../cell-words.ts';
import type { Control } from '../field.ts';
import { textIn } from '../narrow.ts';
import { useCellWords } from '../use-cell-words.ts';
import { isAccount } from '../width.ts';

/** Words: one line for a name, several for an account. What is personal is covered while nobody writes in it. */
export function TextControl({ field, value, onChange, id }: Control) {
  const longest = field.longest ?? 2000;
  const text = textIn(value) ?? '';
  const put = (written: string): void => onChange?.(written === '' ? undefined : written);
  const shared = { id, maxLength: longest, value: text, className: field.personal ? 'covered' : '' };
  return isAccount(field) ? (
    <Input.TextArea
      {...shared}
      autoSize={{ minRows: 2, maxRows: 10 }}
      showCount={text.length > longest * 0.8}
      onChange={(event) => put(event.target.value)}
    />
  ) : (
    <Input {...shared} autoComplete="off" onChange={(event) => put(event.target.value)} />
  );
}

/** A number in its measure. Nothing is rounded: what was typed and cannot be one stays, and is pointed at. */
export function NumberControl(given: Control) {
  return <FigureWritten {...given} measure={useText()(given.field.measure)} />;
}

/** Yuan on the screen, fen in the record. */
export function MoneyControl(given: Control) {
  const { t } = useTranslation();
  return <FigureWritten {...given} measure={t('sheet.yuan')} />;
}

/** Words while it is typed, a value from then on. */
function FigureWritten({ field, value, onChange, id, measure }: Control & { readonly measure: string }) {
  const say = useCellWords();
  const [typed, setTyped] = useState<string | null>(null);
  const write = (words: string): void => {
    setTyped(words);
    onChange?.(valueOfCell(field, words, say));
  };
  return (
    <Input
      id={id}
      inputMode="decimal"
      autoComplete="off"
      suffix={measure || <span />}
      status={typed === null && isMisread(field, value, say) ? 'error' : ''}
      value={typed ?? wordsOfCell(field, value, say)}
      onChange={(event) => write(event.target.value)}
      onBlur={() => setTyped(null)}
    />
  );
}
