import { asRecord, into, list, misread, oneOrMore, type Place, type Read } from './read.ts';
import { id } from './words.ts';
import type { Condition } from '../model.ts';

const values = oneOrMore(id);

/**
 * A condition as authors write it: `{origin: province, grade: [general, key]}` asks for all of these at once,
 * a list of values for one of them; `any`, `all` and `not` hold further conditions.
 */
export const condition: Read<Condition> = (raw, at) => {
  const record = asRecord(raw, at);
  if (!record) return null;
  const words = Object.keys(record);
  if (words.length === 0)
    return misread(at, '{}', {
      zh: '条件是空的；不设条件就不要写 when',
      en: 'the condition is empty; leave `when` out where there is none',
    });
  const parts = words.map((key) => part(key, record[key], into(at, key)));
  const understood = parts.filter((one) => one !== null);
  const [only] = understood;
  if (understood.length < parts.length || !only) return null;
  return understood.length === 1 ? only : { all: understood };
};

const conditions: Read<readonly Condition[]> = (raw, at) => list(condition)(raw, at);

function part(key: string, raw: unknown, at: Place): Condition | null {
  if (key === 'any' || key === 'all') {
    const parts = conditions(raw, at);
    if (parts?.length === 0) return misread(at, key, { zh: `${key} 之下没有条件`, en: `nothing stands under ${key}` });
    if (!parts) return null;
    return key === 'any' ? { any: parts } : { all: parts };
  }
  if (key === 'not') {
    const not = condition(raw, at);
    return not && { not };
  }
  const oneOf = values(raw, at);
  return oneOf && { fact: key, oneOf };
}
