// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const strange = /[\x00-\x09\x0B-\x1F\x7F-\x9F\u2028\u2029\uD800-\uDFFF\uFEFF\uFFFE\uFFFF]/;
const line = /^([A-Za-z][A-Za-z0-9]*):(?: +(.*))?$/;
const entry = /^( *)- +(.*)$/;
const date = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?)?$/;
const quoted = /^(?:"([^"\\]*)"|'([^']*)')$/;
const list = /^\[ *(?:(?:"[^"\\]*"|'[^']*') *(?:, *(?:"[^"\\]*"|'[^']*') *)*)?\]$/;
const listed = /"([^"\\]*)"|'([^']*)'/g;
/** Words that YAML 1.2 reads as something else (section 10.3.2), and what may be the end of a text or a key within it. */
const special = /^(?:null|true|false)$|: |:$| #| $/i;

/** The text of a scalar that is one for every reader of YAML; undefined for any other. */
const toText = (written: string): string | undefined => {
  const match = quoted.exec(written);
  if (match) return match[1] ?? match[2];
  if (date.test(written)) return written;
  return /^\p{L}/u.test(written) && !special.test(written) ? written : undefined;
};

/**
 * The fields of YAML of nothing but lines with a key and a text, a date, `true`, `false` or a list of texts, as most front matter is: in a third
 * of the time that gray-matter and js-yaml take. Undefined for any other, which they must read; a test holds both against each other.
 */
export const readPlainYaml = (yaml: string): Record<string, string | boolean | string[] | null> | undefined => {
  if (strange.test(yaml)) return undefined;
  const fields: Record<string, string | boolean | string[] | null> = {};
  /** The list to which entries belong, and how far they are indented. */
  let open: { readonly key: string; readonly items: string[]; indent?: number } | undefined;
  for (const written of yaml.split('\n')) {
    if (written === '' || written.startsWith('#')) continue;
    const [, key, value] = line.exec(written) ?? [];
    if (key !== undefined) {
      if (Object.hasOwn(fields, key)) return undefined;
      open = value === undefined ? { key, items: [] } : undefined;
      const read = value === undefined ? null : toValue(value);
      if (read === undefined) return undefined;
      fields[key] = read;
      continue;
    }
    const [, indent, item] = entry.exec(written) ?? [];
    const text = item === undefined ? undefined : toText(item);
    if (!open || indent === undefined || text === undefined || (open.indent ??= indent.length) !== indent.length) return undefined;
    open.items.push(text);
    fields[open.key] = open.items;
  }
  return fields;
};

const toValue = (written: string): string | boolean | string[] | undefined => {
  if (written === 'true' || written === 'false') return written === 'true';
  if (written.startsWith('[')) return list.test(written) ? Array.from(written.matchAll(listed), ([, double, single]) => double ?? single ?? '') : undefined;
  return toText(written);
};
