import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../api/client.ts';
import { useLabels } from '../api/plan.ts';
import { useText } from '../i18n/text.ts';
import { useShortName } from '../units/short-names.ts';
import { listed } from '../i18n/listed.ts';

type Obstacle = Schema<'Obstacle'>;

/** What codes inside an obstacle are called on this screen. */
export type Callings = {
  readonly unit: (name: string) => string;
  readonly role: (id: string) => string;
  readonly evidence: (id: string) => string;
  readonly text: (said: unknown) => string;
};

/** The sentence for what stands in the way. A code nobody knows still says that it cannot be done. */
export function obstacleSentence(obstacle: Obstacle, t: TFunction, say: Callings): string {
  const missing = wordsIn(obstacle['missing']);
  switch (obstacle.code) {
    case 'wrong-seat':
      return t('obstacle.wrong-seat', {
        who: listed(
          seatsIn(obstacle['needs']).map(({ unit, post }) =>
            t('obstacle.seat', { unit: say.unit(unit), post: post ? say.text(post) : '' }),
          ),
          t,
        ),
      });
    case 'wrong-stage':
      return t('obstacle.wrong-stage', {
        stages: listed(
          wordsIn(obstacle['needs']).map((stage) => t(`register.stage.${stage}`)),
          t,
        ),
      });
    case 'own-work':
      return t('obstacle.own-work', { unit: say.unit(String(obstacle['unitName'])) });
    case 'own-term':
      return t('obstacle.own-term', { unit: say.unit(String(obstacle['unitName'])) });
    case 'extended-before':
      return t('obstacle.extended-before', { times: String(obstacle['times']) });
    case 'term-over':
      return t('obstacle.term-over', { day: String(obstacle['due']) });
    case 'outer-limit':
      return t('obstacle.outer-limit', { what: say.text(obstacle['title']), day: String(obstacle['due']) });
    case 'closed':
      return t('obstacle.closed', { day: String(obstacle['on']) });
    case 'nobody-assigned':
      return t('obstacle.nobody-assigned', { role: say.role(String(obstacle['role'])) });
    case 'facts-missing':
      return t('obstacle.facts-missing', { what: listed(titlesIn(obstacle['titles']).map(say.text), t) });
    case 'evidence-missing':
      return t('obstacle.evidence-missing', { what: listed(missing.map(say.evidence), t) });
    case 'parts-missing':
      return t('obstacle.parts-missing', { what: listed(missing.map(say.role), t) });
    case 'plan-missing':
      return t('obstacle.plan-missing', {
        what: listed(
          missing.map((part) => t(`field.${part}`)),
          t,
        ),
      });
    case 'measures-open':
      return t('obstacle.measures-open', {
        what: listed(wordsIn(obstacle['measures']), t),
        count: wordsIn(obstacle['measures']).length,
      });
    default:
      return t(`obstacle.${obstacle.code}`, { defaultValue: t('obstacle.other') });
  }
}

const wordsIn = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

const titlesIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Seats as the server sends them; what is not there is left blank, a post too where any will do. */
function seatsIn(value: unknown): readonly { readonly unit: string; readonly post: unknown }[] {
  const seats: readonly { unitName?: string | null; postTitle?: unknown }[] = Array.isArray(value) ? value : [];
  return seats.map(({ unitName, postTitle }) => ({ unit: unitName ?? '', post: postTitle }));
}

/** The same sentence with the words of this dossier's edition. */
export function useObstacle(edition?: string): (obstacle: Obstacle) => string {
  const { t } = useTranslation();
  const unit = useShortName();
  const { role, evidence } = useLabels(edition);
  const inWords = useText();
  const text = (said: unknown): string => inWords(said as Parameters<typeof inWords>[0]); // as the server sends titles
  return (obstacle) => obstacleSentence(obstacle, t, { unit, role, evidence, text });
}
