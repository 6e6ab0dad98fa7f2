import path from 'node:path/posix';
import { toAliasOutput } from '../addresses/alias.ts';
import { withoutIndex } from '../addresses/markdown-name.ts';
import { toOutput } from '../addresses/permalink.ts';
import type { Address, OutputPath, SourcePath } from '../brands.ts';
import type { ResolvedConfig } from '../config/config.ts';
import type { ArticleDocument } from '../types.ts';
import type { CategoryDraft } from './categories.ts';

export interface UnpublishedArticle {
  readonly document: ArticleDocument;
  readonly category: CategoryDraft;
  readonly slug: string;
  readonly output: OutputPath;
  /** Where it would have stood while its category had other addresses. */
  readonly movedFrom: readonly Address[];
}

/** Articles that are not published: a link to one gets another message than a link to nothing. */
export interface Unpublished {
  readonly articles: readonly UnpublishedArticle[];
  readonly add: (article: UnpublishedArticle) => void;
  /** Whether one of them will stand at the address, or did at an old one. */
  readonly hasAddress: (address: string) => boolean;
  /** Whether `related` names one of them: by path, address or slug. */
  readonly isNamed: (written: string, from: SourcePath) => boolean;
}

export function createUnpublished(config: ResolvedConfig): Unpublished {
  const articles: UnpublishedArticle[] = [];
  const names = new Set<string>();
  const outputs = new Set<string>();
  const toPlaced = (address: string): string | undefined =>
    toOutput(config, address) ?? toOutput(config, `${config.site.base}${address.replace(/^\//, '')}`);
  const hasAddress = (address: string): boolean => outputs.has(toPlaced(address) ?? '');
  return {
    articles,
    add: (article) => {
      const { document, slug, output, movedFrom } = article;
      articles.push(article);
      names.add(slug).add(withoutIndex(document.path.normalize('NFC')));
      outputs.add(output);
      for (const alias of document.data.aliases) outputs.add(toAliasOutput(config, alias) ?? '');
      for (const address of movedFrom) outputs.add(toOutput(config, address) ?? '');
    },
    hasAddress,
    isNamed: (written, from) => {
      const plain = withoutIndex(written.normalize('NFC').replace(/\/$/, ''));
      const relative = plain.replace(/^\//, '');
      return (
        names.has(plain) ||
        [path.dirname(from).normalize('NFC'), 'content'].some((folder) =>
          names.has(path.join(folder, relative)),
        ) ||
        (plain.includes('/') && (hasAddress(`/${relative}`) || hasAddress(`/${relative}/`)))
      );
    },
  };
}
