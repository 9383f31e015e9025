import { Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { useText } from '../../i18n/text.ts';
import { fenOf, yuanOf } from '../money.ts';
import { numberIn, textIn } from '../narrow.ts';
import type { Control } from '../field.ts';
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

/** A number in its measure; the bounds are the sheet's. */
export function NumberControl({ field, value, onChange, id }: Control) {
  const text = useText();
  return (
    <InputNumber
      id={id}
      style={{ width: '100%' }}
      value={numberIn(value) ?? null}
      onChange={(number) => onChange?.(number ?? undefined)}
      {...(field.decimals === undefined ? {} : { precision: field.decimals })}
      {...(field.atLeast === undefined ? {} : { min: field.atLeast })}
      {...(field.atMost === undefined ? {} : { max: field.atMost })}
      suffix={text(field.measure)}
    />
  );
}

/** Yuan on the screen, fen in the record. */
export function MoneyControl({ value, onChange, id }: Control) {
  const { t } = useTranslation();
  const fen = numberIn(value);
  return (
    <InputNumber<string>
      id={id}
      stringMode
      style={{ width: '100%' }}
      value={fen === undefined ? null : yuanOf(fen).replaceAll(',', '')}
      formatter={(written) => thousandsApart(written ?? '')}
      parser={(written) => (written ?? '').normalize('NFKC').replaceAll(/[,\s]/g, '')}
      precision={2}
      onChange={(yuan) => onChange?.(yuan ? (fenOf(yuan) ?? undefined) : undefined)}
      suffix={t('sheet.yuan')}
    />
  );
}

function thousandsApart(written: string): string {
  const [yuan = '', ...rest] = written.split('.');
  return [yuan.replaceAll(/\B(?=(?:\d{3})+$)/g, ','), ...rest].join('.');
}
