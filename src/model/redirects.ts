import { toAliasOutput } from '../addresses/alias.ts';
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
    report(diagnose('bad-alias', path, { field: ['aliases', index] }, { alias: alias.slice(0, 80) }));
    return [];
  });

/** Endings under which hosts serve something else than a page. */
const otherKind =
  /\.(?:m?js|css|json|map|xml|rss|atom|txt|csv|pdf|docx?|xlsx?|pptx?|zip|rar|gz|jpe?g|png|gif|webp|avif|svg|ico|bmp|tiff?|woff2?|ttf|otf|mp[34]|m4a|webm|wasm|swf|webmanifest)$/i;

/**
 * Whether every file system and host can have the path, and it cannot be taken for a hidden file or another
 * kind of file, leave the folder, or lie where files are kept for ever.
 */
const isServable = (output: string): boolean =>
  output
    .split('/')
    .every(
      (part, index) =>
        part !== '' &&
        part !== '..' &&
        part !== '.' &&
        Buffer.byteLength(part) <= 200 &&
        !(index === 0 && part.startsWith('.') && part !== '.well-known'),
    ) &&
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  !/[\u0000-\u001F\u007F\uFFFD\\?#]/.test(output) &&
  !/^(?:assets|media)\//.test(output) &&
  !otherKind.test(output) &&
  output.length <= 1000;
