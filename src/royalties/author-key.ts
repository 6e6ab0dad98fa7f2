/** An author as the royalties know one: by id when the registry has an entry, else by name alone. */
export interface PaidAuthor {
  readonly id?: string;
  readonly author: string;
}

/** The same text for one author's rows, whatever the author is called. */
export const authorKey = ({ id, author }: PaidAuthor): string =>
  (id ?? author).normalize('NFC').toLowerCase();
