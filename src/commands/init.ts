import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import pc from 'picocolors';
import { toSlug } from '../addresses/slug.ts';
import { createFile } from '../bytes/replace-file.ts';
import { isTimeZone } from '../config/config.ts';
import { atInstant } from '../dates/date-time.ts';
import type { MessageLanguage } from '../diagnostics/phrases.ts';
import { UsageError } from '../diagnostics/usage-error.ts';
import { packageRoot } from '../package-root.ts';
import { version } from '../tool/version.ts';
import { type FieldSchema, frontMatterSnippets } from './front-matter-snippets.ts';

/** npm leaves some dotfiles out of packages, so these are packed without the dot. */
const dotted = /^(?:gitignore|github|gitlab-ci\.yml|vscode)(?=\/|$)/;
/** The folders for the picture of the starter. */
const pictures = {
  vi: 'content/van-hoa/dem-hoa-dang/hoa-dang.jpg',
  en: 'content/culture/night-of-lanterns/lanterns.jpg',
} as const;
const words = {
  vi: {
    made: 'Đã tạo cổng tin trong',
    next: 'Tiếp theo',
    whichZone: 'Múi giờ của trang?',
    zone: (zone: string) => `Giờ trên trang theo múi giờ ${zone} (timeZone trong broadsheet.config.ts).`,
    local: (from: string) =>
      `Lưu ý: package.json lấy Broadsheet từ ${from}, nơi CI không có. README.md nói cần làm gì trước khi đẩy lên.`,
  },
  en: {
    made: 'Made a portal in',
    next: 'Next',
    whichZone: 'In which time zone is the newsroom?',
    zone: (zone: string) => `Times are those of ${zone} (timeZone in broadsheet.config.ts).`,
    local: (from: string) =>
      `Note: package.json takes Broadsheet from ${from}, which CI does not have. README.md says what to do before you push.`,
  },
} as const;

/** Writes a small portal that builds at once into a new or empty folder. */
export async function init(folder: string, { language }: { language: MessageLanguage }): Promise<number> {
  const target = path.resolve(folder);
  if (existsSync(target) && readdirSync(target).some((name) => name !== '.git'))
    throw new UsageError({
      en: `${target} is not empty: choose a new folder`,
      vi: `${target} không trống: chọn một thư mục mới`,
    });
  const starter = path.join(packageRoot, 'starter');
  // A publication date that is in the past in every time zone.
  const zone = await chooseZone(language);
  const now = atInstant(Date.now() - 3_600_000, zone)
    .slice(0, 16)
    .replace('T', ' ');
  const fill = (text: string): string => text.replaceAll('{{now}}', now).replaceAll('{{zone}}', zone);
  const isNew = !existsSync(target);
  const made: string[] = [];
  const write = (file: string, content: Uint8Array | string): void => {
    try {
      made.push(file);
      createFile(path.join(target, file), content);
    } catch (error) {
      // A partial portal is of no use, and the folder would no longer be empty.
      for (const name of isNew ? ['.'] : new Set(made.map((one) => one.split('/', 1)[0] ?? one)))
        rmSync(path.join(target, name), { recursive: true, force: true });
      throw error;
    }
  };
  for (const part of ['common', language]) {
    for (const entry of readdirSync(path.join(starter, part), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const full = path.join(entry.parentPath, entry.name);
      const file = path.relative(path.join(starter, part), full).split(path.sep).join('/');
      if (file === 'picture.jpg') write(pictures[language], readFileSync(full));
      else write(file.replace(dotted, '.$&'), fill(readFileSync(full, 'utf8')));
    }
  }
  const { properties } = JSON.parse(
    readFileSync(path.join(packageRoot, 'lib/schema/article.json'), 'utf8'),
  ) as { properties: Record<string, FieldSchema> };
  write(
    '.vscode/front-matter.code-snippets',
    `${JSON.stringify(frontMatterSnippets(properties), null, 2)}\n`,
  );
  const from = source();
  write('package.json', `${JSON.stringify(manifest(path.basename(target), from), null, 2)}\n`);
  const w = words[language];
  process.stdout.write(
    `${pc.green(`${w.made} ${target}`)}\n${w.next}:\n  cd ${path.relative(process.cwd(), target) || '.'}\n  npm install\n  npm run dev\n${w.zone(zone)}\n${from.startsWith('file:') ? `${w.local(from.slice('file:'.length))}\n` : ''}`,
  );
  return 0;
}

/** A Vietnamese portal gets Vietnam's time zone; any other the one that the user chooses, or the system's. */
async function chooseZone(language: MessageLanguage): Promise<string> {
  if (language === 'vi') return 'Asia/Ho_Chi_Minh';
  const initial = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!process.stdin.isTTY || !process.stdout.isTTY) return initial;
  const { askText } = await import('./ask.ts');
  return (await askText(words[language].whichZone, { initial, isValid: isTimeZone })).trim();
}

const manifest = (name: string, broadsheet: string): object => ({
  name: toSlug(name).replace(/[^a-z0-9-]+/g, '') || 'portal',
  private: true,
  type: 'module',
  engines: { node: '>=20.19' },
  scripts: {
    dev: 'broadsheet dev --drafts',
    build: 'broadsheet build',
    check: 'broadsheet check',
    new: 'broadsheet new',
    preview: 'broadsheet preview',
  },
  dependencies: { broadsheet },
});

/**
 * Where `npm install` gets this tool: the packed file or registry that it was installed from, or its folder
 * when it was not installed.
 */
function source(): string {
  const modules = path.dirname(packageRoot);
  if (path.basename(modules) !== 'node_modules') return `file:${packageRoot}`;
  try {
    const { packages } = JSON.parse(readFileSync(path.join(modules, '.package-lock.json'), 'utf8')) as {
      packages: Record<string, { resolved?: string } | undefined>;
    };
    const resolved = packages[`node_modules/${path.basename(packageRoot)}`]?.resolved;
    if (resolved?.startsWith('file:'))
      return `file:${path.resolve(path.dirname(modules), resolved.slice('file:'.length))}`;
  } catch {
    // With another package manager, the registry is used.
  }
  return `^${version}`;
}
