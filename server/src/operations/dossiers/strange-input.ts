/** One fault of an input: where, and what, in both languages. */
type Fault = { readonly at: string; readonly message: string; readonly messageEn: string };

/** An address that fits its schema and still asks for nothing that could be: the door answers 400 with these words. */
export class StrangeInput extends Error {
  readonly statusCode = 400;
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.messageEn);
    this.name = 'StrangeInput';
    this.fault = fault;
  }
}
