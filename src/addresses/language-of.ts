import type { Language } from '../brands.ts';
import type { ResolvedConfig } from '../config/config.ts';
import { withoutEnding } from './markdown-name.ts';

/** What says in which language's tree a file lies. */
export type Trees = Pick<ResolvedConfig, 'languages' | 'languageFiles' | 'edition'> & {
  readonly site: Pick<ResolvedConfig['site'], 'language'>;
};

/**
 * In which language's tree a Markdown file lies: `en` for `content/en/kinh-te/gia-lua.md` or, where languages
 * are told by the names of files, for `content/kinh-te/gia-lua.en.md`.
 */
export function languageOf(path: string, { languages, languageFiles, edition, site }: Trees): Language {
  if (!languages) return site.language;
  const code =
    languageFiles === 'folders'
      ? (folderOf(path, languages) ?? suffixIn(path, languages))
      : suffixOf(path, languages);
  return code ?? edition?.own ?? site.language;
}

/** The path of a Markdown file in its language's tree: `content/kinh-te/gia-lua.md` for both of the above. */
export function nameOf<Path extends string>(path: Path, { languages, languageFiles }: Trees): Path {
  if (!languages) return path;
  const folder = languageFiles === 'folders' ? folderOf(path, languages) : undefined;
  const name = folder === undefined ? path : `content/${path.slice(`content/${folder}/`.length)}`;
  const suffix = languageFiles === 'folders' ? suffixIn(name, languages) : suffixOf(name, languages);
  if (suffix === undefined) return name as Path;
  const bare = withoutEnding(name);
  return `${bare.slice(0, -suffix.length - 1)}${name.slice(bare.length)}` as Path;
}

type Codes = NonNullable<Trees['languages']>;

/** The language whose folder a file lies in. */
function folderOf(path: string, languages: Codes): Language | undefined {
  const [, folder = ''] = path.split('/', 2);
  return Object.hasOwn(languages, folder) ? folder : undefined;
}

/** The language that the name of a file ends in: only those of the site count, `v20.1.0.md` is a name. */
function suffixOf(path: string, languages: Codes): Language | undefined {
  const bare = withoutEnding(path);
  const code = bare.slice(bare.lastIndexOf('.') + 1);
  return bare !== path && bare.includes('.', bare.lastIndexOf('/')) && Object.hasOwn(languages, code)
    ? code
    : undefined;
}

/** The same of the files that say their language by name in any site: of categories, authors and tags. */
const suffixIn = (path: string, languages: Codes): Language | undefined =>
  /\/_(?:index|authors\/|tags\/)/.test(path) ? suffixOf(path, languages) : undefined;
