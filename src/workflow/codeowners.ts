interface Input {
  /** The site's folder below the top of the repository: empty, or with a trailing slash. */
  readonly prefix: string;
  /** The language of the comments. */
  readonly language: keyof typeof marks;
  /** The file for these lines, below the top of the repository; undefined when it is elsewhere. */
  readonly file?: string;
  /** Owners of what no category owns. */
  readonly owners: readonly string[];
  /** Parents before their children: in CODEOWNERS the last matching line wins. */
  readonly categories: readonly { readonly key: string; readonly editors: readonly string[] }[];
  /** Account or email address; undefined where there is neither. */
  readonly ownerOf: (editor: string) => string | undefined;
}

/**
 * Files that decide permissions and how the site is built. The rest of `content/` is authors, data, and
 * categories without editors.
 */
const guarded = ['broadsheet.config.ts', 'package.json', 'package-lock.json', 'templates/', 'content/'];

/** The lines around ours. */
const marks = {
  en: {
    begin: '# Broadsheet: the editors of categories. Written by "broadsheet codeowners".',
    end: '# Broadsheet: end.',
  },
  vi: {
    begin: '# Broadsheet: biên tập viên của các chuyên mục. Do "broadsheet codeowners" ghi.',
    end: '# Broadsheet: hết.',
  },
} as const;

/**
 * The CODEOWNERS lines of categories that name their own editors, and of everything else, which the owners
 * own. Without owners, the authors folder belongs to all editors.
 */
export function printCodeowners({ prefix, language, file, owners, categories, ownerOf }: Input): {
  text: string;
  unknown: string[];
} {
  const unknown = new Set<string>();
  const line = (path: string, people: readonly string[]): string[] => {
    const owners = new Set<string>();
    for (const person of people) {
      const owner = ownerOf(person);
      if (owner === undefined) unknown.add(person);
      else owners.add(owner);
    }
    return owners.size === 0 ? [] : [`/${path.replace(/[\s#]/g, '\\$&')} ${[...owners].join(' ')}`];
  };
  const lines = [
    ...(owners.length > 0
      ? [
          ...guarded.map((path) => `${prefix}${path}`),
          '.mailmap',
          ...(file === undefined ? [] : [file]),
        ].flatMap((path) => line(path, owners))
      : line(
          `${prefix}content/_authors/`,
          categories.flatMap(({ editors }) => editors),
        )),
    ...categories.flatMap(({ key, editors }) => line(`${prefix}content/${key}/`, editors)),
  ];
  const { begin, end } = marks[language];
  return { text: [begin, ...lines, end].join('\n'), unknown: [...unknown] };
}

/** Replaces our lines in a file, or appends them. All other lines stay. */
export function replaceBlock(file: string, text: string): string {
  for (const { begin, end } of Object.values(marks)) {
    const start = file.indexOf(begin);
    const stop = file.indexOf(end);
    if (start >= 0 && stop > start) return `${file.slice(0, start)}${text}${file.slice(stop + end.length)}`;
  }
  return `${file}${file === '' || file.endsWith('\n') ? '' : '\n'}${file === '' ? '' : '\n'}${text}\n`;
}
