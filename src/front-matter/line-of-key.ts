/**
 * Line of the file, from 1, on which a key of the front matter stands, as far as a search can tell; the first
 * of the YAML when it does not.
 */
export function lineOfKey(yaml: string, key: string): number {
  const line = yaml
    .split('\n')
    .findIndex(
      (text) =>
        text.replace(/^["']/, '').startsWith(key) &&
        /^["']?\s*:/.test(text.replace(/^["']/, '').slice(key.length)),
    );
  // The fence is the file's first line.
  return Math.max(0, line) + 2;
}
