import { Tooltip } from 'antd';
import { useLabels } from './plan.ts';

/** A clause id that says what it asks when looked at. */
export function Clause({ id, edition }: { readonly id: string | null | undefined; readonly edition?: string }) {
  const { clause } = useLabels(edition);
  if (!id) return null;
  return (
    <Tooltip title={clause(id)}>
      {/* reached by keyboard too: the tooltip is the only place where the clause says what it asks */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <span className="clause" tabIndex={0}>
        {id}
      </span>
    </Tooltip>
  );
}
