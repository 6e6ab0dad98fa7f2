interface Input {
  /** The site's folder below the top of the repository, empty or with a slash at its end. */
  readonly prefix: string;
  /** Parents before their children: of several lines for a file the last one holds. */
  readonly categories: readonly { readonly key: string; readonly editors: readonly string[] }[];
  /** Account or address; undefined for one who has neither. */
  readonly ownerOf: (editor: string) => string | undefined;
}

const begin = '# Broadsheet: the editors of categories. Written by "broadsheet codeowners".';
const end = '# Broadsheet: end.';

/** The lines of CODEOWNERS for categories that name editors of their own, and for the authors, among whom all editors are. */
export function printCodeowners({ prefix, categories, ownerOf }: Input): { text: string; unknown: string[] } {
  const unknown = new Set<string>();
  const owners = (editors: readonly string[]): string[] => [
    ...new Set(
      editors.flatMap((editor) => {
        const owner = ownerOf(editor);
        if (owner === undefined) unknown.add(editor);
        return owner ?? [];
      }),
    ),
  ];
  const line = (folder: string, editors: readonly string[]): string[] => {
    const found = owners(editors);
    return found.length === 0 ? [] : [`/${`${prefix}content/${folder}`.replace(/[\s#]/g, '\\$&')}/ ${found.join(' ')}`];
  };
  const lines = [
    ...line(
      '_authors',
      categories.flatMap(({ editors }) => editors),
    ),
    ...categories.flatMap(({ key, editors }) => line(key, editors)),
  ];
  return { text: [begin, ...lines, end].join('\n'), unknown: [...unknown] };
}

/** A file with our lines in the place of those that were there, or at its end; all others stay. */
export function replaceBlock(file: string, text: string): string {
  const start = file.indexOf(begin);
  const stop = file.indexOf(end);
  if (start >= 0 && stop > start) return `${file.slice(0, start)}${text}${file.slice(stop + end.length)}`;
  return `${file}${file === '' || file.endsWith('\n') ? '' : '\n'}${file === '' ? '' : '\n'}${text}\n`;
}
