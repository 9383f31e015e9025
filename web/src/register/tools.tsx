import { useTranslation } from 'react-i18next';
import { ColumnChooser, type Density } from '../lists/column-chooser.tsx';
import { ListTools } from '../lists/list-tools.tsx';
import { SavedQueries } from '../lists/saved-queries.tsx';
import { GROUPS, USUAL } from './column-groups.ts';
import { exportAddress, type Filters } from './query.ts';
import { RegisterForm } from './register-form.tsx';

type Tray = {
  readonly filters: Filters;
  readonly ask: (filters: Filters) => void;
  readonly look: {
    readonly shown: readonly string[];
    readonly choose: (columns: readonly string[]) => void;
    readonly density: Density;
    readonly space: (density: Density) => void;
  };
  readonly done: () => void;
};

/** What is done with the register as a whole. */
export function Tools({ filters, ask, look, done }: Tray) {
  const { t } = useTranslation();
  const groups = GROUPS.map(({ id, columns }) => ({
    title: t(`register.group.${id}`),
    columns: columns.map((column) => ({ id: column, label: t(`register.${column}`) })),
  }));
  return (
    <>
      <SavedQueries list="register" asked={filters} ask={ask} />
      <ColumnChooser {...look} groups={groups} usual={USUAL} />
      <ListTools workbook={exportAddress(filters, ['number', ...look.shown])} />
      <RegisterForm done={done} />
    </>
  );
}
