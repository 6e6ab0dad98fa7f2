import type { Document } from '../types.ts';

type Readable = Exclude<Document, { kind: 'broken' }>;
/** What of a document only its own page, and what leads to it, ask for: about half of it. */
type Rest = Pick<Readable, 'headings' | 'ids' | 'references'>;
type Head = Omit<Readable, keyof Rest>;

/** A document as JSON in two parts, of which the second can wait. */
export function splitDocument(document: Document): { readonly head: string; readonly rest: string } {
  if (document.kind === 'broken') return { head: JSON.stringify(document), rest: '' };
  const { headings, ids, references, ...head } = document;
  return { head: JSON.stringify(head), rest: JSON.stringify({ headings, ids, references }) };
}

/** The document of {@link splitDocument}: `head` parsed, `rest` as UTF-8, which is parsed when something of it is asked for. */
export const joinDocument = (head: object, rest: Uint8Array): Document => (rest.length === 0 ? (head as Document) : (new KeptDocument(head as Head, rest) as unknown as Document));

/** The document with other front matter. Copying one with `...` would leave out what it has not read yet. */
export const withData = <Given extends Readable>(document: Given, data: Given['data']): Given => (document instanceof KeptDocument ? (document.with(data) as unknown as Given) : { ...document, data });

/** A class, since there are as many as files. */
class KeptDocument implements Omit<Readable, 'kind' | 'data'> {
  readonly kind: Head['kind'];
  readonly path: Head['path'];
  readonly digest: Head['digest'];
  readonly data: Head['data'];
  readonly body: Head['body'];
  readonly excerpt: Head['excerpt'];
  readonly files: Head['files'];
  readonly words: Head['words'];
  readonly messages: Head['messages'];
  readonly #bytes: Uint8Array;
  #rest: Rest | undefined;

  constructor(head: Head, bytes: Uint8Array) {
    this.kind = head.kind;
    this.path = head.path;
    this.digest = head.digest;
    this.data = head.data;
    this.body = head.body;
    this.excerpt = head.excerpt;
    this.files = head.files;
    this.words = head.words;
    this.messages = head.messages;
    this.#bytes = bytes;
  }
  get headings(): Rest['headings'] {
    return this.#read().headings;
  }
  get ids(): Rest['ids'] {
    return this.#read().ids;
  }
  get references(): Rest['references'] {
    return this.#read().references;
  }
  with(data: Head['data']): KeptDocument {
    return new KeptDocument({ ...this, data } as Head, this.#bytes);
  }
  #read(): Rest {
    this.#rest ??= JSON.parse(Buffer.from(this.#bytes.buffer, this.#bytes.byteOffset, this.#bytes.byteLength).toString('utf8')) as Rest;
    return this.#rest;
  }
}
