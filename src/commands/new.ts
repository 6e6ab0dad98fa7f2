import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import pc from 'picocolors';
import { documentKind } from '../addresses/document-kind.ts';
import type { Trees } from '../addresses/language-of.ts';
import { markdownEndings } from '../addresses/markdown-name.ts';
import { toSegment } from '../addresses/segment.ts';
import { cutSlug } from '../addresses/slug.ts';
import type { SourcePath } from '../brands.ts';
import { createFile } from '../bytes/replace-file.ts';
import { loadConfig } from '../config/load-config.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { MessageLanguage } from '../diagnostics/phrases.ts';
import { UsageError } from '../diagnostics/usage-error.ts';
import { writeFrontMatter } from '../front-matter/write-front-matter.ts';
import { findAuthor } from '../history/find-author.ts';

export interface NewFlags {
  readonly site: string;
  readonly folder?: boolean;
  readonly language: MessageLanguage;
}

const words = {
  vi: {
    category: 'Chuyên mục nào?',
    title: 'Tiêu đề của bài?',
    next: 'Bài là bản nháp: “broadsheet dev --drafts” cho xem bài trong lúc viết; để đăng, đổi “status: draft” thành “status: approved”.',
  },
  en: {
    category: 'Which category?',
    title: 'What is the headline?',
    next: 'It is a draft: “broadsheet dev --drafts” shows it while you write; to publish it, change “status: draft” to “status: approved”.',
  },
} as const;
/** Longest slug, in characters. Longer ones are cut at a word. */
const longest = 80;

/**
 * Creates an article as a draft, and prints its path. Asks for missing values on a terminal only; overwrites
 * nothing.
 */
export async function newArticle(
  category: string | undefined,
  title: string | undefined,
  { site, folder = false, language }: NewFlags,
): Promise<number> {
  const root = path.resolve(site);
  const { config } = await loadConfig(root);
  const categories = findCategories(path.join(root, 'content'), config);
  const answers = await askForMissing({ category, title, categories, language });
  const key = toCategory(answers.category, categories);
  const headline = answers.title.normalize('NFC').trim().replace(/\s+/g, ' ');
  const file = toFreeFile({ base: path.join(root, 'content', key), headline, folder });
  const author = await findAuthor({ root, trees: config });
  createFile(
    file,
    writeFrontMatter({
      title: headline,
      now: Date.now(),
      timeZone: config.site.timeZone,
      ...(author !== undefined && { author }),
    }),
  );
  process.stdout.write(`${pc.green(path.relative(process.cwd(), file))}\n`);
  // On stderr, since the output is only the path.
  process.stderr.write(`${words[language].next}\n`);
  return 0;
}

interface Asked {
  readonly category: string | undefined;
  readonly title: string | undefined;
  readonly categories: readonly string[];
  readonly language: MessageLanguage;
}

/** Asks for the category and the headline if the command line lacks them. */
async function askForMissing({ category, title, categories, language }: Asked) {
  const asks = process.stdin.isTTY === true && process.stdout.isTTY === true;
  const ask = () => import('./ask.ts');
  const chosen =
    category ??
    (asks
      ? await (await ask()).askOne(
          words[language].category,
          categories.map((key) => ({ value: key, label: key })),
        )
      : undefined);
  const written = title ?? (asks ? await (await ask()).askText(words[language].title) : undefined);
  if (chosen === undefined || !written?.trim())
    throw new UsageError({
      en: 'expected a category and a headline: broadsheet new kinh-te "Giá lúa tăng"',
      vi: 'cần một chuyên mục và một tiêu đề: broadsheet new kinh-te "Giá lúa tăng"',
    });
  return { category: chosen, title: written };
}

/** The path of a category below `content/`, for a path in any form. Throws where there is none. */
function toCategory(written: string, categories: readonly string[]): string {
  const key = written
    .normalize('NFC')
    .replace(/^(?:content)?\/+|\/+$/g, '')
    .replace(/^content\//, '');
  if (categories.includes(key)) return key;
  const near = nearest(key, categories);
  throw new UsageError({
    en: `there is no category "${key}"${near ? `; did you mean "${near}"?` : ''} (categories: ${categories.join(', ') || 'none'})`,
    vi: `không có chuyên mục "${key}"${near ? `; có phải bạn muốn viết "${near}"?` : ''} (các chuyên mục: ${categories.join(', ') || 'chưa có'})`,
  });
}

interface FileInput {
  /** The folder of the category. */
  readonly base: string;
  readonly headline: string;
  /** Whether the article has a folder of its own. */
  readonly folder: boolean;
}

/** The file for an article with this headline. Throws where it exists. */
function toFreeFile({ base, headline, folder }: FileInput): string {
  const slug = toFree(shorten(toSegment(headline)));
  const taken = [...markdownEndings.map((ending) => `${slug}${ending}`), slug]
    .map((name) => path.join(base, name))
    .find((file) => existsSync(file));
  if (taken !== undefined)
    throw new UsageError({
      en: `${path.relative(process.cwd(), taken)} is there already: choose another headline`,
      vi: `đã có ${path.relative(process.cwd(), taken)}: chọn tiêu đề khác`,
    });
  return path.join(base, folder ? `${slug}/index.md` : `${slug}.md`);
}

/**
 * A file `index.md` is the page or article of its folder, so an article with that headline needs another
 * name.
 */
const toFree = (slug: string): string => (slug === 'index' ? 'index-1' : slug);

function shorten(slug: string): string {
  const cut = cutSlug(slug, longest);
  return cut === slug || slug.charAt(cut.length) === '-' || !cut.includes('-')
    ? cut
    : cut.slice(0, cut.lastIndexOf('-'));
}

/** Paths below `content/` of the folders that have an `_index.md`, sorted. */
function findCategories(content: string, trees: Trees): string[] {
  const folders = readdirSync(content, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(/[\\/]/))
    .filter(
      (parts) =>
        documentKind(['content', ...parts].join('/') as SourcePath, trees) === 'category' &&
        !parts.some((part) => part.startsWith('.')),
    )
    .map((parts) => parts.slice(0, -1).join('/').normalize('NFC'));
  return [...new Set(folders)].sort();
}
