import { attributeTypes } from '../blocks/attribute.ts';
import type { BlockDefinition, BlockDefinitions } from '../blocks/block.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { BlockTemplate } from './render.ts';
import { ThemeError } from './theme-error.ts';

interface Input {
  readonly blocks: Readonly<Record<string, Partial<BlockTemplate>>>;
  /** The site's folder. */
  readonly root: string;
  /** The files below its `templates/`. */
  readonly files: readonly string[];
}

/** The block definitions that templates export, as data. Throws a {@link ThemeError} for an invalid one. */
export function definitionsOf({ blocks, root, files }: Input): BlockDefinitions {
  return Object.fromEntries(
    Object.entries(blocks).map(([name, { default: component, inline, kinds, script, attributes = {} }]) => {
      const refuse = (reason: string): ThemeError => {
        const file = files.find(
          (one) => one.replace(/\.[jt]sx?$/, '').replaceAll('\\', '/') === `blocks/${name}`,
        );
        const message = diagnose(
          'broken-template',
          `templates/${file ?? `blocks/${name}.tsx`}`,
          {},
          { reason },
        );
        return new ThemeError([message], { root });
      };
      if (typeof component !== 'function') throw refuse('a block needs a default export: its component');
      for (const [key, shape] of Object.entries(attributes)) {
        if (!isShape(shape))
          throw refuse(`the attribute “${key}” is none of those of broadsheet/templates/attributes.ts`);
        if (reserved.has(key)) throw refuse(`no attribute may be called “${key}”`);
      }
      const definition: BlockDefinition = {
        ...(inline && { inline: true as const }),
        ...(kinds && { kinds }),
        ...(script && { script }),
        attributes,
      };
      return [name, definition];
    }),
  );
}

/** Props that templates get besides their attributes. */
const reserved = new Set(['children', 'lang', 'filled', 'table', 'key', 'ref']);
const types: ReadonlySet<unknown> = new Set(attributeTypes);

const isShape = (shape: unknown): boolean =>
  typeof shape === 'object' && shape !== null && 'type' in shape && types.has(shape.type);
