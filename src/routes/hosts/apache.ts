import { askAgain, encoded, forEver, type HostTable, pattern, quoted } from './table.ts';

/** Exactly this address. */
const exactly = (address: string): string => `"^${pattern(address)}$"`;

/** `.htaccess`, for Apache 2.4 with `AllowOverride All`. */
export const toHtaccess = ({ base, moves, gone, notFound, headers, unchanging }: HostTable): string =>
  `Options -Indexes
DirectoryIndex index.html
AddDefaultCharset utf-8
AddType image/avif .avif
AddType application/manifest+json .webmanifest
AddType application/feed+json feed.json
${notFound
  .map(({ below, page }) =>
    below === base
      ? `ErrorDocument 404 ${quoted(encoded(page))}\n`
      : `<If "%{REQUEST_URI} =~ m#^${pattern(below)}#">\n  ErrorDocument 404 ${quoted(encoded(page))}\n</If>\n`,
  )
  .join('')}RedirectMatch 404 "/\\.(?!well-known/)"
${moves.map(({ from, to }) => `RedirectMatch 301 ${exactly(from)} ${quoted(encoded(to))}\n`).join('')}${gone
  .map(
    (address) => `RedirectMatch 410 ${exactly(address)}
<If "%{REQUEST_URI} == '${address.replace(/['\\]/g, '\\$&')}'">
  ErrorDocument 410 ${quoted(encoded(`${address}index.html`))}
</If>
`,
  )
  .join('')}<IfModule mod_headers.c>
${headers.map(([name, value]) => `  Header always set ${name} ${quoted(value)}\n`).join('')}  Header set Cache-Control "${askAgain}"
${unchanging.map((folder) => `  <If "%{REQUEST_URI} =~ m#^${pattern(folder)}#">\n    Header set Cache-Control "${forEver}"\n  </If>\n`).join('')}</IfModule>
<IfModule mod_deflate.c>
  AddOutputFilterByType DEFLATE text/html text/css text/javascript application/javascript application/json application/feed+json text/xml application/xml application/rss+xml application/atom+xml image/svg+xml
</IfModule>
`;
