import { readFileSync } from 'node:fs';
import path from 'node:path';
import { editionsOf } from '../addresses/editions.ts';
import { languageOf } from '../addresses/language-of.ts';
import type { BlockNames } from '../blocks/block.ts';
import type { SourcePath } from '../brands.ts';
import { usableText } from '../bytes/usable-text.ts';
import { sourceText } from '../bytes/utf8.ts';
import type { ResolvedConfig } from '../config/config.ts';
import type { RuleId } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { readFrontMatter } from '../front-matter/front-matter.ts';
import type { PictureFacts } from '../images/describe.ts';
import { createParse } from '../markdown/create-parse.ts';
import { limitTables } from '../markdown/limit-tables.ts';
import type { Document } from '../types.ts';
import { lintRules } from './rules.ts';
import { tagVariants } from './tag-variants.ts';

interface Input {
  /** The site's folder, absolute. */
  readonly root: string;
  readonly config: ResolvedConfig;
  /** The names of blocks. */
  readonly blocks: BlockNames;
  /** All documents of the site. */
  readonly documents: readonly Document[];
  /** Whether a file is checked. */
  readonly isSelected: (path: SourcePath) => boolean;
  readonly pictureOf: (from: SourcePath, url: string) => PictureFacts | undefined;
}

/** Checks documents with the editorial rules. Broken ones are skipped. */
export async function lint({
  root,
  config,
  blocks,
  documents,
  isSelected,
  pictureOf,
}: Input): Promise<Diagnostic[]> {
  const isOn = (rule: RuleId): boolean => config.rules[rule] !== 'off';
  const rules = Object.entries(lintRules).filter(([name]) => isOn(name as keyof typeof lintRules));
  const parse = await createParse({ ...config.markdown, blocks });
  const messages: Diagnostic[] = [];
  for (const document of documents) {
    if (document.kind === 'broken' || !isSelected(document.path)) continue;
    const text = sourceText(readFileSync(path.join(root, document.path)));
    const matter = readFrontMatter({ text, path: document.path });
    if ('rule' in matter) continue;
    const { data, path: source } = document;
    const language = 'lang' in data && data.lang !== undefined ? data.lang : languageOf(source, config);
    const input = {
      document,
      text,
      matter,
      tree: await parse(limitTables(usableText(matter.body)).text),
      language,
      pictureOf: (url: string) => pictureOf(source, url),
    };
    for (const [, rule] of rules) messages.push(...rule(input));
  }
  if (isOn('tag-variant'))
    for (const edition of editionsOf(config)) {
      const { language } = edition.site;
      const inLanguage = documents.filter((document) => languageOf(document.path, edition) === language);
      for (const message of tagVariants(inLanguage))
        if (isSelected(message.path as SourcePath)) messages.push(message);
    }
  return messages;
}
