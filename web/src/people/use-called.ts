import { useTranslation } from 'react-i18next';
import { useText } from '../i18n/text.ts';
import { useUnitNamed } from '../units/short-names.ts';
import type { Person } from './seats.ts';
import { hasNamesake } from './told-apart.ts';
import { usePeople } from './use-people.ts';

/** The posts of today with their units: 县水务局经办人、联络员. */
function useSeated(): (person: Person) => string {
  const { t } = useTranslation();
  const text = useText();
  const unitNamed = useUnitNamed();
  return ({ postings, unitName }) =>
    postings
      .filter(({ held }) => held)
      .map((held) => t('obstacle.seat', { unit: unitNamed(held.unit), post: text(held.postName) }))
      .join(t('list.comma')) ||
    unitName ||
    t('people.noPosts');
}

/** A person as one is chosen: by name with the posts of today beside it. */
export function useCalled(): (person: Person) => string {
  const seated = useSeated();
  return (person) => `${person.name}　${seated(person)}`;
}

/**
 * A person as one is spoken of: by name, with unit and post where another is called the same, and with telephone or user name
 * where he sits there too.
 */
export function useNamed(): (person: Person) => string {
  const people = usePeople().data ?? [];
  const seated = useSeated();
  const called = (person: Person): string => `${person.name}（${seated(person)}）`;
  return (person) => {
    if (!hasNamesake(person, people)) return person.name;
    const alike = people.some((one) => one.id !== person.id && called(one) === called(person));
    const aside = alike ? (person.phone ?? person.username ?? '') : '';
    return aside === '' ? called(person) : `${person.name}（${seated(person)} ${aside}）`;
  };
}
