import { toPlace } from '../addresses/permalink.ts';
import type { SourcePath } from '../brands.ts';
import { configName } from '../places/find-config-file.ts';
import type { Site } from '../site.ts';
import { toHtaccess } from './hosts/apache.ts';
import { toCaddyfile } from './hosts/caddy.ts';
import { toWebConfig } from './hosts/iis.ts';
import { fitTo, type Host } from './hosts/limits.ts';
import { toCloudflareRedirects, toHeaders, toNetlifyRedirects } from './hosts/netlify.ts';
import { toNginxMaps, toNginxServer } from './hosts/nginx.ts';
import { type HostTable, tableOf } from './hosts/table.ts';
import { file, type Route } from './route.ts';

/** What each host reads, by the names of the files. Where two hosts read one file, it says what both know. */
const files: Readonly<Record<Host, Readonly<Record<string, (table: HostTable) => string>>>> = {
  nginx: { '.server/nginx-http.conf': toNginxMaps, '.server/nginx-server.conf': toNginxServer },
  apache: { '.htaccess': toHtaccess },
  caddy: { '.server/Caddyfile': toCaddyfile },
  iis: { 'web.config': toWebConfig },
  cloudflare: { _redirects: toCloudflareRedirects, _headers: toHeaders },
  netlify: { _redirects: toNetlifyRedirects, _headers: toHeaders },
};

/** Names of the files that the hosts of the configuration read, and which of them each is written for. */
export const hostFiles = ({ config }: Pick<Site, 'config'>): Map<string, Host> => {
  const chosen = new Map<string, Host>();
  for (const host of Object.keys(files) as Host[])
    if (config.delivery.hosts.includes(host))
      for (const name of Object.keys(files[host])) if (!chosen.has(name)) chosen.set(name, host);
  return chosen;
};

/**
 * Old addresses, withdrawn articles and headers as the hosts of the configuration are told of them. A file of
 * the same name in `content/_static/` wins whole.
 */
export function* delivery(site: Site, isServed: (output: string) => boolean): Iterable<Route> {
  for (const [name, host] of hostFiles(site)) {
    const { output } = toPlace(site.config, name);
    yield {
      ...file(
        output,
        () => ({ host, ...tableOf(site, isServed) }),
        ({ host: reader, ...table }) => files[reader][name]?.(fitTo(reader, table).table) ?? '',
      ),
      source: { path: configName as SourcePath, givesWay: true },
    };
  }
}
