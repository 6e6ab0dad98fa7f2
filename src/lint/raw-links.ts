import type { Nodes, Parents } from 'mdast';
import { wordsOf } from './lint-rule.ts';

export interface RawLink {
  readonly url: string;
  /** The first node of the link, and the offset in its text. */
  readonly node: Nodes;
  readonly offset: number;
}

/** HTML tags. Repetitions are bounded, so that the time is linear in the text. */
const tag = /<(\/?)(a|img|svg|input)\b((?:[^<>"']|"[^"]{0,4000}"|'[^']{0,4000}'){0,400})>/gi;
const anyTag = /<(?:[^<>"']|"[^"]{0,4000}"|'[^']{0,4000}'){0,400}>/g;
const comment = /<!--[^>]{0,4000}-->/g;
const naming =
  /\b(?:alt|aria-label|aria-labelledby|title|value)\s{0,9}=\s{0,9}(?:"\s{0,99}[^"\s]|'\s{0,99}[^'\s]|[^\s"'>])/i;
const href = /(?<![\w-])href\s{0,9}=\s{0,9}(?:"([^"]{1,4000})"|'([^']{1,4000})'|([^\s"'>]{1,4000}))/i;

const hasWords = (html: string): boolean => /\S/.test(html.replace(comment, '').replace(anyTag, ''));

/** Links in HTML among the children of a node that have neither text nor a name. */
export function* wordlessRawLinks(parent: Parents): Generator<RawLink> {
  let open: RawLink | undefined;
  for (const node of parent.children) {
    if (node.type !== 'html') {
      if (wordsOf(node).trim() !== '') open = undefined;
      continue;
    }
    const { value } = node;
    let after = 0;
    for (const { index, 0: whole, 1: slash, 2: name = '', 3: attributes = '' } of value.matchAll(tag)) {
      if (open && hasWords(value.slice(after, index))) open = undefined;
      after = index + whole.length;
      const isNamed = naming.test(attributes);
      if (name.toLowerCase() !== 'a') open = isNamed || name.toLowerCase() === 'svg' ? undefined : open;
      else if (slash) {
        if (open) yield open;
        open = undefined;
      } else {
        const [, double, single, bare] = href.exec(attributes) ?? [];
        const url = double ?? single ?? bare;
        open = url === undefined || url.trim() === '' || isNamed ? undefined : { url, node, offset: index };
      }
    }
    if (open && hasWords(value.slice(after))) open = undefined;
  }
}
