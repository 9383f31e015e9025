import { Empty } from 'antd';
import type { ReactNode } from 'react';

/** An empty list says so, and what comes next. */
export function Nothing({ says, hint }: { readonly says: string; readonly hint: ReactNode }) {
  return (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={null}>
      <div>{says}</div>
      <div className="quiet small">{hint}</div>
    </Empty>
  );
}
