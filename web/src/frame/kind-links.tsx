import { RightOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { useText } from '../i18n/text.ts';
import type { Kind } from '../kinds/kind.ts';
import { useMenuGroups } from '../kinds/menu-groups.ts';
import { paths } from '../paths.ts';

/** Kinds of dossier that the plan puts into the menu, under its own heads. */
export function KindLinks() {
  const text = useText();
  return useMenuGroups().map(({ title, kinds }) => (
    <section key={title.zh} aria-label={text(title)}>
      <hr />
      <h2 className="label">{text(title)}</h2>
      {kinds.map((kind) => (
        <KindLink key={kind.id} kind={kind} />
      ))}
    </section>
  ));
}

/** The same for the thumb, where the bar has no room for them. */
export function KindRows() {
  const text = useText();
  return useMenuGroups().map(({ title, kinds }) => (
    <nav key={title.zh} className="sheet phone-only other-pages" aria-label={text(title)}>
      <h2>{text(title)}</h2>
      {kinds.map((kind) => (
        <KindLink key={kind.id} kind={kind} far />
      ))}
    </nav>
  ));
}

function KindLink({ kind, far = false }: { readonly kind: Kind; readonly far?: boolean }) {
  const name = useText()(kind.title);
  return (
    <Link
      to={paths.kind}
      params={{ kind: kind.id }}
      title={name}
      activeProps={{ className: 'active' }}
      activeOptions={{ includeSearch: false }}
    >
      {/* many kinds and few signs that anybody knows: its own first character tells them apart where the menu is narrow */}
      <span className="glyph" aria-hidden>
        {name.slice(0, 1)}
      </span>{' '}
      <span className={far ? 'grow' : 'label'}>{name}</span>
      {far && <RightOutlined aria-hidden />}
    </Link>
  );
}
