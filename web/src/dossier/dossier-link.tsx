import { Link } from '@tanstack/react-router';
import type { Schema } from '../api/client.ts';
import { useAddress } from '../kinds/address.ts';

/** Another dossier by its number and title; opens it. */
export function DossierLink({ link }: { readonly link: Omit<Schema<'DossierLink'>, 'how'> }) {
  const address = useAddress();
  return (
    <Link {...address(link.kind, link.dossier)}>
      {link.number} {link.title}
    </Link>
  );
}
