import { finishImports } from '../../operations/imports/finish.ts';
import { importer } from '../imports.ts';
import { visitor } from '../office.ts';
import type { Door, Ground } from './door.ts';

const MAPPING = {
  columns: [{ column: 1, field: 'problem' }],
  head: '1',
  chosen: { origin: 'city', 'pictures:0': 'none' },
};
const BLANKS = { blanks: [{ field: 'unit', choose: 'none', reason: '演示' }] };

/** Doors of imports, in the order in which one is brought in. */
export const importDoors = ({ clerk, import: { id, bytes, sheet }, office }: Ground): Record<string, Door> => {
  const path = { id };
  const settling = (name: string, body: object, before?: () => Promise<void>): Door => ({
    by: clerk,
    answered: 200,
    path,
    bodies: { [name]: () => body },
    ...(before ? { before } : {}),
  });
  return {
    receiveImport: { by: clerk, answered: 201, query: { name: '又一份.xlsx' }, bytes },
    listImports: { by: clerk, answered: 200 },
    readImport: { by: clerk, answered: 200, path },
    readImportRows: { by: clerk, answered: 200, path, query: { pile: 'ready', after: '0', size: '10' } },
    readImportTemplate: { by: clerk, answered: 200 },
    readImportPicture: { by: clerk, answered: 200, path: { ...path, picture: '3-4' } },
    readImportErrors: { by: clerk, answered: 200, path },
    chooseImportSheet: settling('ChooseSheet', { sheet }),
    correctImportMapping: settling('CorrectMapping', MAPPING),
    decideImportBlanks: settling('DecideBlanks', BLANKS),
    decideImport: settling('DecideImport', { decisions: [{ on: 'row:2', choose: 'skip', value: '', reason: '演示' }] }),
    applyImport: settling('ApplyImport', { skipOpen: true }, async () => {
      const asks = visitor(office.app, clerk);
      await asks.post(`/imports/${id}/mapping`, MAPPING);
      await asks.post(`/imports/${id}/blanks`, BLANKS);
      await importer(office, clerk).answerAll(id);
    }),
    undoImport: settling('UndoImport', { reason: '（演示）误传' }, () => finishImports(office.services)),
    discardImport: settling('DiscardImport', { reason: '（演示）不再需要' }, () => finishImports(office.services)),
  };
};
