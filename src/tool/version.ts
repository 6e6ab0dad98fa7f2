declare const __BROADSHEET_VERSION__: string;
declare const __BROADSHEET_BUILD__: string;
declare const __BROADSHEET_IMAGES__: string;

/** The package's version. */
export const version: string =
  typeof __BROADSHEET_VERSION__ === 'string' ? __BROADSHEET_VERSION__ : '0.0.0-source';
/** Digest of the tool's own code: results in the cache are valid for the same build of the tool only. */
export const buildId: string = typeof __BROADSHEET_BUILD__ === 'string' ? __BROADSHEET_BUILD__ : 'source';
/** Digest of our own code that makes pictures. */
export const imagesId: string = typeof __BROADSHEET_IMAGES__ === 'string' ? __BROADSHEET_IMAGES__ : 'source';
