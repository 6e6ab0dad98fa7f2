const reference = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{0,40});/iy;
const ampersand = /^&(?:amp|#0*38|#x0*26);$/i;
/** A line break, with the prefix of the next line in lists and quotations. */
const lineEnd = /[ \t]*\r?\n[ \t>]*/y;

const matchAt = (pattern: RegExp, text: string, at: number): string | undefined => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
};

/**
 * Finds the Markdown offset of a character in a text: escapes and character references are longer in the
 * source, and lines begin with the prefixes of lists and quotations. Each search starts from the last one.
 */
export function createSourceOffset({
  source,
  value,
}: {
  readonly source: string;
  readonly value: string;
}): (index: number) => number {
  let done = 0;
  let at = 0;
  const step = (): void => {
    const char = value[done];
    if (char === '\n') at += matchAt(lineEnd, source, at)?.length ?? 1;
    else if (source[at] === '\\' && source[at + 1] === char && /[!-/:-@[-`{-~]/.test(char ?? '')) at += 2;
    else {
      const entity = source[at] === '&' ? matchAt(reference, source, at) : undefined;
      // An invalid reference is plain text: `R&D;`.
      const isDecoded = entity !== undefined && (char !== '&' || ampersand.test(entity));
      at += isDecoded ? entity.length : 1;
      // A character beyond U+FFFF has two units here, and one reference in the source.
      if (isDecoded && /^[\uD800-\uDBFF]/.test(char ?? '')) done += 1;
    }
    done += 1;
  };
  return (index) => {
    if (index < done) [done, at] = [0, 0];
    while (done < index) step();
    return at;
  };
}
