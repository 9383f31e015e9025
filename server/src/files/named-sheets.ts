import { posix } from 'node:path';

/** A sheet as the workbook names it, and the part it stands in; null where nothing says which. */
export type NamedSheet = {
  readonly name: string;
  readonly state: string;
  readonly part: string | null;
};

/** What the workbook's own part and its relationships say is in the file. `strings`, `styles`: parts, where there are any. */
export type Contents = {
  readonly sheets: readonly NamedSheet[];
  readonly strings: string | null;
  readonly styles: string | null;
};

type Attributes = Readonly<Record<string, string>>;

const TAG = (name: string): RegExp =>
  new RegExp(`<(?:[\\w.-]+:)?${name}(?=[\\s/>])((?:"[^"]*"|'[^']*'|[^"'>])*)>`, 'g');
const ATTRIBUTE = /(?:[\w.-]+:)?([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const SIGNS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (whole, hex, digits, name) => {
    if (name !== undefined) return SIGNS[String(name).toLowerCase()] ?? whole;
    const code = hex === undefined ? Number(digits) : Number.parseInt(String(hex), 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Attributes of every element of a name, whatever its prefix; prefixes of attributes are left out too. */
export function elements(xml: string, name: string): readonly Attributes[] {
  const text = xml.replace(/<!--[\s\S]*?-->/g, '');
  return [...text.matchAll(TAG(name))].map(([, inside = '']) =>
    Object.fromEntries(
      [...inside.matchAll(ATTRIBUTE)].map(([, key = '', double, single]) => [key, decoded(double ?? single ?? '')]),
    ),
  );
}

/** Sheets that hold rows. Charts and dialogs have none and are not missed. */
const WITHOUT_ROWS = /\/(?:chartsheet|dialogsheet)$/;

/** Reads what a workbook names: its sheets in their order, with the part of the archive that each one is. */
export function contentsOf(workbook: string, relations: string): Contents {
  const related = elements(relations, 'Relationship');
  const partOf = (relation: Attributes | undefined): string | null =>
    relation?.['Target'] === undefined || relation['TargetMode'] === 'External' ? null : placeOf(relation['Target']);
  const sheets = elements(workbook, 'sheet').map((sheet) => ({
    sheet,
    relation: related.find(({ Id }) => Id === sheet['id']),
  }));
  const ending = (type: string): string | null =>
    partOf(related.find(({ Type }) => Type?.endsWith(`/${type}`) === true));
  return {
    sheets: sheets
      .filter(({ relation }) => !WITHOUT_ROWS.test(relation?.['Type'] ?? ''))
      .map(({ sheet, relation }) => ({
        name: sheet['name'] ?? '',
        state: sheet['state'] ?? 'visible',
        part: partOf(relation),
      })),
    strings: ending('sharedStrings'),
    styles: ending('styles'),
  };
}

// Targets are addresses seen from xl/: “worksheets/a.xml”, “/xl/worksheets/a.xml”, “../xl/worksheets/a.xml”, with %20 or without.
function placeOf(target: string): string {
  const written = target.trim().replaceAll('\\', '/');
  const place = posix.normalize(written.startsWith('/') ? written.slice(1) : `xl/${written}`);
  try {
    return decodeURI(place);
  } catch {
    return place;
  }
}
