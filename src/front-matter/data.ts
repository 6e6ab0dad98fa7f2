import type * as z from 'zod';
import type { DateTime } from '../brands.ts';
import type {
  articleSchema,
  authorSchema,
  categorySchema,
  image,
  pageSchema,
  tagSchema,
  WrittenDate,
} from './schema.ts';

/** The form of a picture once it is validated. */
type Image = z.output<typeof image>;
export interface ImageField {
  readonly src: string;
  readonly alt?: string;
  readonly caption?: string;
  readonly credit?: string;
  readonly focus?: string;
}
type Resolved<Data> = {
  readonly [Key in keyof Data]: Data[Key] extends WrittenDate | undefined
    ? Exclude<Data[Key], WrittenDate> | DateTime
    : Data[Key] extends Image | undefined
      ? ImageField | undefined
      : Data[Key];
};

/**
 * A date that is written in digits with day and month in front, and is another day where they change places:
 * `03/04/2026`.
 */
export interface TwoReadings {
  /** The field as it stands in the file. */
  readonly field: readonly (string | number)[];
  /** Which of our fields it is; `correction` is the date of one. */
  readonly as: 'date' | 'expires' | 'pinnedUntil' | 'updated' | 'correction';
  /** With the day first, as it is shown. */
  readonly first: DateTime;
  /** With the month first. */
  readonly second: DateTime;
}

/** Front matter of an article, its dates on the clock of the site's zone. */
export type ArticleData = Omit<
  Resolved<z.output<typeof articleSchema>>,
  'date' | 'corrections' | 'attachments'
> & {
  readonly date: DateTime;
  /** Its dates that have two readings, where both orders of day and month are in use: `03/04/2026`. */
  readonly twoReadings?: readonly TwoReadings[];
  /** What `authors` is as a list, where it was written as one text with commas. */
  readonly authorList?: readonly string[];
  readonly corrections: readonly { readonly date: DateTime; readonly text: string }[];
  readonly attachments: readonly { readonly src: string; readonly title?: string }[];
};
export type CategoryData = z.output<typeof categorySchema> & {
  /** `editors` is written and cannot be read, so that nobody may approve. */
  readonly unknownEditors?: true;
};
export type PageData = z.output<typeof pageSchema>;
export type AuthorData = Resolved<z.output<typeof authorSchema>>;

export type TagData = z.output<typeof tagSchema>;
