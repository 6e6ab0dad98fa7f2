import { existsSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { documentKind } from '../addresses/document-kind.ts';
import type { Trees } from '../addresses/language-of.ts';
import type { SourcePath } from '../brands.ts';
import { withFile } from '../bytes/name-file.ts';
import { replaceFile } from '../bytes/replace-file.ts';
import type { MessageLanguage } from '../diagnostics/phrases.ts';
import { gitText } from '../history/git.ts';
import { languageOfSite } from '../reports/report-format.ts';
import type { Document } from '../types.ts';
import { printCodeowners, replaceBlock } from '../workflow/codeowners.ts';
import { survey } from './survey.ts';

export interface CodeownersFlags {
  readonly site: string;
  readonly output?: string;
  readonly language: MessageLanguage;
}

const places = ['.github/CODEOWNERS', '.gitlab/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];

/**
 * Writes who has to approve changes of each category into CODEOWNERS. Resolves to 1 when an editor has
 * neither account nor email address, or the editors of a category cannot be read.
 */
export async function codeowners({ site, output, language }: CodeownersFlags): Promise<number> {
  const { root, config, registry, analysis } = await survey({ site });
  const { top, prefix } = await placeInGit(root);
  const file =
    output === undefined
      ? path.join(top, places.find((place) => existsSync(path.join(top, place))) ?? '.github/CODEOWNERS')
      : path.resolve(output);
  const inside = path.relative(top, file).replaceAll(path.sep, '/');
  const { text, unknown } = printCodeowners({
    prefix,
    language: languageOfSite(config),
    owners: config.workflow.owners,
    ...(!inside.startsWith('../') && !path.isAbsolute(inside) && { file: inside }),
    categories: analysis.modelled.site.editions
      .flatMap(({ categories }) => [...categories.values()])
      .map(({ document }) => ({
        key: path.posix.dirname(document.path.normalize('NFC')).slice('content/'.length),
        editors: document.data.editors,
      })),
    ownerOf: (editor) => {
      const data = registry.entry(editor)?.document.data;
      if (data?.handle !== undefined) return data.handle.includes('@') ? data.handle : `@${data.handle}`;
      return (
        data?.email?.find((address) => /^[^\s@]+@[^\s@]+$/.test(address)) ??
        (/^@\S+$|^\S+@\S+$/.test(editor) ? editor : undefined)
      );
    },
  });
  const before = existsSync(file) ? withFile(file, (name) => readFileSync(name, 'utf8')) : '';
  write(file, replaceBlock(before, text));
  const unread = withoutReadableEditors(analysis.documents, config);
  for (const editor of unknown) process.stderr.write(unknownEditor(editor, language));
  for (const index of unread) process.stderr.write(unreadEditors(index, language));
  process.stdout.write(`${path.relative(process.cwd(), file)}\n`);
  return unknown.length > 0 || unread.length > 0 ? 1 : 0;
}

/** The `_index.md` files whose `editors` are unknown, since the field or the whole file cannot be read. */
const withoutReadableEditors = (documents: readonly Document[], trees: Trees): SourcePath[] =>
  documents.flatMap((document) => {
    const isUnread =
      document.kind === 'category'
        ? document.data.unknownEditors === true
        : document.kind === 'broken' && documentKind(document.path, trees) === 'category';
    return isUnread ? [document.path] : [];
  });

const unknownEditor = (editor: string, language: MessageLanguage): string =>
  language === 'vi'
    ? `“${editor}” không có “handle” hay “email” trong content/_authors/, nên không được ghi vào CODEOWNERS\n`
    : `"${editor}" has neither "handle" nor "email" in content/_authors/ and is not in CODEOWNERS\n`;

const unreadEditors = (index: SourcePath, language: MessageLanguage): string =>
  language === 'vi'
    ? `không đọc được biên tập viên trong ${index}, nên chuyên mục không có dòng riêng trong CODEOWNERS; “broadsheet check” cho biết phải sửa gì\n`
    : `the editors in ${index} cannot be read, so the category has no line of its own in CODEOWNERS; "broadsheet check" says what to mend\n`;

/** Replaces a file, following symbolic links. What is no regular file, such as a pipe, is written to. */
function write(file: string, text: string): void {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat === undefined || stat.isFile()) replaceFile(stat ? realpathSync(file) : file, [text]);
  else writeFileSync(file, text);
}

/** The work tree's top and the site's folder below it; the site's folder itself where there is no git. */
async function placeInGit(root: string): Promise<{ top: string; prefix: string }> {
  try {
    const [top = root, prefix = ''] = (
      await gitText({ cwd: root, args: ['rev-parse', '--show-toplevel', '--show-prefix'] })
    ).split('\n');
    return { top, prefix };
  } catch {
    return { top: root, prefix: '' };
  }
}
