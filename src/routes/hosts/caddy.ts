import { askAgain, encoded, forEver, type HostTable, type Move, pattern, quoted } from './table.ts';

/** What stands in the block of a site, besides the folder: for Caddy 2. */
export const toCaddyfile = (table: HostTable): string =>
  `# Import this in the block of the site.
${movedOf(table)}${goneOf(table)}@broadsheet_hidden {
  path_regexp /\\.
  not path_regexp ^${pattern(table.base)}\\.well-known/
}
error @broadsheet_hidden 404
${headersOf(table)}@broadsheet_manifest path *.webmanifest
header @broadsheet_manifest Content-Type application/manifest+json
@broadsheet_vtt path *.vtt
header @broadsheet_vtt Content-Type text/vtt
encode gzip
${filesOf(table)}
${errorsOf(table)}`;

/** A key in quotation marks. Braces stand for placeholders, and have patterns of their own. */
const toMapKey = (text: string): string =>
  /[{}"`\\]/.test(text)
    ? `"~^${pattern(text).replace(/[{}"`]|\\[{}"]/g, (found) => `\\x${(found.at(-1) as string).charCodeAt(0).toString(16)}`)}$"`
    : quoted(text);

const filesOf = ({ precompressed }: HostTable): string =>
  precompressed ? 'file_server {\n  precompressed br gzip\n}' : 'file_server';

function movedOf({ moves }: HostTable): string {
  const entry = ({ from, query, to }: Move): string =>
    `  ${toMapKey(query === undefined ? from : `${from}?${query}`)} ${quoted(encoded(to))}\n`;
  const withQuery = moves.filter(({ query }) => query !== undefined);
  const others = moves.filter(({ query }) => query === undefined);
  return `map "{path}?{query}" {broadsheet_moved_query} {
${withQuery.map(entry).join('')}  default ""
}
map {path} {broadsheet_moved} {
${others.map(entry).join('')}  default ""
}
@broadsheet_moved_query expression \`{broadsheet_moved_query} != ""\`
redir @broadsheet_moved_query {broadsheet_moved_query} 301
@broadsheet_moved expression \`{broadsheet_moved} != ""\`
redir @broadsheet_moved {broadsheet_moved} 301
`;
}

const goneOf = ({ gone }: HostTable): string => `map {path} {broadsheet_gone} {
${gone.map(({ address, page }) => `  ${toMapKey(address)} ${quoted(page)}\n`).join('')}  default ""
}
@broadsheet_gone expression \`{broadsheet_gone} != ""\`
error @broadsheet_gone 410
`;

const headersOf = ({ headers, unchanging }: HostTable): string =>
  `header {
${headers.map(([name, value]) => `  ${name} ${quoted(value)}\n`).join('')}}
@broadsheet_unchanging path ${unchanging.map((folder) => `${folder}*`).join(' ')}
header @broadsheet_unchanging Cache-Control "${forEver}"
@broadsheet_others not path ${unchanging.map((folder) => `${folder}*`).join(' ')}
header @broadsheet_others Cache-Control "${askAgain}"
`;

/** The pages of answers that are none: those of languages before that of the site. */
const errorsOf = (table: HostTable): string => `handle_errors {
  @broadsheet_410 expression \`{http.error.status_code} == 410\`
  handle @broadsheet_410 {
    rewrite * {broadsheet_gone}
    ${filesOf(table)}
  }
${table.notFound
  .toReversed()
  .map(
    ({ below, page }) => `  handle ${below}* {
    rewrite * ${quoted(page)}
    ${filesOf(table)}
  }
`,
  )
  .join('')}}
`;
