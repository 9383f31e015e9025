import { buffer } from 'node:stream/consumers';
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Figure } from '../bench/figure.ts';
import { zipStream } from '../files/zip-stream.ts';
import { onSite, type Site } from './site.ts';

const BAD = 12;

/** A cell where no sheet reaches, a dozen times at once, and then a good list: every one is answered, the good one is read. */
export async function measureWorkbooks(home: string): Promise<readonly Figure[]> {
  const { answered, read } = await onSite(home, true, async (site) => {
    const far = await workbook('<row r="999999999"><c r="A999999999" t="inlineStr"><is><t>x</t></is></c></row>');
    const good = await workbook('<row r="1"><c r="A1" t="inlineStr"><is><t>问题</t></is></c></row>');
    const bad = Array.from({ length: BAD }, () => send(site, far));
    const last = send(site, good);
    const statuses = await Promise.all(bad);
    return { answered: statuses.filter((status) => status === 422).length / BAD, read: (await last) === 201 ? 1 : 0 };
  });
  const figure = (what: string, value: number): Figure => ({
    part: 'workbooks',
    what: `${BAD} 个坏表格之后 / after ${BAD} bad workbooks: ${what}`,
    value,
    unit: '',
    target: { at: 'least', value: 1 },
  });
  return [figure('坏表格得到答复 / bad ones answered', answered), figure('好表格读完 / the good one read', read)];
}

async function send({ base, cookie }: Site, bytes: Buffer): Promise<number> {
  const headers = { cookie, 'content-type': 'application/octet-stream', 'idempotency-key': randomUUID() };
  const body = Uint8Array.from(bytes);
  const url = `${base}/api/imports?name=${encodeURIComponent('清单.xlsx')}`;
  return fetch(url, { method: 'POST', headers, body }).then(
    ({ status }) => status,
    () => 0,
  );
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A workbook of one sheet with these rows. */
function workbook(rows: string): Promise<Buffer> {
  const types = ['workbook.xml', 'worksheets/sheet1.xml'].map(
    (name, at) => `<Override PartName="/xl/${name}" ContentType="${TYPE}.${['sheet.main', 'worksheet'][at]}+xml"/>`,
  );
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${types.join('')}</Types>`,
    '_rels/.rels': related('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': related('worksheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
  };
  return buffer(
    Readable.from(zipStream(Object.entries(parts).map(([name, text]) => ({ name, content: [Buffer.from(text)] })))),
  );
}

const related = (type: string, target: string): string =>
  `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/${type}" Target="${target}"/></Relationships>`;
