import type { Language } from '../brands.ts';
import type { ResolvedConfig } from '../config/config.ts';
import { withoutEnding } from './markdown-name.ts';

/** The parts of the configuration that decide which language a file belongs to. */
export type Trees = Pick<ResolvedConfig, 'languages' | 'languageFiles' | 'edition'> & {
  readonly site: Pick<ResolvedConfig['site'], 'language'>;
};

/**
 * In which language's tree a Markdown file lies: `en` for `content/en/kinh-te/gia-lua.md` or, where languages
 * are told by the names of files, for `content/kinh-te/gia-lua.en.md`.
 */
export const languageOf = (path: string, trees: Trees): Language =>
  (trees.languages && inTree(path, trees.languages, trees).language) ??
  trees.edition?.own ??
  trees.site.language;

/** The path of a Markdown file in its language's tree: `content/kinh-te/gia-lua.md` for both of the above. */
export const nameOf = <Path extends string>(path: Path, trees: Trees): Path =>
  trees.languages ? (inTree(path, trees.languages, trees).name as Path) : path;

/** What a file is called in any language, without its folder: `ngoc` for `content/_authors/ngoc.en.md`. */
export function idOf(path: string, trees: Trees): string {
  const name = nameOf(path, trees);
  return withoutEnding(name.slice(name.lastIndexOf('/') + 1));
}

/** Splits the language off a path: the language, if the path names one, and the rest of the path. */
function inTree(
  path: string,
  languages: Codes,
  { languageFiles }: Trees,
): { readonly language: Language | undefined; readonly name: string } {
  const folder = languageFiles === 'folders' ? folderOf(path, languages) : undefined;
  const name = folder === undefined ? path : `content/${path.slice(`content/${folder}/`.length)}`;
  const suffix = languageFiles === 'folders' ? suffixIn(name, languages) : suffixOf(name, languages);
  if (suffix === undefined) return { language: folder, name };
  const bare = withoutEnding(name);
  return {
    language: folder ?? suffix,
    name: `${bare.slice(0, -suffix.length - 1)}${name.slice(bare.length)}`,
  };
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
