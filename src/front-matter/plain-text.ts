import { decodeHTMLStrict } from 'entities/decode';

/** Elements of HTML that headlines and captions have in archives; `5 <6` and `<tên>` are none. */
const names =
  'a abbr article b bdi bdo big blockquote br center cite code dd del dfn div dl dt em figcaption figure font footer h[1-6] header hr i iframe img ins kbd li link main mark meta nobr noscript ol p picture pre q s samp script section small source span strike strong style sub sup svg table tbody td tfoot th thead time title tr tt u ul var video wbr';
const tag = new RegExp(`</?(?:${names.replaceAll(' ', '|')})(?:[\\s/][^<>]*)?>`, 'gi');
/** Between what these part, words stay apart. */
const breaks = /^<\/?(?:br|p|div|li|h\d|td|th|tr|hr|dd|dt)\b/i;

/**
 * A text of front matter as readers see it: without the tags of HTML, its character references (`&amp;`,
 * `&#8217;`) decoded once. So `&lt;em&gt;` is a word about HTML, and so is a
 * text of tags alone.
 */
export function toPlainText(text: string): string {
  if (!/[<&]/.test(text)) return text;
  const words = text.replace(tag, (markup) => (breaks.test(markup) ? ' ' : ''));
  const plain = words === text ? text : words.replace(/ {2,}/g, ' ').trim();
  return decodeHTMLStrict(plain === '' ? text : plain);
}
