import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { pageOf } from './about.ts';

/** The page that is spoken of, by its name; it leads there, with the query that was asked. */
export function PageLink({ address }: { readonly address: string }) {
  const { t } = useTranslation();
  const { history } = useRouter();
  const page = pageOf(address);
  if (page === null) return null;
  return (
    <a
      href={address}
      title={address}
      onClick={(event) => {
        event.preventDefault();
        history.push(address);
      }}
    >
      {t(`feedback.page.${page}`)}
    </a>
  );
}
