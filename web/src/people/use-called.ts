import { useTranslation } from 'react-i18next';
import { useText } from '../i18n/text.ts';
import { useUnitNamed } from '../units/short-names.ts';
import type { Person } from './seats.ts';

/** A person as one is chosen: by name with the posts of today beside it, so that two of one name are told apart. */
export function useCalled(): (person: Person) => string {
  const { t } = useTranslation();
  const text = useText();
  const unitNamed = useUnitNamed();
  return ({ name, postings }) => {
    const posts = postings
      .filter(({ held }) => held)
      .map((held) => t('obstacle.seat', { unit: unitNamed(held.unit), post: text(held.postName) }));
    return `${name}　${posts.join(t('list.comma')) || t('people.noPosts')}`;
  };
}
