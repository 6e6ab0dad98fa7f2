import {
  alikeButForCase,
  askAgain,
  encoded,
  forEver,
  type HostTable,
  type Move,
  pattern,
  quoted,
} from './table.ts';

/** What stands in `http { … }`: where old addresses lead, and how long answers may be kept. */
export function toNginxMaps({ moves, unchanging }: HostTable): string {
  const alike = alikeButForCase(moves);
  const entry = (move: Move): string => {
    const address = move.query === undefined ? move.from : `${move.from}?${move.query}`;
    // Texts are compared without their case, patterns with it.
    const key = alike.has(move) ? `"~^${pattern(address)}$"` : quoted(address);
    return `  ${key} ${quoted(encoded(move.to))};\n`;
  };
  const entries = (isQuery: boolean): string =>
    moves
      .filter(({ query }) => (query !== undefined) === isQuery)
      .map(entry)
      .join('');
  return `# Include this in http { … }.
map_hash_bucket_size 1024;
map_hash_max_size 65536;
map $uri $broadsheet_moved_path {
  default "";
${entries(false)}}
map "$uri?$args" $broadsheet_moved {
  default $broadsheet_moved_path;
${entries(true)}}
map $uri $broadsheet_cache {
  default ${quoted(askAgain)};
${unchanging.map((folder) => `  "~^${pattern(folder)}" ${quoted(forEver)};\n`).join('')}}
`;
}

/** What stands in `server { … }`, besides the server's name and the folder. */
export function toNginxServer({ gone, notFound, headers, precompressed }: HostTable): string {
  const [own, ...others] = notFound;
  return `# Include this in server { … }.
charset utf-8;
absolute_redirect off;
gzip on;
gzip_vary on;
${precompressed ? 'gzip_static on;\n' : ''}gzip_types text/css text/javascript application/javascript application/json application/feed+json text/xml application/xml image/svg+xml;
error_page 404 ${quoted(encoded(own?.page ?? ''))};
${headers.map(([name, value]) => `add_header ${name} ${quoted(value)} always;\n`).join('')}add_header Cache-Control $broadsheet_cache always;
if ($broadsheet_moved) { return 301 $broadsheet_moved; }
location ~ /\\.(?!well-known/) { return 404; }
location ~ \\.webmanifest$ { default_type application/manifest+json; }
location ~ \\.vtt$ { default_type text/vtt; }
${others.map(({ below, page }) => `location ${quoted(below)} { error_page 404 ${quoted(encoded(page))}; }\n`).join('')}${gone
  .map(
    ({ address, page }) =>
      `location = ${quoted(address)} { error_page 410 ${quoted(encoded(page))}; return 410; }\n`,
  )
  .join('')}`;
}
