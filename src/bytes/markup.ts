import { toXml as serialise } from 'xast-util-to-xml';

/** Characters that are invalid in XML 1.0, even as references. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unusable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

/**
 * The only XML serialiser. The result is well-formed (XML 1.0) whatever the texts contain. Trees have no
 * CDATA sections, so every `]]>` is in a text, where it must be escaped (section 2.4), or in an attribute,
 * where it may be.
 */
export const toXml = (tree: Parameters<typeof serialise>[0]): string =>
  serialise(tree).replace(unusable, '').replaceAll(']]>', ']]&gt;');

/** Escapes text for an element or a quoted attribute. */
export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
