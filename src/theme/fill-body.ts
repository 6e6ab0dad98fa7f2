import { escapeHtml } from '../bytes/markup.ts';
import type { ResolvedBlock, ResolvedReference } from '../props.ts';

type ResolvedPicture = Extract<ResolvedReference, { kind: 'picture' }>;

interface Input {
  /** The stored body, with the tokens of `markdown/tokens.ts`. */
  readonly html: string;
  /** By the reference's number; null is one that was dropped. */
  readonly resolved: readonly (ResolvedReference | null)[];
  readonly dateline?: string;
  /** Makes HTML of a picture, which may stand in a block. */
  readonly picture: (reference: ResolvedPicture, within: ResolvedBlock | undefined) => string;
  /** Makes HTML of a block around the HTML of what it holds. */
  readonly block: (reference: ResolvedBlock, content: string) => string;
}

const token = /\uFDD0(\d+|\/|d|b\d+|\/b)\uFDD1/g;

/** A block that is open, or the body as a whole: what of it is filled in so far. */
interface Level {
  readonly block: ResolvedBlock | undefined;
  html: string;
}

/**
 * Puts links, pictures, blocks and the dateline where their tokens stand. A dropped link leaves its text, a
 * dropped block what it holds, a dropped picture nothing.
 */
export function fillBody({ html, resolved, dateline, picture, block }: Input): string {
  const levels: [Level, ...Level[]] = [{ block: undefined, html: '' }];
  // Links do not nest, so the end token closes the last one that was opened.
  let isLinkOpen = false;
  const fill = (what: string): string => {
    if (what === 'd')
      return dateline === undefined ? '' : `<span class="dateline">(${escapeHtml(dateline)})-</span> `;
    if (what === '/') return isLinkOpen ? '</a>' : '';
    const reference = resolved[Number(what)];
    if (reference?.kind === 'picture')
      return picture(reference, levels.findLast((level) => level.block)?.block);
    isLinkOpen = reference?.kind === 'link';
    return reference?.kind === 'link'
      ? `<a href="${escapeHtml(reference.address)}"${reference.title === undefined ? '' : ` title="${escapeHtml(reference.title)}"`}>`
      : '';
  };
  let after = 0;
  for (const { index, 0: written, 1: what = '' } of html.matchAll(token)) {
    const level = levels.at(-1) ?? levels[0];
    level.html += html.slice(after, index);
    after = index + written.length;
    if (what.startsWith('b')) {
      const reference = resolved[Number(what.slice(1))];
      levels.push({ block: reference?.kind === 'block' ? reference : undefined, html: '' });
    } else if (what === '/b') {
      const closed = levels.length > 1 ? levels.pop() : undefined;
      const around = levels.at(-1) ?? levels[0];
      if (closed) around.html += closed.block ? block(closed.block, closed.html) : closed.html;
    } else level.html += fill(what);
  }
  return levels[0].html + html.slice(after);
}

/** Stands for what a block holds while its template is rendered: no text can have it. */
export const contentToken = '\uFDD0c\uFDD1';
