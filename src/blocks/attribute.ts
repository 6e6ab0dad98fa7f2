import type { Address, Url } from '../brands.ts';
import type { Picture } from '../props.ts';
import type { Service } from './services.ts';

/** A file that is played or read in its place: where it is published, and what it is. */
export interface Media {
  readonly address: Address;
  /** Media type: `video/mp4`. */
  readonly type: string;
  /** Name of the file, for readers who save it. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

/** What another site shows in its own frame. */
export interface Embed {
  readonly service: Service;
  /** The service's name: `YouTube`. */
  readonly name: string;
  /** The page that readers can open. */
  readonly link: Url;
  /** The address of the frame; absent where the site has not enabled the service. */
  readonly player?: Url;
}

/** Rows of a table, each a list of texts; the first has the names of the columns. */
export type Rows = readonly (readonly string[])[];

/** What the value of an attribute becomes. */
interface Values {
  text: string;
  number: number;
  flag: boolean;
  choice: string;
  picture: Picture;
  media: Media;
  link: Address | Url;
  embed: Embed;
  rows: Rows;
}

type Kind = keyof Values;

/** What an attribute may be: data, which the functions of `templates/attributes.ts` make. */
export interface AttributeShape<Type extends Kind = Kind, Value = unknown> {
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

export type AttributeValue = Values[Kind];

type ValueOf<Shape> =
  Shape extends AttributeShape<infer Type, infer Value>
    ? unknown extends Value
      ? Values[Type]
      : Value
    : never;

/** The attributes of a block as its template gets them. */
export type AttributesOf<Shapes> = {
  readonly [Name in keyof Shapes]: Shapes[Name] extends { readonly required: true }
    ? ValueOf<Shapes[Name]>
    : ValueOf<Shapes[Name]> | undefined;
};
