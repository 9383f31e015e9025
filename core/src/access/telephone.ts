/** Landline, mobile or a short service number, with area code and extension, in full or half width; several with a mark between. */
const TELEPHONE = /^\+?\(?\d[\d\s()-]{3,20}(?:\s*(?:转|分机|ext\.?|#)\s*\d{1,6})?$/i;

/** Whether each of the numbers written here is one that somebody can dial. */
export function isTelephone(written: string): boolean {
  const numbers = written.normalize('NFKC').split(/[、,;/]/);
  return numbers.every((one) => TELEPHONE.test(one.trim()));
}
