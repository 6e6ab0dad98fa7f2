import type { AttributeShape } from './attribute.ts';

/** Scripts that a block can need: those of the theme's `client/` of these names. */
export type BlockScript = 'blocks' | 'viewer';

/** What a template of `templates/blocks/` says of its block. Plain data. */
export interface BlockDefinition {
  /** It stands within a line of text: `:abbr[WHO]{title="…"}`. */
  readonly inline?: true;
  /** Other names that it is written by, each of which is its attribute `kind`: `:::note`. */
  readonly kinds?: readonly string[];
  readonly script?: BlockScript;
  readonly attributes: Readonly<Record<string, AttributeShape>>;
}

/** Blocks by the names of their templates. */
export type BlockDefinitions = Readonly<Record<string, BlockDefinition>>;

/** What a name in a text means. */
export interface NamedBlock {
  readonly block: string;
  readonly inline: boolean;
  readonly kind?: string;
}

/** All names that blocks are written by. */
export type BlockNames = Readonly<Record<string, NamedBlock>>;

/** The names of all blocks. A template's own name wins over one that is a kind of another block. */
export function namesOf(definitions: BlockDefinitions): BlockNames {
  const names: Record<string, NamedBlock> = {};
  const blocks = Object.entries(definitions);
  for (const [block, { inline = false, kinds = [] }] of blocks)
    for (const kind of kinds) names[kind] = { block, inline, kind };
  for (const [block, { inline = false }] of blocks) names[block] = { block, inline };
  return names;
}

/** What a name means; undefined for one that no block has. */
export const findBlock = (names: BlockNames, name: string): NamedBlock | undefined =>
  Object.hasOwn(names, name) ? names[name] : undefined;

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
