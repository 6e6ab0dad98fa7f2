import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { build } from '../src/build/build.ts';
import type { BuildOptions, BuildResult } from '../src/build/build-result.ts';

/** Paths below the site's folder and what the files hold. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

export interface InlineSite {
  readonly root: string;
  /** Writes files, all at once; returns the site, to be built. */
  readonly write: (files: Files) => InlineSite;
  readonly remove: (file: string) => InlineSite;
  readonly move: (from: string, to: string) => InlineSite;
  /** Builds to `dist`, as of {@link now}, with the cache, in this thread, unless told otherwise. */
  readonly build: (options?: Partial<Omit<BuildOptions, 'root'>>) => Promise<BuildResult>;
  /** An output as text. */
  readonly read: (output: string) => string;
  readonly has: (output: string) => boolean;
  /** Every output by its path, in order; `out` is the folder's name. */
  readonly tree: (out?: string) => Map<string, Buffer>;
  readonly dispose: () => void;
}

/** The moment of builds in tests. */
export const now = Date.parse('2026-11-22T08:00:00+07:00');

/** A configuration with the required options, in Vietnamese, and others given as source text. */
export const configuration = (options = ''): string =>
  `import { defineConfig } from 'broadsheet';\nexport default defineConfig({ site: { title: 'Báo Thử', origin: 'https://bao.example' }, ${options} });\n`;

const basis: Files = {
  'broadsheet.config.ts': configuration(),
  'content/kinh-te/_index.md': '---\ntitle: Kinh tế\n---\n',
};

/**
 * A small site in a temporary folder, which is there until {@link InlineSite.dispose}. It has a configuration
 * and the category `kinh-te`.
 */
export function createSite(files: Files): InlineSite {
  const root = mkdtempSync(path.join(tmpdir(), 'broadsheet-site-'));
  const at = (file: string): string => path.join(root, file);
  const site: InlineSite = {
    root,
    write: (written) => {
      for (const [file, content] of Object.entries(written)) {
        mkdirSync(path.dirname(at(file)), { recursive: true });
        writeFileSync(at(file), content);
      }
      return site;
    },
    remove: (file) => {
      rmSync(at(file), { recursive: true });
      return site;
    },
    move: (from, to) => {
      mkdirSync(path.dirname(at(to)), { recursive: true });
      renameSync(at(from), at(to));
      return site;
    },
    build: (options) => build({ root, out: at('dist'), now, cache: true, jobs: 1, ...options }),
    read: (output) => readFileSync(at(path.join('dist', output)), 'utf8'),
    has: (output) => existsSync(at(path.join('dist', output))),
    tree: (out = 'dist') => readTree(at(out)),
    dispose: () => rmSync(root, { recursive: true, force: true }),
  };
  return site.write(basis).write(files);
}

/** A small site in a temporary folder, which is there until the test ends. */
export function inlineSite(files: Files = {}): InlineSite {
  const site = createSite(files);
  onTestFinished(site.dispose);
  return site;
}

/** Every file below a folder by its path, in order. */
export function readTree(folder: string): Map<string, Buffer> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  return new Map(files.map((file) => [path.relative(folder, file), readFileSync(file)]));
}

/** An article's file: its front matter, a date unless there is one, and a body. */
export const article = (fields: string, body = 'Nội dung bài viết.'): string =>
  `---\n${fields}\n${/^date:/m.test(fields) ? '' : 'date: 2026-11-16 08:30\n'}---\n${body}\n`;

/** What a build reported: `path:line:column rule severity`. */
export const reported = ({ messages }: Pick<BuildResult, 'messages'>): string[] =>
  messages.map(
    ({ path: file, line, column, rule, severity }) =>
      `${file}${line === undefined ? '' : `:${line}:${column}`} ${rule}${severity === 'error' ? '' : ` ${severity}`}`,
  );
