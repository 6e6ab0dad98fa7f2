import type { Digest, SourcePath } from '../brands.ts';
import { digestOf } from '../bytes/digest.ts';
import { fromUtf8 } from '../bytes/utf8.ts';
import type { Document } from '../types.ts';

type Readable = Exclude<Document, { kind: 'broken' }>;
/** The part of a document that only its own page, and links to it, need: about half of it. */
type Rest = Pick<Readable, 'headings' | 'ids' | 'references'>;
type Head = Omit<Readable, keyof Rest>;

/**
 * The part of every document that each start needs, as an array: without keys, and without fields that most
 * do not have.
 */
export type KeptHead =
  | readonly [kind: 'broken', messages: Document['messages']]
  | readonly [
      kind: Head['kind'],
      data: Head['data'],
      body: Digest,
      words: number,
      excerpt: string,
      messages?: Head['messages'] | null,
      files?: Head['files'],
    ];

/** What is known of a document by its file. */
type Known = Pick<Document, 'path' | 'digest'>;

const none: readonly never[] = [];

export interface Split {
  readonly head: string;
  readonly rest: string;
  /**
   * Digest of everything that other pages can show of it. A change of words in the body does not change it.
   */
  readonly outline: Digest;
}

/** A document without its path and digest as JSON in two parts, of which the second can wait. */
export function splitDocument(document: Document): Split {
  const { path, messages } = document;
  if (document.kind === 'broken')
    return {
      head: JSON.stringify(['broken', messages] satisfies KeptHead),
      rest: '',
      outline: document.digest,
    };
  const { kind, data, body, words, excerpt, files, headings, ids, references } = document;
  const more: readonly unknown[] = files ? [messages, files] : messages.length > 0 ? [messages] : [];
  const rest = JSON.stringify({ headings, ids, references });
  const outline = digestOf(`${JSON.stringify([kind, path, data, excerpt])}${rest}`);
  return { head: JSON.stringify([kind, data, body, words, excerpt, ...more]), rest, outline };
}

/**
 * The document of {@link splitDocument}: `head` parsed, `rest` as UTF-8, which is parsed when something of it
 * is asked for.
 */
export const joinDocument = (file: Known, head: KeptHead, rest: Uint8Array): Document =>
  head[0] === 'broken'
    ? { kind: 'broken', path: file.path, digest: file.digest, messages: head[1] }
    : (new KeptDocument(toHead(file, head), rest) as unknown as Document);

const toHead = (
  { path, digest }: { path: SourcePath; digest: Digest },
  [kind, data, body, words, excerpt, messages, files]: Exclude<KeptHead, readonly ['broken', unknown]>,
): Head => ({ kind, path, digest, data, body, excerpt, files, words, messages: messages ?? none }) as Head;

/** The document with other front matter. Copying one with `...` would leave out what it has not read yet. */
export const withData = <Given extends Readable>(document: Given, data: Given['data']): Given =>
  document instanceof KeptDocument ? (document.with(data) as unknown as Given) : { ...document, data };

/** A class, since there is one for each file. */
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
    this.#rest ??= JSON.parse(
      fromUtf8(Buffer.from(this.#bytes.buffer, this.#bytes.byteOffset, this.#bytes.byteLength)),
    ) as Rest;
    return this.#rest;
  }
}
