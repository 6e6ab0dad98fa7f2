const toReference = (character: string): string => `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`;

/** As rehype-stringify writes text. */
export const escapeText = (text: string): string => (text.includes('<') || text.includes('&') ? text.replace(/[<&]/g, toReference) : text);

/** As rehype-stringify writes the values of attributes. */
export const escapeAttribute = (text: string): string => (/[\0"&'`]/.test(text) ? text.replace(/[\0"&'`]/g, toReference) : text);

const characters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** Text or an attribute's value as satteri writes it, read. */
export const unescape = (html: string): string =>
  html.includes('&')
    ? html.replace(/&(?:#x([\dA-F]+)|(amp|lt|gt|quot));/g, (_, code: string | undefined, name: string) =>
        code === undefined ? (characters[name] as string) : String.fromCharCode(Number.parseInt(code, 16)),
      )
    : html;
