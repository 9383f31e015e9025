import { Skeleton } from 'antd';

/** Keeps the layout still while the dossier is fetched. */
export function Bones() {
  return (
    <div className="dossier-page" aria-busy>
      <Skeleton active title={{ width: 360 }} paragraph={{ rows: 2 }} />
      <div className="stagebar" style={{ height: 58 }} />
      <div className="dossier">
        <div className="sheet">
          <Skeleton active paragraph={{ rows: 8 }} />
        </div>
        <aside className="sheet">
          <Skeleton active paragraph={{ rows: 8 }} />
        </aside>
      </div>
    </div>
  );
}
