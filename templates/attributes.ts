/**
 * Types of block attributes. The template of a block exports them as `attributes`; the build checks an
 * author's attributes against them and passes the values to the template.
 */
import type { AttributeShape } from 'broadsheet';

interface Options {
  readonly required?: true;
}

/** Plain text. */
export const text = <Given extends Options>(options?: Given) => make('text', options);

/** A number, written in the document's language. */
export const number = <Given extends Options & { readonly least?: number; readonly most?: number }>(
  options?: Given,
) => make('number', options);

/** Present or not: `{sort}`. */
export const flag = () => make('flag');

/** One of several words. */
export const choice = <const Value extends string>(
  ...values: readonly Value[]
): AttributeShape<'choice', Value> => ({ type: 'choice', values });

/** A picture beside the document. */
export const picture = <Given extends Options>(options?: Given) => make('picture', options);

/** A file beside the document that is played or read on the page, by its allowed extensions. */
export const media = <Given extends Options>(formats: readonly string[], options?: Given) => ({
  ...make('media', options),
  formats,
});

/** A page of the site, checked like any link, or an address of another site. */
export const link = <Given extends Options>(options?: Given) => make('link', options);

/** An address of a service that can be embedded in a frame. */
export const embed = <Given extends Options>(options?: Given) => make('embed', options);

/** A CSV file beside the document, unless the block contains a table. */
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
