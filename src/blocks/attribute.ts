/** Rows of a table, each a list of texts; the first has the names of the columns. */
export type Rows = readonly (readonly string[])[];

/** What an attribute may be: data, which the functions of `templates/attributes.ts` make. */
export interface AttributeShape<Type extends AttributeType = AttributeType, Value = unknown> {
  readonly type: Type;
  readonly required?: true;
  /** Of a choice. */
  readonly values?: readonly string[];
  /** Of a number. */
  readonly least?: number;
  readonly most?: number;
  /** Of a file: the endings that it may have. */
  readonly formats?: readonly string[];
  /** For TypeScript alone: what templates get. */
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
