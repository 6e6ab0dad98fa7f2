/** Branded strings: kinds of text that the compiler keeps apart. */
declare const brand: unique symbol;
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** Path of a file of the site on disk, with `/`, relative to the site's folder: `content/kinh-te/lua.md`. */
export type SourcePath = Brand<string, 'SourcePath'>;
/** Path below the output folder: `kinh-te/lua/index.html`. */
export type OutputPath = Brand<string, 'OutputPath'>;
/** Site-absolute URL path, percent-encoded, base path included: `/kinh-te/lua/`. */
export type Address = Brand<string, 'Address'>;
/** Absolute URL: `https://news.example/kinh-te/lua/`. */
export type Url = Brand<string, 'Url'>;
/** Hexadecimal digest of bytes or of a value. */
export type Digest = Brand<string, 'Digest'>;
/** Date and time in the site's time zone, with its offset (RFC 3339): `2026-11-16T08:30:00+07:00`. */
export type DateTime = Brand<string, 'DateTime'>;

/** Language of a page. Other BCP 47 tags are kept; their interface words are English by default. */
export type Language = 'vi' | 'en' | (string & {});
