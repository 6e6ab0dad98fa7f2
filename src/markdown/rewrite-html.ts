import type { Labels } from './labels.ts';
import { MAX_DEPTH } from './limits.ts';
import { createNaming } from './name-headings.ts';
import type { Rewritten } from './rewrite.ts';
import { escapeAttribute, escapeText, unescape } from './rewrite-html/escape.ts';
import { createInlines, type InlinesOptions } from './rewrite-html/inlines.ts';
import { at, kindOf, patterns } from './rewrite-html/tags.ts';
import { ENOUGH, shorten } from './to-excerpt.ts';
import { datelineToken } from './tokens.ts';
import { createWordCounter } from './word-counter.ts';

export interface RewriteHtmlOptions extends InlinesOptions {
  readonly labels: Labels;
}

export interface Body extends Rewritten {
  readonly html: string;
  readonly excerpt: string;
}

/** Far from where a document is refused. What is left out of the HTML, in cells without a column, is not counted. */
const DEEP = MAX_DEPTH / 2;

/** Whether an id is one of those that notes have. */
const isOfNote = (id: string): boolean => id === 'footnote-label' || id.startsWith('user-content-');

/**
 * The stored body, made of the parser's own HTML in one reading of its tags: what the whole pipeline makes of the text, in a third of the time. Undefined where
 * something stands that only the pipeline knows, or of which something is to be said; a test holds both ways against each other. The text has no raw HTML.
 */
export const rewriteHtml = (html: string, text: string, { labels, ...options }: RewriteHtmlOptions): Body | undefined => {
  const words = createWordCounter();
  const ids = new Set<string>();
  const naming = createNaming(ids);
  const inlines = createInlines(html, options);
  let out = '';
  /** Up to here the HTML is in `out`, and up to here it was read. */
  let taken = 0;
  let index = 0;
  /** Where the next character reference stands. */
  let escaped = html.indexOf('&');
  /** The heading or paragraph at hand: what was written before it, and its words (of a long paragraph, not all). */
  let within: 'heading' | 'paragraph' | undefined;
  let before = '';
  let said = '';
  let endOfLink = '';
  let excerpt = '';
  let depth = 0;
  let tables = 0;
  let dateline = false;
  /** How many notes there are; undefined before the first. */
  let notes: number | undefined;
  /** How many more marks there are than ways back to them. */
  let marks = 0;

  const replace = (from: number, to: number, by: string): void => {
    out += html.slice(taken, from) + by;
    taken = to;
    index = to;
  };
  /** Words on both sides of it stand apart. */
  const space = (): void => {
    words.pause();
    if (notes === undefined && excerpt.length <= ENOUGH) excerpt += ' ';
  };
  const say = (from: number, to: number): void => {
    words.add(html, from, to);
    if (escaped >= 0 && escaped < from) escaped = html.indexOf('&', from);
    const gathered = within === 'paragraph' && notes === undefined && excerpt.length <= ENOUGH;
    if (!gathered && within !== 'heading' && said !== '' && (escaped < 0 || escaped >= to)) return;
    const written = html.slice(from, to);
    const plain = unescape(written);
    said += plain;
    if (gathered) excerpt += plain;
    if (plain !== written) replace(from, to, escapeText(plain));
  };
  /** Begins a heading or paragraph, of which the start tag is yet to be written. */
  const begin = (kind: typeof within, from: number, to: number): void => {
    replace(from, to, '');
    before = out;
    out = '';
    said = '';
    within = kind;
  };

  for (let open = html.indexOf('<'); open >= 0; open = html.indexOf('<', index)) {
    if (open > index) say(index, open);
    index = html.indexOf('>', open) + 1;
    const tag = html.slice(open, index);
    switch (kindOf.get(tag)) {
      case 'paragraph': {
        const pictures = /[\s<]/.test(html[index] as string) ? at(patterns.pictures, html, index) : null;
        if (!pictures) {
          space();
          begin('paragraph', open, index);
          break;
        }
        const end = index + pictures[0].length;
        let tokens = '';
        for (let next = html.indexOf('<img', index); next >= 0 && next < end; next = html.indexOf('<img', next + 1)) {
          const token = notes === undefined && inlines.picture(next, { block: true });
          if (!token) return undefined;
          tokens += token.html;
        }
        if (tokens === '') return undefined;
        words.pause();
        replace(open, end, tokens);
        break;
      }
      case 'paragraphEnd': {
        if (!/\S/.test(said)) return undefined;
        replace(open, index, '');
        const first: boolean = depth === 0 && !dateline;
        dateline ||= first;
        out = `${before}<p>${first ? datelineToken : ''}${out}</p>`;
        within = undefined;
        space();
        break;
      }
      case 'heading':
        words.pause();
        begin('heading', open, index);
        break;
      case 'headingEnd': {
        if (!/\S/.test(said)) return undefined;
        const named = naming.name({ rank: Number(tag[3]), text: said });
        if (isOfNote(named.id)) return undefined;
        replace(open, index, '');
        out = `${before}<h${named.depth} id="${escapeAttribute(named.id)}">${out}</h${named.depth}>`;
        within = undefined;
        words.pause();
        break;
      }
      case 'span':
        if (++depth > DEEP) return undefined;
        break;
      case 'spanEnd':
        depth--;
        break;
      case 'inlineCode':
        break;
      case 'linkEnd':
        replace(open, index, endOfLink);
        break;
      case 'space':
        space();
        space();
        // The end of line after a break is a text of its own.
        if (tag === '<br>') {
          say(index, index + 1);
          index++;
        }
        break;
      case 'block':
        // In items that are empty but for a note's definition, satteri's HTML has a line end.
        if (++depth > DEEP || html.startsWith('\n</li>', index)) return undefined;
        space();
        break;
      case 'blockEnd':
        depth--;
        space();
        break;
      case 'table': {
        tables++;
        const number = tables > 1 || html.includes('<table>', index) ? ` ${tables}` : '';
        replace(open, index, `<section class="table-scroll" tabindex="0" aria-label="${escapeAttribute(`${labels.table}${number}`)}"><table>`);
        break;
      }
      case 'tableEnd':
        words.pause();
        replace(open, index, '</table></section>');
        break;
      case 'alignedCell':
        words.pause();
        replace(open, index, `<${tag.slice(1, 3)} class="align-${tag.slice(23, -2)}">`);
        break;
      case 'pause':
        words.pause();
        break;
      case 'code':
        // Of code in lists, satteri's HTML has blank lines at the end that its tree has not, and lists that are loose in its tree are tight in it.
        if (depth > 0) return undefined;
        words.pause();
        replace(open, index, '<pre tabindex="0">');
        break;
      case 'mark': {
        const mark = at(patterns.mark, html, open);
        const id = `user-content-fnref-${mark?.[1]}`;
        if (!mark || within === 'heading' || ids.has(id)) return undefined;
        ids.add(id);
        said += '1';
        marks++;
        index = open + mark[0].length;
        break;
      }
      default:
        if (tag.startsWith('<a href="#')) {
          const back = at(patterns.back, html, open);
          if (!back) return undefined;
          marks--;
          index = open + back[0].length;
        } else if (tag.startsWith('<a ') || tag.startsWith('<img ')) {
          const picture = tag.startsWith('<img ');
          const inline = picture ? inlines.picture(open, { block: false }) : inlines.link(open);
          // Notes stand at the end of the HTML, wherever they were written: their order says nothing.
          if (!inline || (notes !== undefined && inline.end !== '</a>')) return undefined;
          if (picture) words.pause();
          else endOfLink = inline.end;
          replace(open, open + inline.length, inline.html);
        } else if (at(patterns.list, html, open)) {
          depth++;
          space();
        } else if (tag.startsWith('<section ')) {
          const start = at(patterns.notes, html, open);
          if (!start || ids.has('footnote-label')) return undefined;
          ids.add('footnote-label');
          notes = 0;
          depth++;
          words.pause();
          index = open + start[0].length;
        } else if (tag.startsWith('<li ')) {
          const note = at(patterns.note, html, open);
          const id = `user-content-fn-${note?.[1]}`;
          if (!note || notes === undefined || ids.has(id)) return undefined;
          ids.add(id);
          notes++;
          depth++;
          words.pause();
        } else return undefined;
    }
  }
  // Where no paragraph has words, others are looked at.
  excerpt = shorten(excerpt);
  // Notes that nothing refers to are not in the HTML; nor are cells beyond the columns of their table, to which ways back lead all the same.
  if (excerpt === '' || marks !== 0 || (notes ?? 0) !== countNotes(text)) return undefined;
  const references = inlines.references(text);
  if (!references) return undefined;
  return { html: out + html.slice(taken).trimEnd(), headings: naming.headings, ids: [...ids].filter(isOfNote), references, excerpt, words: words.total() };
};

const count = (pattern: RegExp, text: string): number => text.match(pattern)?.length ?? 0;

/** How many notes are defined; undefined when something else may be, as what a link refers to. */
const countNotes = (text: string): number | undefined => {
  if (!text.includes(']:')) return 0;
  const notes = count(/\[\^[^[\]]*\]:/g, text);
  return notes === count(/\]:/g, text) ? notes : undefined;
};
