import { escapeHtml } from '../bytes/markup.ts';
import type { ResolvedBlock, ResolvedReference } from '../props.ts';

type ResolvedPicture = Extract<ResolvedReference, { kind: 'picture' }>;

interface Input {
  /** The stored body, with the tokens of `markdown/tokens.ts`. */
  readonly html: string;
  /** By the reference's number; null for a dropped one. */
  readonly resolved: readonly (ResolvedReference | null)[];
  readonly dateline?: string;
  /** Renders a picture, which may be in a block. */
  readonly picture: (reference: ResolvedPicture, within: ResolvedBlock | undefined) => string;
  /** Renders a block around the HTML of its content. */
  readonly block: (reference: ResolvedBlock, content: string) => string;
}

const token = /\uFDD0(\d+|\/|d|b\d+|\/b)\uFDD1/g;

/** An open block, or the body as a whole, with the HTML so far. */
interface Level {
  readonly block: ResolvedBlock | undefined;
  html: string;
}

/**
 * Replaces tokens by links, pictures, blocks and the dateline. A dropped link leaves its text, a dropped
 * block its content, a dropped picture nothing.
 */
export function fillBody({ html, resolved, dateline, picture, block }: Input): string {
  const levels: [Level, ...Level[]] = [{ block: undefined, html: '' }];
  // Links do not nest, so the end token closes the last link.
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

/** Stands for the content of a block while its template is rendered. No text can contain it. */
export const contentToken = '\uFDD0c\uFDD1';
