/**
 * A refusal that a person reads: `codice` is stable (`noun.reason`), `messaggio` is one Italian sentence that says what
 * happened and what to do. It crosses the process boundary as `{codice, messaggio}`, never with a stack.
 */
export class ErroreApprodo extends Error {
  readonly codice: string;

  constructor(codice: string, messaggio: string, options?: ErrorOptions) {
    super(messaggio, options);
    this.name = 'ErroreApprodo';
    this.codice = codice;
  }

  get messaggio(): string {
    return this.message;
  }
}
