import { isUtf8 } from 'node:buffer';
import { isRemote } from '../addresses/locate.ts';
import type { Digest, SourcePath } from '../brands.ts';
import { digestOf } from '../bytes/digest.ts';
import { unreadable } from '../bytes/read-if-allowed.ts';
import { sourceText, toUtf8 } from '../bytes/utf8.ts';
import { toDateTime } from '../dates/date-time.ts';
import { diagnose, placeAt } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { readForeignLink } from '../front-matter/foreign-link.ts';
import { type FrontMatter, readFrontMatter } from '../front-matter/front-matter.ts';
import { heldBackLine } from '../front-matter/held-back-lines.ts';
import { type FieldOptions, validate } from '../front-matter/validate.ts';
import { foreignFields } from '../markdown/foreign-fields.ts';
import type { Markdown, MarkdownResult } from '../markdown/process.ts';
import { punctuateFields } from '../markdown/punctuate-fields.ts';
import { isSmart } from '../markdown/smart-punctuation.ts';
import { articleTexts, type SearchField } from '../search/article-texts.ts';
import { packTerms } from '../search/kept-terms.ts';
import { termsOf } from '../search/terms.ts';
import type { Document, DocumentKind, Reference } from '../types.ts';

export interface ParseOptions {
  readonly markdown: Markdown;
  readonly fields: FieldOptions;
  /** Languages whose straight marks are made into those of print. */
  readonly smartPunctuation: readonly string[];
  /** What the search of the site looks through; nothing where it has none. */
  readonly searched: readonly SearchField[];
}

export interface Parsed {
  readonly document: Document;
  /** The body's HTML with its tokens; empty for a broken document. */
  readonly body: string;
  /** What the search finds an article by, as the store keeps it. */
  readonly terms?: Uint8Array;
}

/**
 * Makes a document of one file's bytes. It sees that file alone, so the result can be kept until the bytes
 * change.
 */
export async function parse(
  { path, kind, bytes }: { path: SourcePath; kind: DocumentKind; bytes: Buffer },
  { markdown, fields, smartPunctuation, searched }: ParseOptions,
): Promise<Parsed> {
  const digest = digestOf(bytes);
  const broken = (messages: readonly Diagnostic[]): Parsed => ({
    document: { kind: 'broken', path, digest, messages },
    body: '',
  });
  /** Refuses a file as a whole. For a category, the line that would hold it back is reported too. */
  const refused = (message: Diagnostic, text: string): Parsed => {
    const toDate = (date: string) => toDateTime(date, fields.timeZone, fields.dates);
    const held = kind === 'category' ? heldBackLine({ text, path, toDate }) : undefined;
    return broken(held ? [message, held] : [message]);
  };
  if (!isUtf8(bytes)) return refused(notUtf8(bytes, path), bytes.toString('latin1'));
  const text = sourceText(bytes);
  const written = readFrontMatter({ text, path });
  if ('rule' in written) return refused(written, text);
  const { matter, messages: ofLink } =
    kind === 'article' ? readForeignLink(written, path) : { matter: written, messages: [] };
  const { data: read, messages: ofFields } = validate({ kind, matter, path, options: fields });
  const language = typeof read?.lang === 'string' ? read.lang : fields.language;
  const data = read && isSmart(smartPunctuation, language) ? punctuateFields(read) : read;
  const ofTexts = data ? foreignFields({ fields: matter.fields, data, names: fields.keys, path }) : [];
  const unplaced = [...ofLink, ...ofFields, ...ofTexts];
  const messages = unplaced.some((message) => message.field) ? await place(unplaced, matter) : unplaced;
  const result = await markdown({
    text: matter.body,
    path,
    line: matter.bodyLine,
    language,
    title: data && 'title' in data && typeof data.title === 'string' ? data.title : '',
  });
  const all = [
    ...messages,
    ...result.messages.map((message) =>
      message.line === undefined ? { ...message, line: matter.bodyLine, column: 1 } : message,
    ),
  ];
  const isBodyLost = result.messages.some(
    ({ rule }) => rule === 'nested-too-deep' || rule === 'plugin-failed',
  );
  // A category and an author are more than their text.
  if (!data || (isBodyLost && (kind === 'article' || kind === 'page'))) return broken(all);
  if (isEmpty({ kind, data, result }))
    all.push(diagnose('empty-body', path, { line: matter.bodyLine, column: 1 }));
  const { html: body, references } = result;
  const document = toDocument({ kind, path, digest, data, result, messages: all });
  if (document.kind !== 'article' || searched.length === 0) return { document, body };
  const texts = articleTexts({ data: document.data, references, html: body, fields: searched });
  return { document, body, terms: packTerms(termsOf(texts)) };
}

interface DocumentInput {
  readonly kind: DocumentKind;
  readonly path: SourcePath;
  readonly digest: Digest;
  readonly data: object;
  readonly result: MarkdownResult;
  readonly messages: readonly Diagnostic[];
}

function toDocument({ kind, path, digest, data, result, messages }: DocumentInput): Document {
  const { html, headings, ids, references, words } = result;
  const files = references.flatMap(filesOf);
  return {
    kind,
    path,
    digest,
    data,
    body: digestOf(toUtf8(html)),
    // Where there is a summary nothing shows the excerpt, and a change of the first words concerns no other
    // page.
    excerpt: 'summary' in data && data.summary !== undefined ? '' : result.excerpt,
    headings,
    ...(ids.length > 0 && { ids }),
    references,
    ...(files.length > 0 && { files }),
    words,
    messages,
    // The schema of `kind` made `data`: this is the one place where the two are joined.
  } as unknown as Document;
}

/** Elements that show something without a word. */
const showing = /<(?:img|a|iframe|video|audio|svg|object|embed|canvas|math|form)\b/i;
/** Fields by which an article shows something without a text. */
const filling = ['image', 'link'] as const;

/** Whether a page would show nothing but its title. Drafts are to be written yet. */
const isEmpty = ({
  kind,
  data,
  result,
}: {
  readonly kind: DocumentKind;
  readonly data: object;
  readonly result: MarkdownResult;
}): boolean => {
  if (kind !== 'article' && kind !== 'page') return false;
  if (result.words > 0 || result.references.length > 0 || showing.test(result.html)) return false;
  const fields = data as Readonly<Record<string, unknown>>;
  const isPublic = fields.status === undefined || fields.status === 'approved';
  const attachments = Array.isArray(fields.attachments) ? fields.attachments.length : 0;
  return isPublic && attachments === 0 && filling.every((name) => fields[name] === undefined);
};

/**
 * The files that a reference may lead to, and whether they are pictures. Links to pages, which most are, end
 * in a slash, a fragment or `.md`, and need no look at the files.
 */
const filesOf = (reference: Reference): (readonly [url: string, picture: boolean])[] => {
  if (reference.kind === 'block')
    return Object.values(reference.attributes).flatMap(([value]) =>
      isFile(value) && !isRemote(value) ? [[value, isPicture(value)] as const] : [],
    );
  const { kind, url } = reference;
  if (kind === 'picture') return isRemote(url) ? [] : [[url, true]];
  return isFile(url) ? [[url, isDrawing(url)]] : [];
};

const isFile = (url: string): boolean =>
  /\.[a-z0-9]{1,8}(?:[?#]|$)/i.test(url) && !/\.(?:md|markdown)(?:[?#]|$)/i.test(url);

/** Of an attribute, whose block alone knows what it is. */
const isPicture = (url: string): boolean => /\.(?:jpe?g|png|webp|avif|gif|svg|tiff?)$/i.test(url);

/** A drawing is cleaned wherever it is published, so it has to be one. */
const isDrawing = (url: string): boolean => /\.svg(?:[?#]|$)/i.test(url);

/** The document of a file that costs more than the site's limits allow. */
export const tooCostly = (
  { path, digest }: { readonly path: SourcePath; readonly digest: Digest },
  excess: 'time' | 'memory',
  limits: { readonly seconds: number; readonly memory: number },
): Parsed => ({
  document: {
    kind: 'broken',
    path,
    digest,
    messages: [
      diagnose(
        excess === 'time' ? 'too-slow' : 'too-large',
        path,
        {},
        { limit: excess === 'time' ? limits.seconds : limits.memory },
      ),
    ],
  },
  body: '',
});

/** The document of a file that may not be read. */
export const toUnreadable = (path: SourcePath): Parsed => ({
  document: { kind: 'broken', path, digest: unreadable, messages: [diagnose('unreadable-file', path)] },
  body: '',
});

/** The parser that finds the place of a field is loaded only when there is a message. */
async function place(messages: readonly Diagnostic[], matter: FrontMatter): Promise<Diagnostic[]> {
  const { placeField } = await import('../places/place-fields.ts');
  return messages.map((message) => (message.field ? placeField(message, matter) : message));
}

/**
 * Decoding puts U+FFFD where bytes are wrong: the first one that is not itself in the file marks the place.
 */
function notUtf8(bytes: Buffer, path: string): Diagnostic {
  const text = bytes.toString('utf8');
  let index = text.indexOf('\uFFFD');
  let offset = Buffer.byteLength(text.slice(0, index));
  while (bytes.subarray(offset, offset + 3).equals(replacement)) {
    index = text.indexOf('\uFFFD', index + 1);
    offset = Buffer.byteLength(text.slice(0, index));
  }
  return diagnose('not-utf8', path, placeAt(text, index), { offset });
}
const replacement = Buffer.from('\uFFFD');
