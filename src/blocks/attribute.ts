/** Rows of a table, each a list of texts. The first has the names of the columns. */
export type Rows = readonly (readonly string[])[];

/** What an attribute may be, as plain data, made by the functions of `templates/attributes.ts`. */
export interface AttributeShape<Type extends AttributeType = AttributeType, Value = unknown> {
  readonly type: Type;
  readonly required?: true;
  /** The values of a choice. */
  readonly values?: readonly string[];
  /** The minimum of a number. */
  readonly least?: number;
  readonly most?: number;
  /** The extensions of a file. */
  readonly formats?: readonly string[];
  /** Only for TypeScript: the type that templates get. */
  readonly value?: Value;
}

export const attributeTypes = [
  'text',
  'number',
  'flag',
  'choice',
  'picture',
  'media',
  'link',
  'embed',
  'rows',
] as const;
export type AttributeType = (typeof attributeTypes)[number];
