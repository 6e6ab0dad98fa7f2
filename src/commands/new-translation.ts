import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pc from 'picocolors';
import { documentKind } from '../addresses/document-kind.ts';
import { languageOf, nameOf } from '../addresses/language-of.ts';
import { isRemote, locate } from '../addresses/locate.ts';
import { withoutEnding } from '../addresses/markdown-name.ts';
import type { Language, SourcePath } from '../brands.ts';
import { createFile } from '../bytes/replace-file.ts';
import { sourceText } from '../bytes/utf8.ts';
import type { ResolvedConfig } from '../config/config.ts';
import { loadConfig } from '../config/load-config.ts';
import type { MessageLanguage } from '../diagnostics/phrases.ts';
import { UsageError } from '../diagnostics/usage-error.ts';
import { readFrontMatter } from '../front-matter/front-matter.ts';

interface Flags {
  readonly site: string;
  /** The language to translate into. */
  readonly to?: string;
  readonly language: MessageLanguage;
}

/** Fields that are the same in every language, in the order in which they are written. */
const carried = [
  'date',
  'author',
  'authors',
  'type',
  'layout',
  'category',
  'categories',
  'document',
] as const;

/**
 * Creates the translation of an article or a plain page as a draft, and prints its path. Overwrites nothing.
 */
export async function newTranslation(original: string, { site, to, language }: Flags): Promise<number> {
  const root = path.resolve(site);
  const { config } = await loadConfig(root);
  const full = path.resolve(original);
  const source = path.relative(root, full).split(path.sep).join('/') as SourcePath;
  const target = languageFor(to, { config, source });
  const kind = documentKind(source, config);
  if (!existsSync(full) || (kind !== 'article' && kind !== 'page'))
    throw new UsageError({
      en: `${original} is no article or page of the site in ${root}`,
      vi: `${original} không phải là bài viết hay trang của trang ở ${root}`,
    });
  const matter = readFrontMatter({ text: sourceText(readFileSync(full)), path: source });
  if ('rule' in matter)
    throw new UsageError({
      en: `the front matter of ${source} cannot be read: broadsheet check says why`,
      vi: `không đọc được phần đầu của ${source}: broadsheet check cho biết vì sao`,
    });
  const name = translatedName(source, target, config);
  const file = path.join(root, name);
  if (existsSync(file)) throw new UsageError({ en: `${name} is there already`, vi: `đã có ${name}` });
  createFile(
    file,
    toFrontMatter(matter.fields, { source, isMoved: path.dirname(name) !== path.dirname(source) }),
  );
  process.stdout.write(`${pc.green(path.relative(process.cwd(), file))}\n`);
  process.stderr.write(
    language === 'vi'
      ? `Bản dịch là bản nháp, với đầu đề và chú thích của bài gốc: hãy dịch, rồi đổi “status: draft” thành “status: approved”.\n`
      : `It is a draft, with the headline and captions of its original: translate them, then change “status: draft” to “status: approved”.\n`,
  );
  return 0;
}

interface Place {
  readonly config: ResolvedConfig;
  readonly source: SourcePath;
}

/** The language given by `--to`. */
function languageFor(to: string | undefined, { config, source }: Place): Language {
  const others = Object.keys(config.languages ?? {}).filter((code) => code !== languageOf(source, config));
  if (to !== undefined && others.includes(to)) return to;
  const languages = others.join(', ');
  throw new UsageError({
    en: `--to: expected ${languages || 'a language of the site, which has none besides its own (“languages” in broadsheet.config.ts)'}`,
    vi: `--to: cần ${languages || 'một ngôn ngữ của trang, mà trang chỉ có một (“languages” trong broadsheet.config.ts)'}`,
  });
}

/** The path of the translation of a file, by the site's convention. */
function translatedName(source: SourcePath, language: Language, config: ResolvedConfig): string {
  const name = nameOf(source, config);
  const isOwn = language === config.site.language;
  if (config.languageFiles === 'folders')
    return isOwn ? name : `content/${language}/${name.slice('content/'.length)}`;
  const bare = withoutEnding(name);
  return isOwn ? name : `${bare}.${language}${name.slice(bare.length)}`;
}

/** JSON's strings and lists are valid YAML, whatever they contain. */
function toFrontMatter(
  fields: Readonly<Record<string, unknown>>,
  { source, isMoved }: { readonly source: SourcePath; readonly isMoved: boolean },
): string {
  const line = (key: string, value: unknown): string[] =>
    value === undefined ? [] : [`${key}: ${JSON.stringify(value)}`];
  const image = isMoved ? withPlacedPicture(fields.image, source) : fields.image;
  return [
    '---',
    ...line('title', fields.title),
    ...line('summary', fields.summary),
    ...carried.flatMap((key) => line(key, fields[key])),
    ...line('image', image),
    'status: draft',
    '---',
    '',
    '',
  ].join('\n');
}

/**
 * The path of a picture beside the original, as a translation in another folder writes it: from `content/`.
 */
function withPlacedPicture(image: unknown, source: SourcePath): unknown {
  const place = (url: string): string => {
    const location = isRemote(url) ? undefined : locate({ from: source, url, origin: 'https://x.invalid' });
    return location?.kind === 'file' ? location.path.slice('content'.length) : url;
  };
  if (typeof image === 'string') return place(image);
  if (typeof image !== 'object' || image === null || !('src' in image)) return image;
  return typeof image.src === 'string' ? { ...image, src: place(image.src) } : image;
}
