/**
 * An error of usage, with exit status 2. It has a sentence in both languages; `message` is the English one.
 */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly sentences: { readonly en: string; readonly vi: string };

  constructor(sentences: string | { readonly en: string; readonly vi: string }, options?: ErrorOptions) {
    super(typeof sentences === 'string' ? sentences : sentences.en, options);
    this.sentences = typeof sentences === 'string' ? { en: sentences, vi: sentences } : sentences;
  }
}
