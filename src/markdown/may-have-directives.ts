import { type BlockNames, findBlock } from '../blocks/block.ts';

const inlineBeginning = /:([\p{L}\p{N}_-]+)(?=[[{])/gu;
const blockBeginning = /^[ \t>*+\d.)-]*::/m;

/**
 * Whether a text may have directives that count: `::` at the beginning of a line, or a block that stands
 * within a line, by its name, with brackets or braces behind it.
 */
export function mayHaveDirectives(text: string, names: BlockNames): boolean {
  if (!text.includes(':')) return false;
  if (blockBeginning.test(text)) return true;
  for (const [, name = ''] of text.matchAll(inlineBeginning)) if (findBlock(names, name)?.inline) return true;
  return false;
}
