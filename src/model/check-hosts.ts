import { toAliasOutput } from '../addresses/alias.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { configName } from '../places/find-config-file.ts';
import { hostFiles } from '../routes/delivery.ts';
import { fitTo } from '../routes/hosts/limits.ts';
import { tableOf } from '../routes/hosts/table.ts';
import { servedBy } from '../routes/routes.ts';
import type { Site } from '../site.ts';

type Report = (message: Diagnostic) => void;

/**
 * Reports what the configured hosts cannot do, removed addresses that are served, files that replace ours,
 * and old addresses that two documents name.
 */
export function checkHosts(site: Site, report: Report): void {
  const { hosts, gone } = site.config.delivery;
  const isServed = servedBy(site);
  for (const [index, address] of gone.entries())
    if (isServed(toAliasOutput(site.config, address) ?? ''))
      report(diagnose('gone-served', configName, { field: ['delivery', 'gone', index] }, { address }));
  if (hosts.length === 0) return;
  checkFiles(site, report);
  checkQueries(site, report);
  const table = tableOf(site, isServed);
  for (const [index, host] of hosts.entries())
    for (const { reason, count } of fitTo(host, table).unfit)
      report(
        diagnose('host-limit', configName, { field: ['delivery', 'hosts', index] }, { host, count, reason }),
      );
}

/** Files in `content/_static/` that hosts read in place of ours. */
function checkFiles(site: Site, report: Report): void {
  const names = hostFiles(site);
  for (const { output, from } of site.files)
    if (names.has(output)) report(diagnose('host-file', from, { line: 1, column: 1 }, { name: output }));
}

/** Old addresses with a query that two documents name; no two files are there to tell of it. */
function checkQueries({ editions }: Site, report: Report): void {
  const owners = new Map<string, string>();
  for (const { path, query, from, field } of editions.flatMap(({ queryRedirects }) => queryRedirects)) {
    const address = `${path}?${query}`;
    const other = owners.get(address);
    if (other === undefined) owners.set(address, from);
    else report(diagnose('duplicate-address', from, { field }, { address, other }));
  }
}
