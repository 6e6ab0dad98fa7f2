import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { idOf, type Trees } from '../addresses/language-of.ts';
import { isMarkdown } from '../addresses/markdown-name.ts';
import { sourceText } from '../bytes/utf8.ts';
import { readFrontMatter } from '../front-matter/front-matter.ts';
import { GitError, gitText } from './git.ts';

/**
 * Finds who is writing: the id in `content/_authors/` of git's user, by email address or name; else the name
 * in git's configuration; undefined when there is none.
 */
export async function findAuthor({
  root,
  trees,
}: {
  root: string;
  trees: Trees;
}): Promise<string | undefined> {
  const [name, email] = [await ask(root, 'user.name'), await ask(root, 'user.email')];
  const folder = path.join(root, 'content/_authors');
  for (const file of existsSync(folder) ? readdirSync(folder).filter(isMarkdown).sort() : []) {
    const matter = readFrontMatter({ text: sourceText(readFileSync(path.join(folder, file))), path: file });
    if ('rule' in matter) continue;
    const { email: written, name: authorName } = matter.fields;
    const addresses = (Array.isArray(written) ? written : [written]).map((address) =>
      String(address).toLowerCase(),
    );
    if (
      (email !== undefined && addresses.includes(email.toLowerCase())) ||
      (name !== undefined && String(authorName).normalize('NFC') === name)
    )
      return idOf(`content/_authors/${file}`, trees);
  }
  return name;
}

async function ask(cwd: string, key: string): Promise<string | undefined> {
  try {
    return (await gitText({ cwd, args: ['config', key] })).trim().normalize('NFC') || undefined;
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}
