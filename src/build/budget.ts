import type { OutputPath } from '../brands.ts';
import type { Budget, State } from '../cache/state.ts';
import type { ResolvedConfig } from '../config/config.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { configName } from '../places/find-config-file.ts';

/** How many of the largest pages are listed. */
const mostReported = 10;

/** What the outputs of a build take up. */
export function budgetOf(outputs: State['outputs']): Budget {
  let bytes = 0;
  const pages: { output: OutputPath; bytes: number }[] = [];
  for (const [output, { size }] of outputs) {
    bytes += size;
    if (output.endsWith('.html')) pages.push({ output, bytes: size });
  }
  pages.sort((a, b) => b.bytes - a.bytes || (a.output < b.output ? -1 : 1));
  return { files: outputs.size, bytes, largest: pages.slice(0, mostReported) };
}

/** What hosts take: files, and bytes of each, as their documentation has it (2026-11). */
const limits: Partial<Record<ResolvedConfig['delivery']['hosts'][number], { files: number; bytes: number }>> =
  { cloudflare: { files: 20_000, bytes: 25 * 1024 * 1024 } };

/** Reports files that the configured hosts do not accept. */
export function reportHostSizes(
  outputs: State['outputs'],
  { delivery }: ResolvedConfig,
  report: (message: Diagnostic) => void,
): void {
  for (const [index, host] of delivery.hosts.entries()) {
    const limit = limits[host];
    if (!limit) continue;
    const field = { field: ['delivery', 'hosts', index] };
    if (outputs.size > limit.files)
      report(diagnose('host-files', configName, field, { host, count: outputs.size, most: limit.files }));
    for (const [output, { size }] of outputs)
      if (size > limit.bytes)
        report(
          diagnose('host-file-large', configName, field, {
            host,
            output,
            size: mebibytes(size),
            most: mebibytes(limit.bytes),
          }),
        );
  }
}

const mebibytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024);
