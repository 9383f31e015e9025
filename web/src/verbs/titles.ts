import { useTranslation } from 'react-i18next';
import { useText } from '../i18n/text.ts';
import { useShortName } from '../units/short-names.ts';
import { isFirstFilling } from './arrange.ts';
import type { Filed, Offer } from './verb.ts';

/** So much of a line tells two of one unit apart on a button. */
const SHOWN = 16;
const clipped = (words: string): string => (words.length > SHOWN ? `${words.slice(0, SHOWN)}…` : words);

/** What a verb is called here: a step by its own name, the rest by the verb; whose it is, and for which line, where that tells two apart. */
export function useTitle(dossier: Pick<Filed, 'offers'>): (offer: Offer) => string {
  const { t } = useTranslation();
  const text = useText();
  const short = useShortName();
  return (offer) => {
    const same = dossier.offers.filter((other) => other.type === offer.type);
    const whose = same.length > 1 && offer.unitName ? [short(offer.unitName)] : [];
    const twins = offer.type === 'Urge' && same.filter(({ unitName }) => unitName === offer.unitName).length > 1;
    const which = [...whose, ...(twins && offer.title ? [clipped(text(offer.title))] : [])].join('：');
    const external = offer.type === 'TakeStep' && offer.needs.recorded;
    const nothing = offer.type === 'ExtendTerm' && offer.target === null;
    if (isFirstFilling(offer)) return t('verbs.FillSheet.first');
    return (
      t(external ? 'verbs.TakeStep.external' : nothing ? 'verbs.ExtendTerm.none' : `verbs.${offer.type}`, {
        title: text(offer.title),
        defaultValue: text(offer.title) || offer.type,
      }) + (which && `（${which}）`)
    );
  };
}
