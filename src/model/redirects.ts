import { toAliasOutput } from '../addresses/alias.ts';
import { isServable } from '../addresses/servable.ts';
import type { Address, Language, SourcePath } from '../brands.ts';
import type { ResolvedConfig } from '../config/config.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Redirect } from '../site.ts';

interface Input {
  readonly aliases: readonly string[];
  readonly path: SourcePath;
  readonly title: string;
  readonly address: Address;
  readonly lang: Language;
  readonly config: ResolvedConfig;
  readonly report: (message: Diagnostic) => void;
}

/** The pages at a document's old addresses; one that no file can have is reported. */
export const toRedirects = ({ aliases, path, title, address, lang, config, report }: Input): Redirect[] =>
  aliases.flatMap((alias, index) => {
    const output = toAliasOutput(config, alias);
    if (output !== undefined && isServable(output))
      return [{ output, title, address, lang, from: path, field: ['aliases', index] }];
    const rule = hasQuery(alias) ? 'alias-query' : 'bad-alias';
    report(diagnose(rule, path, { field: ['aliases', index] }, { alias: alias.slice(0, 80) }));
    return [];
  });

/** Whether an old address differs from others by its query, encoded or not, which no file can answer. */
const hasQuery = (alias: string): boolean => /\?|%3f/i.test(alias);
