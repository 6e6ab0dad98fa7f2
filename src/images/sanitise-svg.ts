import type { QualifiedTag } from 'sax';
import sax from 'sax';
import { toXml } from '../bytes/markup.ts';
import { isInside, isSafeCss, safeCss } from './safe-css.ts';
import { svgAttributes, svgElements } from './svg-vocabulary.ts';

interface Node {
  readonly type: 'element';
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: (Node | { readonly type: 'text'; readonly value: string })[];
}

const svg = 'http://www.w3.org/2000/svg';
const xlink = 'http://www.w3.org/1999/xlink';
const deepest = 256;
/** Attributes of one element: the parser compares each with all before it. */
const mostAttributes = 1_000;
/** Characters that the parser is given at a time, so that it can be stopped. */
const chunk = 1 << 14;
// A text or an attribute may be longer than a chunk: bitmaps are.
sax.MAX_BUFFER_LENGTH = Number.POSITIVE_INFINITY;

/**
 * An SVG that is safe as a file of its own and in `<img>`: read as XML, written anew from lists of allowed
 * elements and attributes. No script, no handlers, no HTML, nothing loaded from elsewhere, no DOCTYPE. Throws
 * when it is not an SVG.
 */
export const sanitiseSvg = (text: string): string => {
  const root: Node = { type: 'element', name: '', attributes: {}, children: [] };
  const open: (Node | null)[] = [root];
  const parser = sax.parser(true, { xmlns: true, position: true });
  parser.onerror = (error) => {
    // An undeclared prefix or entity makes no difference to what is drawn: the first is dropped with its
    // element, the second stays as text.
    if (!/Unbound namespace prefix|Invalid character entity/.test(error.message))
      throw new Error(`not a well-formed SVG: ${toReason(error)}`, { cause: error });
    parser.error = null;
  };
  parser.ondoctype = (doctype) => Object.assign(parser.ENTITIES, toEntities(doctype, parser.ENTITIES));
  parser.onopentag = (tag) => {
    const parent = open.at(-1) ?? null;
    const node =
      parent && (parent === root && root.children.length > 0 ? null : toNode(tag, parent === root));
    if (node) parent.children.push(node);
    if (open.push(node) > deepest) throw new Error(`the SVG is nested more than ${deepest} levels deep`);
  };
  parser.onclosetag = () => void open.pop();
  const onText = (value: string): void => {
    const parent = open.at(-1);
    if (parent && parent !== root) parent.children.push({ type: 'text', value });
  };
  parser.ontext = onText;
  parser.oncdata = onText;
  const source = text.replace(/^\ufeff/, '');
  for (let at = 0; at < source.length; at += chunk) {
    parser.write(source.slice(at, at + chunk));
    if (parser.attribList.length > mostAttributes)
      throw new Error(`an element of the SVG has more than ${mostAttributes} attributes`);
  }
  parser.close();

  const [picture] = root.children;
  if (picture?.type !== 'element') throw new Error('the file is not an SVG');
  cleanStyles(picture);
  return toXml({ type: 'root', children: [picture] });
};

/** The element as it may stay, or null when it goes with all that is in it. */
const toNode = (tag: QualifiedTag, isRoot: boolean): Node | null => {
  if (tag.uri !== svg && !(tag.uri === '' && tag.prefix === '')) return null;
  if (isRoot && tag.local !== 'svg')
    throw new Error(`the file is not an SVG: its first element is <${tag.name}>`);
  // A link leads nowhere from a picture: what it holds stays, as a group.
  const name = tag.local === 'a' ? 'g' : tag.local;
  if (!svgElements.has(name)) return null;
  const attributes: Record<string, string> = isRoot ? { xmlns: svg } : {};
  for (const attribute of Object.values(tag.attributes)) {
    const key = toAttributeName(attribute, tag.local);
    const value = key && toValue(key, attribute.value);
    if (key && value) attributes[key] = value;
    if (key === 'xlink:href' && value) attributes['xmlns:xlink'] = xlink;
  }
  if (/^(?:animate|set)/.test(name) && !isMovable(attributes.attributeName ?? '', name)) return null;
  return { type: 'element', name, attributes, children: [] };
};

const toAttributeName = (
  { prefix, local, uri }: { readonly prefix: string; readonly local: string; readonly uri: string },
  element: string,
): string | null => {
  const isXlink = uri === xlink || (prefix === 'xlink' && uri === 'xlink');
  const name = prefix === '' ? local : prefix === 'xml' ? `xml:${local}` : isXlink ? `xlink:${local}` : '';
  if (element === 'a' && /(?:^|:)href$/.test(name)) return null;
  return svgAttributes.has(name) || /^aria-[a-z]+$/.test(name) ? name : null;
};

const toValue = (name: string, value: string): string | null => {
  if (name === 'href' || name === 'xlink:href') return isInside(value) ? value : null;
  if (name === 'style') return safeCss(value) || null;
  if (
    name === 'font-family' ||
    name === 'id' ||
    name === 'class' ||
    name.startsWith('aria-') ||
    name === 'xlink:title'
  )
    return value;
  return isSafeCss(value) ? value : null;
};

/** Animations may change how a thing looks, not where it leads or what it runs. */
const isMovable = (attribute: string, element: string): boolean =>
  element === 'animateMotion' ||
  (svgAttributes.has(attribute) && !/^(?:href|xlink:href|style|class|id)$/.test(attribute));

/** Style sheets are cleaned when whole: their text comes in pieces. */
const cleanStyles = (node: Node): void => {
  if (node.name === 'style') {
    const css = node.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
    node.children.splice(0, node.children.length, { type: 'text', value: safeCss(css) });
  }
  for (const child of node.children) if (child.type === 'element') cleanStyles(child);
};

/**
 * Short entities that stand for plain text, as drawing programs write for their namespaces. Any that holds
 * another or a tag is left out, so none can grow.
 */
const toEntities = (doctype: string, earlier: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    [...doctype.matchAll(/<!ENTITY\s+([\w.-]+)\s+(?:"([^"&<%]{0,200})"|'([^'&<%]{0,200})')\s*>/g)]
      .map(([, name = '', double, single]): [string, string] => [name, double ?? single ?? ''])
      .filter(([name]) => !Object.hasOwn(earlier, name)),
  );

const toReason = (error: Error): string => {
  const [what = '', line] = error.message.split('\n');
  return line ? `${what.toLowerCase()} on line ${Number(line.replace(/\D+/, '')) + 1}` : what;
};

/**
 * Text of an XML file: by its byte order mark, else as UTF-8, else in the encoding that its declaration
 * names. Throws when it is none of these.
 */
export const decodeText = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const declared =
    /^<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/i.exec(
      String.fromCharCode(...bytes.subarray(0, 200)),
    )?.[1] ?? 'utf-8';
  return new TextDecoder(declared, { fatal: true }).decode(bytes);
};
