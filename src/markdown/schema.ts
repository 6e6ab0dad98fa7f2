import { defaultSchema, type Schema } from 'hast-util-sanitize';

const form = new Set(['input', 'picture', 'source']);

/**
 * Link types that an author may use (HTML, section 4.6.7): those that affect the page itself are not among
 * them.
 */
const linkTypes =
  'alternate author bookmark external help license me next nofollow noopener noreferrer prev search sponsored tag ugc'.split(
    ' ',
  );

/**
 * What an author may write in raw HTML: the elements of GitHub's list without form controls and `srcset` (the
 * build makes its own), and also `abbr`, `mark`, `cite`, `small`, `u`, `figure`, `figcaption`, `caption`,
 * `time` and `tel:` links.
 */
export const schema: Schema = {
  ...defaultSchema,
  tagNames: [
    ...(defaultSchema.tagNames ?? []).filter((name) => !form.has(name)),
    'abbr',
    'mark',
    'cite',
    'small',
    'u',
    'figure',
    'figcaption',
    'caption',
    'time',
    'wbr',
  ],
  attributes: {
    a: ['href', 'name', 'ariaLabel', 'hrefLang', ['rel', ...linkTypes]],
    blockquote: ['cite'],
    code: [['className', /^language-[\w+#-]+$/]],
    del: ['cite', 'dateTime'],
    details: ['open'],
    img: ['src', 'alt', 'width', 'height'],
    ins: ['cite', 'dateTime'],
    li: ['value'],
    ol: ['start', 'reversed', 'type'],
    q: ['cite'],
    td: ['colSpan', 'rowSpan', 'headers', 'align'],
    th: ['colSpan', 'rowSpan', 'headers', 'align', 'scope', 'abbr'],
    time: ['dateTime'],
    '*': ['id', 'title', 'lang', 'dir', 'ariaLabel', 'ariaDescribedBy', 'ariaLabelledBy'],
  },
  // The caller of the sanitiser prefixes ids, as it knows which of them are the pipeline's own.
  clobber: [],
  ancestors: {},
  required: {},
  protocols: { href: ['http', 'https', 'mailto', 'tel'], src: ['http', 'https'], cite: ['http', 'https'] },
  // Only elements that cannot contain the rest of a document when left open. Other elements are replaced by
  // their content.
  strip: ['script', 'style', 'iframe', 'textarea', 'noembed', 'noframes', 'xmp'],
};
