import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../api/client.ts';
import { useLabels } from '../api/plan.ts';
import { useText, type Text } from '../i18n/text.ts';
import { useShortName } from '../units/short-names.ts';
import { listed } from '../i18n/listed.ts';

type Obstacle = Schema<'Obstacle'>;

/** What codes inside an obstacle are called on this screen. */
export type Callings = {
  readonly unit: (name: string) => string;
  readonly role: (id: string) => string;
  readonly evidence: (id: string) => string;
  readonly text: (said: unknown) => string;
  readonly stage: (id: string) => string;
};

type Fill = Readonly<Record<string, string | number>>;
type Details = (obstacle: Obstacle, say: Callings, t: TFunction) => Fill;

const missing: Details = ({ missing: words }, { evidence }, t) => ({ what: listed(wordsIn(words).map(evidence), t) });
const titled: Details = ({ titles }, { text }, t) => ({ what: listed(titlesIn(titles).map(text), t) });
const ofUnit: Details = ({ unitName }, { unit }) => ({ unit: unit(String(unitName)) });
const onDay: Details = ({ on }) => ({ day: String(on) });

/** What goes into the blanks of a sentence; codes without a line here have none. */
const DETAILS: Readonly<Record<string, Details>> = {
  'wrong-seat': ({ needs }, say, t) => {
    const seats = seatsIn(needs).map(({ unit, post }) =>
      t('obstacle.seat', { unit: say.unit(unit), post: post ? say.text(post) : '' }),
    );
    return { who: listed(seats, t) };
  },
  'wrong-stage': ({ needs }, { stage }, t) => ({ stages: listed(wordsIn(needs).map(stage), t) }),
  'own-work': ofUnit,
  'own-term': ofUnit,
  'extended-before': ({ times }) => ({ times: String(times) }),
  'term-over': ({ due }) => ({ day: String(due) }),
  'outer-limit': ({ title, due }, { text }) => ({ what: text(title), day: String(due) }),
  'signature-pending': ({ title }, { text }) => ({ what: text(title) }),
  'not-filed': ({ title }, { text }) => ({ what: text(title) }),
  'day-lost': ({ title, due }, { text }) => ({ what: text(title), day: String(due) }),
  closed: onDay,
  frozen: onDay,
  'too-early': ({ from }) => ({ day: String(from) }),
  'objections-open': ({ count }) => ({ count: Number(count) }),
  'question-open': ({ question }, { text }) => ({ what: text(question) }),
  'no-place': ({ what }, { text }, t) => ({ what: listed(titlesIn(what).map(text), t) }),
  'not-withdrawable': ({ why }, _say, t) => ({
    why: t(`obstacle.stays.${String(why)}`, { defaultValue: t('obstacle.other') }),
  }),
  'nobody-assigned': ({ role: id }, { role }) => ({ role: role(String(id)) }),
  'facts-missing': titled,
  'fields-missing': titled,
  'evidence-missing': missing,
  'parts-missing': ({ missing: roles }, { role }, t) => ({ what: listed(wordsIn(roles).map(role), t) }),
  'plan-missing': ({ missing: parts }, _say, t) => ({
    what: listed(
      wordsIn(parts).map((part) => t(`field.${part}`)),
      t,
    ),
  }),
  'measures-open': ({ measures }, _say, t) => ({
    what: listed(wordsIn(measures), t),
    count: wordsIn(measures).length,
  }),
};

/** The sentence for what stands in the way. A code nobody knows still says that it cannot be done. */
export function obstacleSentence(obstacle: Obstacle, t: TFunction, say: Callings): string {
  const fill = DETAILS[obstacle.code]?.(obstacle, say, t) ?? {};
  return t(`obstacle.${obstacle.code}`, { ...fill, defaultValue: t('obstacle.other') });
}

const wordsIn = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

const titlesIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Seats as the server sends them; what is not there is left blank, a post too where any will do. */
function seatsIn(value: unknown): readonly { readonly unit: string; readonly post: unknown }[] {
  const seats: readonly { unitName?: string | null; postTitle?: unknown }[] = Array.isArray(value) ? value : [];
  return seats.map(({ unitName, postTitle }) => ({ unit: unitName ?? '', post: postTitle }));
}

/** Stages as a kind of the plan names them. */
type Stages = readonly { readonly id: string; readonly title: Text }[];

/** The same sentence with the words of this dossier's edition, and of its kind where that has stages of its own. */
export function useObstacle(edition?: string, stages?: Stages): (obstacle: Obstacle) => string {
  const { t } = useTranslation();
  const unit = useShortName();
  const { role, evidence } = useLabels(edition);
  const inWords = useText();
  const text = (said: unknown): string => inWords(said as Text); // as the server sends titles
  const stage = (id: string): string =>
    inWords(stages?.find((known) => known.id === id)?.title) || t(`obstacle.point.${id}`, { defaultValue: id });
  return (obstacle) => obstacleSentence(obstacle, t, { unit, role, evidence, text, stage });
}
