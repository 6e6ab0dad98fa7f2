/** Branded strings: texts of one kind, which the compiler keeps apart from others. */
declare const brand: unique symbol;
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/**
 * Path of a file of the site as it is on disk, with `/`, relative to the site's folder:
 * `content/kinh-te/lua.md`.
 */
export type SourcePath = Brand<string, 'SourcePath'>;
/** Path below the output folder: `kinh-te/lua/index.html`. */
export type OutputPath = Brand<string, 'OutputPath'>;
/** Site-absolute URL path, percent-encoded, base path included: `/kinh-te/lua/`. */
export type Address = Brand<string, 'Address'>;
/** Absolute URL: `https://news.example/kinh-te/lua/`. */
export type Url = Brand<string, 'Url'>;
/** Hexadecimal digest of bytes or of a value. */
export type Digest = Brand<string, 'Digest'>;
/** Date and time on the clock of the site's zone, with its offset (RFC 3339): `2026-11-16T08:30:00+07:00`. */
export type DateTime = Brand<string, 'DateTime'>;

/** Language of words on a page; any other BCP 47 tag is carried as it is, its interface words are English. */
export type Language = 'vi' | 'en' | (string & {});
