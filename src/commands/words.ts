import { existsSync } from 'node:fs';
import path from 'node:path';
import pc from 'picocolors';
import { createFile } from '../bytes/replace-file.ts';
import { configFileOf } from '../config/load-config.ts';
import type { MessageLanguage } from '../diagnostics/phrases.ts';
import { UsageError } from '../diagnostics/usage-error.ts';
import { shippedTheme } from '../theme/load.ts';
import { findWords, noteOf, type Words } from '../words/words.ts';

/**
 * Writes all words of the interface, in English or in the theme's own words for that language, into the
 * site's `templates/words/`, and prints the path. Overwrites nothing.
 */
export async function writeWords(
  code: string,
  { site, language }: { readonly site: string; readonly language: MessageLanguage },
): Promise<number> {
  if (!/^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/.test(code))
    throw new UsageError({
      en: `expected the code of a language, such as km or zh-Hant, not "${code}"`,
      vi: `cần mã của một ngôn ngữ, ví dụ km hay zh-Hant, không phải “${code}”`,
    });
  const root = path.resolve(site);
  configFileOf(root);
  const folder = path.join(root, 'templates/words');
  const taken = ['ts', 'js'].map((ending) => path.join(folder, `${code}.${ending}`)).find(existsSync);
  if (taken !== undefined) {
    const name = path.relative(process.cwd(), taken);
    throw new UsageError({ en: `${name} is there already`, vi: `đã có ${name}` });
  }
  const file = path.join(folder, `${code}.ts`);
  createFile(file, toSource(findWords(shippedTheme().assets.words, code)));
  process.stdout.write(`${pc.green(path.relative(process.cwd(), file))}\n`);
  process.stderr.write(
    language === 'vi'
      ? 'Hãy dịch các văn bản; tên ở bên trái và những gì trong ngoặc nhọn, như {count}, giữ nguyên.\n'
      : 'Translate the texts; keep the names on the left, and what stands in braces, such as {count}.\n',
  );
  return 0;
}

const header = `import type { Words } from 'broadsheet';

// Translate the texts. What stands in braces, such as {count}, is filled in. A text that counts may have the
// plural forms of the language: { zero, one, two, few, many, other }.
export default {
`;

const toSource = (words: Words): string => `${header}${lines(words, '')}} satisfies Words;\n`;

/** A line for each word, below one that explains it. */
function lines(words: object, group: string): string {
  const indent = group === '' ? '  ' : '    ';
  return Object.entries(words)
    .filter(([name]) => name !== 'lang')
    .map(([name, value]) =>
      name === 'types'
        ? `${indent}types: {\n${lines(value as object, 'types.')}${indent}},\n`
        : `${indent}// ${sentence(noteOf(group + name))}\n${indent}${name}: ${literal(value)},\n`,
    )
    .join('');
}

const sentence = (note: string): string => `${note.charAt(0).toUpperCase()}${note.slice(1)}.`;

function literal(value: unknown): string {
  if (typeof value === 'string') return `'${value.replace(/[\\']/g, '\\$&')}'`;
  const forms = Object.entries(value as object).map(([form, text]) => `${form}: ${literal(text)}`);
  return `{ ${forms.join(', ')} }`;
}
