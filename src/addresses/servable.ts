/** Endings that hosts do not serve as pages. */
const otherKind =
  /\.(?:m?js|css|json|map|xml|rss|atom|txt|csv|pdf|docx?|xlsx?|pptx?|zip|rar|gz|jpe?g|png|gif|webp|avif|svg|ico|bmp|tiff?|woff2?|ttf|otf|mp[34]|m4a|webm|wasm|swf|webmanifest)$/i;

/**
 * Whether a page may have the path: every file system and host can have it, and it cannot be taken for a
 * hidden file or another kind of file, leave the folder, or lie where files are kept for ever.
 */
export const isServable = (output: string): boolean =>
  output
    .split('/')
    .every(
      (part, index) =>
        part !== '' &&
        part !== '..' &&
        part !== '.' &&
        Buffer.byteLength(part) <= 200 &&
        !(index === 0 && part.startsWith('.') && part !== '.well-known'),
    ) &&
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  !/[\u0000-\u001F\u007F\uFFFD\\?#]/.test(output) &&
  !/^(?:assets|media)\//.test(output) &&
  !otherKind.test(output) &&
  output.length <= 1000;
