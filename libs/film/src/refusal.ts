/**
 * Something foreseen that a person can put right: one plain sentence that names the thing and the way out.
 * Everything else that is thrown is a bug.
 */
export class Refusal extends Error {
  readonly code: string;

  constructor(code: string, sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.name = 'Refusal';
    this.code = code;
  }
}
