import { x } from 'xastscript';
import { toXml } from '../../bytes/markup.ts';
import { alikeButForCase, askAgain, encoded, forEver, type HostTable, pattern } from './table.ts';

type Element = ReturnType<typeof x>;

/**
 * `web.config`, for IIS 10 with the module URL Rewrite 2.1. It lies in the folder of the site, and its paths
 * begin there.
 */
export function toWebConfig(table: HostTable): string {
  const { base, notFound } = table;
  const inside = (address: string): string => address.slice(base.length);
  const [own, ...others] = notFound;
  const texts = lines('system.webServer', [
    lines('rewrite', [...mapsOf(table), lines('rules', rulesOf(table))]),
    ...errorPages([[404, inside(own?.page ?? '')]]),
    lines('httpProtocol', [lines('customHeaders', headersOf(table))]),
    lines('staticContent', types),
    lines('defaultDocument', [lines('files', [x('clear'), x('add', { value: 'index.html' })])]),
    x('directoryBrowse', { enabled: 'false' }),
    lines('security', [lines('requestFiltering', [hiddenFolders])]),
  ]);
  const places = [
    ...table.unchanging.map((folder) => at(inside(folder), [cachingOf(forEver)])),
    ...others.map(({ below, page }) => at(inside(below), errorPages([[404, inside(page)]]))),
    // The address of a folder is the same with and without its slash.
    ...[...new Map(table.gone.map(({ address, page }) => [inside(address).replace(/\/$/, ''), page]))].map(
      ([path, page]) => at(path, errorPages([[410, inside(page)]])),
    ),
  ];
  return toXml([
    { type: 'instruction', name: 'xml', value: 'version="1.0" encoding="utf-8"' },
    { type: 'text', value: '\n' },
    lines('configuration', [texts, ...places]),
    { type: 'text', value: '\n' },
  ]);
}

/** An element with each of its children on a line. */
const lines = (name: string, children: readonly Element[], attributes: Record<string, string> = {}) =>
  x(name, attributes, ['\n', ...children.flatMap((child) => [child, '\n'])]);

/** Settings for one folder or file. */
const at = (path: string, children: readonly Element[]): Element =>
  lines('location', [lines('system.webServer', children)], { path: path.replace(/\/$/, '') });

const keyOf = ({ base }: HostTable, from: string, query?: string): string =>
  `${from.slice(base.length)}${query === undefined ? '' : `?${query}`}`;

/** Old addresses below the base path and where they lead; what is gone. */
function mapsOf(table: HostTable): Element[] {
  const { moves, gone } = table;
  const alike = alikeButForCase(moves);
  const entries = moves.filter((move) => !alike.has(move));
  const map = (name: string, all: readonly (readonly [key: string, value: string])[]): Element =>
    lines(
      'rewriteMap',
      all.map(([key, value]) => x('add', { key, value })),
      { name, defaultValue: '' },
    );
  const moved = (isQuery: boolean) =>
    entries.flatMap(({ from, query, to }) =>
      (query !== undefined) === isQuery ? [[keyOf(table, from, query), encoded(to)] as const] : [],
    );
  return [
    lines('rewriteMaps', [
      map('moved', moved(false)),
      map('movedQuery', moved(true)),
      map(
        'gone',
        gone.map(({ address }) => [keyOf(table, address), 'gone']),
      ),
    ]),
  ];
}

/** Old addresses that differ in their case alone have rules of their own: keys of maps are compared without it. */
function rulesOf(table: HostTable): Element[] {
  const alike = [...alikeButForCase(table.moves)].map(({ from, query, to }, index) =>
    rule(`moved ${index + 1}`, {
      url: `^${pattern(keyOf(table, from))}$`,
      when: [x('add', { input: '{QUERY_STRING}', pattern: `^${pattern(query ?? '')}$` })],
      action: redirect(encoded(to)),
    }),
  );
  const mapped = (name: string, key: string, action: Element): Element =>
    rule(name, {
      url: '.*',
      when: [x('add', { input: `{${name}:${key}}`, pattern: '(.+)' })],
      action,
    });
  return [
    ...alike,
    mapped('movedQuery', '{R:0}?{QUERY_STRING}', redirect('{C:1}')),
    mapped('moved', '{R:0}', redirect('{C:1}')),
    mapped(
      'gone',
      '{R:0}',
      x('action', {
        type: 'CustomResponse',
        statusCode: '410',
        statusReason: 'Gone',
        statusDescription: 'Gone',
      }),
    ),
  ];
}

const redirect = (url: string): Element =>
  x('action', { type: 'Redirect', url, appendQueryString: 'false', redirectType: 'Permanent' });

const rule = (
  name: string,
  {
    url,
    when,
    action,
  }: { readonly url: string; readonly when: readonly Element[]; readonly action: Element },
): Element =>
  lines('rule', [x('match', { url, ignoreCase: 'false' }), lines('conditions', when), action], {
    name,
    stopProcessing: 'true',
  });

/** Pages of answers that are none, by their status. */
const errorPages = (pages: readonly (readonly [status: number, page: string])[]): Element[] => [
  lines(
    'httpErrors',
    pages.flatMap(([status, page]) => [
      x('remove', { statusCode: String(status) }),
      x('error', { statusCode: String(status), path: page.replaceAll('/', '\\'), responseMode: 'File' }),
    ]),
    { errorMode: 'Custom' },
  ),
];

/** Inherited settings are removed first: IIS refuses a setting that is made twice. */
const replaced = (name: string, value: string): Element[] => [
  x('remove', { name }),
  x('add', { name, value }),
];

const headersOf = ({ headers }: HostTable): Element[] =>
  [...headers, ['Cache-Control', askAgain] as const].flatMap(([name, value]) => replaced(name, value));

const cachingOf = (value: string): Element =>
  lines('httpProtocol', [lines('customHeaders', replaced('Cache-Control', value))]);

const types: readonly Element[] = [
  ['.avif', 'image/avif'],
  ['.webp', 'image/webp'],
  ['.woff2', 'font/woff2'],
  ['.json', 'application/json'],
  ['.webmanifest', 'application/manifest+json'],
  ['.atom', 'application/atom+xml'],
  ['.vtt', 'text/vtt'],
].flatMap(([fileExtension = '', mimeType = '']) => [
  x('remove', { fileExtension }),
  x('mimeMap', { fileExtension, mimeType }),
]);

const hiddenFolders: Element = lines(
  'hiddenSegments',
  ['.broadsheet', '.server'].map((segment) => x('add', { segment })),
);
