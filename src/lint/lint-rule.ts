import type { Nodes, Root } from 'mdast';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { FrontMatter } from '../front-matter/front-matter.ts';
import type { PictureFacts } from '../images/describe.ts';
import { everyNode } from '../markdown/every-node.ts';
import type { Document } from '../types.ts';

/** What a rule gets of one file. */
export interface LintInput {
  readonly document: Exclude<Document, { kind: 'broken' }>;
  /** The whole file. */
  readonly text: string;
  readonly matter: FrontMatter;
  /** The body. */
  readonly tree: Root;
  /** Language of the document (BCP 47). */
  readonly language: string;
  /** Facts about a picture of the site; undefined for one that is remote, missing or broken. */
  readonly pictureOf: (url: string) => PictureFacts | undefined;
}

/** One editorial rule: a pure function of one file. */
export type LintRule = (input: LintInput) => Iterable<Diagnostic>;

/** Position in the file of a node of the body, or of a character in its text. */
export function placeOf(
  { matter }: Pick<LintInput, 'matter'>,
  node: Nodes,
  offset = 0,
): { line: number; column: number } {
  const { line, column } = node.position?.start ?? { line: 1, column: 1 };
  const before = offset > 0 && 'value' in node ? node.value.slice(0, offset).split('\n') : [''];
  const last = before.at(-1) ?? '';
  return {
    line: line + matter.bodyLine - 2 + before.length,
    column: before.length > 1 ? last.length + 1 : column + last.length,
  };
}

/** The words of a node: its texts and the alternative texts of its pictures. */
export const wordsOf = (node: Nodes): string =>
  [...everyNode(node)]
    .map((inner) =>
      inner.type === 'image'
        ? (inner.alt ?? '')
        : 'value' in inner && inner.type !== 'html'
          ? inner.value
          : '',
    )
    .join('');
