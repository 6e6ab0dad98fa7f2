const reference = /^&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]*);/i;
const ampersand = /^&(?:amp|#0*38|#x0*26);$/i;
/** The end of a line, with what opens the next one in lists and quotations. */
const lineEnd = /^[ \t]*\r?\n[ \t>]*/;

/**
 * Where in its Markdown a character of a text stands: escapes and character references are longer there, and
 * lines begin with the marks of lists and quotations.
 */
export function toSourceOffset({
  source,
  value,
  index,
}: {
  source: string;
  value: string;
  index: number;
}): number {
  let at = 0;
  for (let done = 0; done < index; done += 1) {
    const rest = source.slice(at, at + 40);
    const char = value[done];
    if (char === '\n') at += lineEnd.exec(source.slice(at))?.[0].length ?? 1;
    else if (rest.startsWith('\\') && rest[1] === char && /[!-/:-@[-`{-~]/.test(char ?? '')) at += 2;
    else {
      const found = rest.startsWith('&') ? reference.exec(rest)?.[0] : undefined;
      // What is no reference is text as it stands: `R&D;`.
      const isDecoded = found !== undefined && (char !== '&' || ampersand.test(found));
      at += isDecoded ? found.length : 1;
      // A character beyond the sixteenth bit is two here and one reference there.
      if (isDecoded && /^[\uD800-\uDBFF]/.test(char ?? '')) done += 1;
    }
  }
  return at;
}
