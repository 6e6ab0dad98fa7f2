import { toXml as serialise } from 'xast-util-to-xml';

/** Characters that XML 1.0 cannot hold, however they are written. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unusable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

/**
 * The one serialiser of XML: whatever the texts hold, the document is well-formed (XML 1.0). Trees have no
 * CDATA sections, so every `]]>` stands in a text, which must not have it bare (section 2.4), or in an
 * attribute, where the reference means the same.
 */
export const toXml = (tree: Parameters<typeof serialise>[0]): string =>
  serialise(tree).replace(unusable, '').replaceAll(']]>', ']]&gt;');

/** Text for an element or a quoted attribute. */
export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
