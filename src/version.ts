declare const __BROADSHEET_VERSION__: string;
declare const __BROADSHEET_BUILD__: string;
declare const __BROADSHEET_ENCODER__: string;

/** The package's version. */
export const version: string = typeof __BROADSHEET_VERSION__ === 'string' ? __BROADSHEET_VERSION__ : '0.0.0-source';
/** Digest of the tool's own code: what one build made of something holds for the same build of the tool only. */
export const buildId: string = typeof __BROADSHEET_BUILD__ === 'string' ? __BROADSHEET_BUILD__ : 'source';
/** Digest of what turns a picture's operation into bytes: our code, and the version of the library. Pictures made under another one are made anew. */
export const encoderId: string = typeof __BROADSHEET_ENCODER__ === 'string' ? __BROADSHEET_ENCODER__ : 'source';
