const toReference = (character: string): string => `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`;

/** As rehype-stringify writes text. */
export const escapeText = (text: string): string => (text.includes('<') || text.includes('&') ? text.replace(/[<&]/g, toReference) : text);

/** As rehype-stringify writes the values of attributes. */
export const escapeAttribute = (text: string): string => (/[\0"&'`]/.test(text) ? text.replace(/[\0"&'`]/g, toReference) : text);
