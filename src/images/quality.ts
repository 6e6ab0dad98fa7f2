/** Formats that a site can ask for: better ones with the fallback beneath, or `jpeg` too, for the fallback in every width. */
export type WantedFormat = 'avif' | 'webp' | 'jpeg';
/** Of lossy formats, 1 to 100. */
export type Quality = Readonly<Record<WantedFormat, number>>;

export const defaultQuality: Quality = { avif: 50, webp: 75, jpeg: 78 };
