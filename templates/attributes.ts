/**
 * What the attributes of a block may be. A block's template exports them as `attributes`; the build checks what
 * an author writes against them, and hands the template what became of it.
 */
import type { AttributeShape } from 'broadsheet';

interface Options {
  readonly required?: true;
}

/** Words, without markup. */
export const text = <Given extends Options>(options?: Given) => make('text', options);

/** A number, written as the language of the document writes it. */
export const number = <Given extends Options & { readonly least?: number; readonly most?: number }>(
  options?: Given,
) => make('number', options);

/** There or not: `{sort}`. */
export const flag = () => make('flag');

/** One of several words. */
export const choice = <const Value extends string>(
  ...values: readonly Value[]
): AttributeShape<'choice', Value> => ({ type: 'choice', values });

/** A picture beside the document. */
export const picture = <Given extends Options>(options?: Given) => make('picture', options);

/** A file beside the document that is played or read in its place, by the endings that it may have. */
export const media = <Given extends Options>(formats: readonly string[], options?: Given) => ({
  ...make('media', options),
  formats,
});

/** A page of the site, checked as any link is, or an address of another site. */
export const link = <Given extends Options>(options?: Given) => make('link', options);

/** An address of a service that can be shown in a frame. */
export const embed = <Given extends Options>(options?: Given) => make('embed', options);

/** A CSV file beside the document; a table that stands in the block takes its place. */
export const rows = <Given extends Options>(options?: Given) => ({
  ...make('rows', options),
  formats: ['csv'],
});

function make<Type extends AttributeShape['type'], Given extends object = object>(
  type: Type,
  options: Given = {} as Given,
): AttributeShape<Type> & Given {
  return { type, ...options };
}
