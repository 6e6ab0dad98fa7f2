import type { AttributeShape } from './attribute.ts';

/** Scripts that a block can need: files of the theme's `client/` with these names. */
export type BlockScript = 'blocks' | 'viewer';

/** The definition of a block, exported by its template in `templates/blocks/`. Plain data. */
export interface BlockDefinition {
  /** The block is within a line of text: `:abbr[WHO]{title="…"}`. */
  readonly inline?: true;
  /** Other names of the block, which set its attribute `kind`: `:::note`. */
  readonly kinds?: readonly string[];
  readonly script?: BlockScript;
  readonly attributes: Readonly<Record<string, AttributeShape>>;
}

/** Blocks by the names of their templates. */
export type BlockDefinitions = Readonly<Record<string, BlockDefinition>>;

/** The block for a name in a text. */
export interface NamedBlock {
  readonly block: string;
  readonly inline: boolean;
  readonly kind?: string;
}

/** Blocks by all their names. */
export type BlockNames = Readonly<Record<string, NamedBlock>>;

/** The names of all blocks. A template's own name wins over a kind of another block. */
export function namesOf(definitions: BlockDefinitions): BlockNames {
  const names: Record<string, NamedBlock> = {};
  const blocks = Object.entries(definitions);
  for (const [block, { inline = false, kinds = [] }] of blocks)
    for (const kind of kinds) names[kind] = { block, inline, kind };
  for (const [block, { inline = false }] of blocks) names[block] = { block, inline };
  return names;
}

/** The block of a name; undefined for an unknown one. */
export const findBlock = (names: BlockNames, name: string): NamedBlock | undefined =>
  Object.hasOwn(names, name) ? names[name] : undefined;

const inlineBeginning = /:([\p{L}\p{N}_-]+)(?=[[{])/gu;
const blockBeginning = /^[ \t>*+\d.)-]*::/m;

/**
 * Whether a text may have block directives: `::` at the beginning of a line, or the name of an inline block
 * followed by brackets or braces.
 */
export function mayHaveDirectives(text: string, names: BlockNames): boolean {
  if (!text.includes(':')) return false;
  if (blockBeginning.test(text)) return true;
  for (const [, name = ''] of text.matchAll(inlineBeginning)) if (findBlock(names, name)?.inline) return true;
  return false;
}
