import { askAgain, encoded, forEver, type HostTable, pattern, quoted } from './table.ts';

/** Exactly this address. */
const exactly = (address: string): string => `"^${pattern(address)}$"`;

/** `.htaccess`, for Apache 2.4 with `AllowOverride All`. */
export const toHtaccess = (table: HostTable): string =>
  `Options -Indexes
DirectoryIndex index.html
AddDefaultCharset utf-8
AddType image/avif .avif
AddType application/manifest+json .webmanifest
AddType text/vtt .vtt
AddType application/feed+json feed.json
${notFoundOf(table)}RedirectMatch 404 "/\\.(?!well-known/)"
${movedOf(table)}${table.precompressed ? precompressed : ''}${goneOf(table)}${headersOf(table)}<IfModule mod_deflate.c>
  AddOutputFilterByType DEFLATE text/html text/css text/javascript application/javascript application/json application/feed+json text/xml application/xml application/rss+xml application/atom+xml image/svg+xml
</IfModule>
`;

const notFoundOf = ({ base, notFound }: HostTable): string =>
  notFound
    .map(({ below, page }) =>
      below === base
        ? `ErrorDocument 404 ${quoted(encoded(page))}\n`
        : `<If "%{REQUEST_URI} =~ m#^${pattern(below)}#">\n  ErrorDocument 404 ${quoted(encoded(page))}\n</If>\n`,
    )
    .join('');

/** Rewrites come before redirects, and they alone see the query. */
function movedOf({ moves }: HostTable): string {
  const withQuery = moves.flatMap(({ from, query, to }) =>
    query === undefined
      ? []
      : [
          `RewriteCond %{REQUEST_URI} ${quoted(`=${from}`)}
RewriteCond %{QUERY_STRING} ${quoted(`=${query}`)}
RewriteRule "^" ${quoted(encoded(to).replaceAll('%', '\\%'))} [R=301,L,QSD,NE]
`,
        ],
  );
  const others = moves.flatMap(({ from, query, to }) =>
    query === undefined ? [`RedirectMatch 301 ${exactly(from)} ${quoted(encoded(to))}\n`] : [],
  );
  return [...(withQuery.length > 0 ? ['RewriteEngine On\n'] : []), ...withQuery, ...others].join('');
}

const goneOf = ({ gone }: HostTable): string =>
  gone
    .map(
      ({ address, page }) => `RedirectMatch 410 ${exactly(address)}
<If "%{REQUEST_URI} == '${address.replace(/['\\]/g, '\\$&')}'">
  ErrorDocument 410 ${quoted(encoded(page))}
</If>
`,
    )
    .join('');

/** Types of the texts that have compressed versions, by their endings. */
const types = {
  html: 'text/html',
  css: 'text/css',
  'm?js': 'text/javascript',
  json: 'application/json',
  xml: 'application/xml',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  csv: 'text/csv',
  vtt: 'text/vtt',
  webmanifest: 'application/manifest+json',
};

/** Where the module rewrite is there: compressed versions, the smaller first. */
const precompressed = `<IfModule mod_rewrite.c>
  RewriteEngine On
${(
  [
    ['br', 'br'],
    ['gz', 'gzip'],
  ] as const
)
  .map(
    ([ending, encoding]) => `  RewriteCond %{HTTP:Accept-Encoding} \\b${encoding}\\b
  RewriteCond %{REQUEST_FILENAME}.${ending} -f
  RewriteRule "^(.+)$" "$1.${ending}" [L]
  <FilesMatch "\\.(?:${Object.keys(types).join('|')})\\.${ending}$">
    AddEncoding ${encoding} .${ending}
  </FilesMatch>
`,
  )
  .join('')}${Object.entries(types)
  .map(
    ([ending, type]) =>
      `  <FilesMatch "\\.${ending}\\.(?:br|gz)$">\n    ForceType ${type}\n  </FilesMatch>\n`,
  )
  .join('')}</IfModule>
<IfModule mod_headers.c>
  <FilesMatch "\\.(?:${Object.keys(types).join('|')})(?:\\.(?:br|gz))?$">
    Header merge Vary Accept-Encoding
  </FilesMatch>
</IfModule>
`;

const headersOf = ({ headers, unchanging }: HostTable): string =>
  `<IfModule mod_headers.c>
${headers.map(([name, value]) => `  Header always set ${name} ${quoted(value)}\n`).join('')}  Header set Cache-Control "${askAgain}"
${unchanging.map((folder) => `  <If "%{REQUEST_URI} =~ m#^${pattern(folder)}#">\n    Header set Cache-Control "${forEver}"\n  </If>\n`).join('')}</IfModule>
`;
