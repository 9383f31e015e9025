import { withoutMarks } from '../../files/plain-name.ts';

/** `Content-Disposition` of a file that is saved and never shown inside our page; its name has no marks that turn its direction (RFC 6266, 8187). */
export const attachment = (name: string): string =>
  `attachment; filename*=UTF-8''${encodeURIComponent(withoutMarks(name)).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`;
