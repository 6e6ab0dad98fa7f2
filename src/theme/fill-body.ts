import { escapeHtml } from '../bytes/escape-html.ts';
import type { ResolvedReference } from '../props.ts';

interface Input {
  /** The stored body, with the tokens of `markdown/tokens.ts`. */
  readonly html: string;
  /** By the reference's number; null is one that was dropped. */
  readonly resolved: readonly (ResolvedReference | null)[];
  readonly dateline?: string;
  /** Makes HTML of a picture. */
  readonly picture: (reference: Extract<ResolvedReference, { kind: 'picture' }>) => string;
}

const token = /\uFDD0(\d+|\/|d)\uFDD1/g;

/**
 * Puts links, pictures and the dateline where their tokens stand. A dropped link leaves its text, a dropped
 * picture nothing.
 */
export function fillBody({ html, resolved, dateline, picture }: Input): string {
  // Links do not nest, so the end token closes the last one that was opened.
  let open = false;
  return html.replace(token, (_, what: string) => {
    if (what === 'd')
      return dateline === undefined ? '' : `<span class="dateline">(${escapeHtml(dateline)})-</span> `;
    if (what === '/') return open ? '</a>' : '';
    const reference = resolved[Number(what)];
    if (reference?.kind === 'picture') return picture(reference);
    open = reference?.kind === 'link';
    return reference
      ? `<a href="${escapeHtml(reference.address)}"${reference.title === undefined ? '' : ` title="${escapeHtml(reference.title)}"`}>`
      : '';
  });
}
