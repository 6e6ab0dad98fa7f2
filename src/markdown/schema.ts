import { defaultSchema, type Schema } from 'hast-util-sanitize';

const form = new Set(['input', 'picture', 'source']);

/** What a link may say of its target (HTML, section 4.6.7): what changes the page itself is not among them. */
const linkTypes =
  'alternate author bookmark external help license me next nofollow noopener noreferrer prev search sponsored tag ugc'.split(
    ' ',
  );

/**
 * What an author may write in raw HTML: the elements of GitHub's list without form controls and `srcset` (the
 * build makes its own), with `abbr`, `mark`, `cite`, `small`, `u`, `figure`, `figcaption`, `caption`, `time`,
 * and with `tel:` links.
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
  // Ids are prefixed by the sanitiser's caller, which knows which of them are the pipeline's own.
  clobber: [],
  ancestors: {},
  required: {},
  protocols: { href: ['http', 'https', 'mailto', 'tel'], src: ['http', 'https'], cite: ['http', 'https'] },
  // Only what cannot enclose the rest of a document when it is not closed; other elements give way to their
  // content.
  strip: ['script', 'style', 'iframe', 'textarea', 'noembed', 'noframes', 'xmp'],
};
