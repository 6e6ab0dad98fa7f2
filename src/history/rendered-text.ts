import type { Nodes } from 'mdast';
import { digestOf } from '../bytes/digest.ts';
import { canonicalJson } from '../bytes/fingerprint.ts';
import { sourceText } from '../bytes/utf8.ts';
import { readFrontMatter } from '../front-matter/front-matter.ts';
import { createParse, type Parse } from '../markdown/create-parse.ts';
import { visibleFields } from './visible-text.ts';

/**
 * Makes the function that returns a digest of what readers see of a version: of the field values, and of the
 * body's tree without what only its source has. Undefined for a version that cannot be read.
 */
export async function createRenderedDigest(): Promise<(content: Buffer) => Promise<string | undefined>> {
  const parse = await createParse({ parser: 'auto', singleTilde: false, remarkPlugins: [], blocks: {} });
  return async (content) => {
    const matter = readFrontMatter({ text: sourceText(content).normalize('NFC'), path: '' });
    if ('rule' in matter) return undefined;
    const values = [...visibleFields].map((name) => matter.fields[name] ?? null);
    return digestOf(`${canonicalJson(values)}\n${await bodyOf(matter.body, parse)}`);
  };
}

async function bodyOf(body: string, parse: Parse): Promise<string> {
  try {
    return describe(await parse(body));
  } catch {
    // The body is nested too deep for the parser: its source is compared.
    return body;
  }
}

/** Describes a tree without positions, line breaks within paragraphs, and comments. */
function describe(node: Nodes): string {
  if (node.type === 'html' && /^\s*<!--[\s\S]*-->\s*$/.test(node.value)) return '';
  const { type, position: _, children, ...rest } = node as Nodes & { readonly children?: readonly Nodes[] };
  if (type === 'text') return (rest as { readonly value: string }).value.replace(/\s+/g, ' ');
  return `<${type}${canonicalJson(rest)}>${(children ?? []).map(describe).join('')}</>`;
}
