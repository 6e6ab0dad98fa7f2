import { existsSync, realpathSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import pc from 'picocolors';
import { documentKind } from '../addresses/document-kind.ts';
import type { Trees } from '../addresses/language-of.ts';
import { check as checkSite } from '../build/check.ts';
import { createExcerpts } from '../diagnostics/excerpt.ts';
import type { MessageLanguage } from '../diagnostics/phrases.ts';
import { explain, helpOf, pathFrom } from '../diagnostics/print.ts';
import { printMessages } from '../diagnostics/print-messages.ts';
import { toAnnotation } from '../diagnostics/to-annotation.ts';
import { UsageError } from '../diagnostics/usage-error.ts';
import { changedFiles } from '../history/changed-files.ts';
import { findTop, mainBranches, originHead } from '../history/find-repository.ts';
import { counting } from './counting.ts';
import { type StoreFlags, toStoreOptions } from './store-options.ts';

export interface CheckFlags extends Pick<StoreFlags, 'store'> {
  readonly site: string;
  readonly changed?: boolean | string;
  readonly format: string;
  readonly strict?: boolean;
  /** Whether every position of a warning is shown. */
  readonly all?: boolean;
  readonly language: MessageLanguage;
}

/**
 * Reports what is wrong with the site, or with some of its files, and writes nothing. Resolves to the exit
 * status, the same as that of a build.
 */
export async function check(
  files: readonly string[],
  { site, changed = false, format, strict = false, all = false, language, store }: CheckFlags,
): Promise<number> {
  if (!['text', 'json', 'github'].includes(format))
    throw new UsageError({
      en: `--format ${format}: expected text, json or github`,
      vi: `--format ${format}: cần text, json hoặc github`,
    });
  const root = path.resolve(site);
  const names = files.map((file) => toName(file, root));
  const noDocuments: string[] = [];
  const result = await checkSite({
    root,
    now: Date.now(),
    jobs: availableParallelism(),
    store: toStoreOptions({ store }, process.env),
    select: async (config) => {
      const { branch } = config.workflow;
      noDocuments.push(...names.filter((file) => isNoDocument(file, { root, trees: config })));
      const isNamed = (file: string): boolean =>
        names.length === 0 ||
        names.some((name) => name === '' || file === name || file.startsWith(`${name}/`));
      if (changed === false) return { isSelected: isNamed, gone: false };
      const main = branch === undefined ? {} : { main: branch };
      const changes = await findChanges({ root, named: changed, ...main });
      const isChanged = (file: string): boolean => changes.files.has(path.join(realpathSync(root), file));
      return { isSelected: (file) => isNamed(file) && isChanged(file), gone: changes.gone };
    },
  });
  for (const notice of result.notices ?? []) process.stderr.write(`${notice[language]}\n`);
  print(result, { root, format, all, language });
  for (const name of noDocuments)
    process.stderr.write(
      language === 'vi'
        ? `${name}: không phải là văn bản của trang, nên không có gì để xem ở đó\n`
        : `${name}: no document of the site, so there is nothing to check in it\n`,
    );
  return result.errors > 0 || (strict && result.warnings > 0) ? 1 : 0;
}

/** The path of a file or folder in the site. Throws a `UsageError` where there is none. */
function toName(file: string, root: string): string {
  const full = path.resolve(file);
  if (!existsSync(full)) throw new UsageError({ en: `there is no file ${file}`, vi: `không có tệp ${file}` });
  const name = path.relative(root, full).split(path.sep).join('/');
  if (name.split('/')[0] === '..' || path.isAbsolute(name))
    throw new UsageError({
      en: `${file} is no part of the site in ${root}`,
      vi: `${file} không thuộc trang trong ${root}`,
    });
  return name;
}

type Result = Awaited<ReturnType<typeof checkSite>>;

interface PrintOptions {
  readonly root: string;
  readonly format: string;
  readonly all: boolean;
  readonly language: MessageLanguage;
}

function print(result: Result, { root, format, all, language }: PrintOptions): void {
  if (format === 'json') printJson(result, language);
  else if (format === 'github') printAnnotations(result, { root, language });
  else printText(result, { root, all, language });
}

function printJson(result: Result, language: MessageLanguage): void {
  const messages = result.messages.map((message) => ({
    ...message,
    ...explain(message, language),
    help: helpOf(message.rule),
  }));
  process.stdout.write(`${JSON.stringify({ ...result, messages })}\n`);
}

/** GitHub needs paths relative to the repository. */
function printAnnotations(
  { messages }: Result,
  { root, language }: Pick<PrintOptions, 'root' | 'language'>,
): void {
  const from = realpathSync(findTop(root) ?? process.cwd());
  for (const message of messages) {
    const file = pathFrom({ from, root: realpathSync(root), file: message.path });
    process.stdout.write(`${toAnnotation({ ...message, path: file }, language)}\n`);
  }
}

function printText(result: Result, { root, all, language }: Omit<PrintOptions, 'format'>): void {
  const excerpt = createExcerpts(root);
  const shown = { language, colors: pc, excerpt, from: process.cwd(), root, all };
  for (const lines of printMessages(result.messages, shown)) process.stdout.write(`${lines}\n`);
  process.stdout.write(summary(result, language));
}

/** Whether a file cannot have problems: it is no document, template or configuration. */
const isNoDocument = (file: string, { root, trees }: { root: string; trees: Trees }): boolean =>
  statSync(path.join(root, file)).isFile() &&
  !/^(?:templates\/|broadsheet\.config\.)/.test(file) &&
  documentKind(file, trees) === undefined;

function summary(
  { files, errors, warnings }: { files: number; errors: number; warnings: number },
  language: MessageLanguage,
): string {
  const { number, plural } = counting(language);
  const line =
    language === 'vi'
      ? `Đã xem ${number(files)} tệp: ${number(errors)} lỗi, ${number(warnings)} cảnh báo`
      : `${plural(files, 'file')} checked: ${plural(errors, 'error')}, ${plural(warnings, 'warning')}`;
  return `${errors > 0 ? pc.red(line) : pc.green(line)}\n`;
}

/** Compares with the given branch, else that of the pull request, else the main one. */
async function findChanges({ root, named, main }: { root: string; named: true | string; main?: string }) {
  const { GITHUB_BASE_REF: github, CI_MERGE_REQUEST_TARGET_BRANCH_NAME: gitlab } = process.env;
  const target = github || gitlab;
  const origin = named === true ? await originHead(root) : undefined;
  const names = [
    ...(target ? [target] : []),
    ...mainBranches({ ...(main !== undefined && { named: main }), ...(origin !== undefined && { origin }) }),
  ];
  const branches = named === true ? names.flatMap((name) => [`origin/${name}`, name]) : [named];
  const changes = await changedFiles({ root, branches });
  if (!changes)
    throw new UsageError({
      en: `--changed: there is no common commit with ${named === true ? 'a main branch' : named} (in CI, fetch its history: fetch-depth 0)`,
      vi: `--changed: không có commit chung với ${named === true ? 'nhánh chính' : named} (trong CI, hãy lấy cả lịch sử: fetch-depth 0)`,
    });
  return changes;
}
