import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { fromRoot } from './from-root.ts';

interface Import {
  readonly from: string;
  readonly to: string;
  /** Removed by the compiler. */
  readonly type: boolean;
}

const sources = new Map(
  readdirSync(fromRoot('src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .sort()
    .map((file) => [file, readFileSync(path.join(fromRoot('src'), file), 'utf8')]),
);
/** Statements at the start of a line, those in the text of generated modules, and imports that are calls. */
const statement =
  /^[\s`]*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\b(?:import|require)\('([^']+)'\)/gm;
const imports: readonly Import[] = [...sources].flatMap(([from, source]) =>
  [...source.matchAll(statement)].map(([, type, named, dynamic = '']) => {
    const written = named ?? dynamic;
    return {
      from,
      to: written.startsWith('.') ? path.join(path.dirname(from), written.replace(/\.js$/, '.ts')) : written,
      type: type !== undefined,
    };
  }),
);
const ours = imports.filter(({ to }) => sources.has(to));

const page = readFileSync(fromRoot('ARCHITECTURE.md'), 'utf8');
/** The rows of a table of ARCHITECTURE.md, as cells. */
function tableOf(name: string): string[][] {
  const table = page.split(`<!-- ${name} -->`)[1]?.split('<!-- end -->')[0] ?? '';
  const rows = table.split('\n').filter((line) => line.startsWith('| '));
  return rows.slice(2).map((row) => row.slice(2, -2).split(' | '));
}
const quoted = (cell = ''): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text);

/** Rooms and loose files of `src/`, highest first. Those of one row may import each other. */
const rows = tableOf('rooms').map(([rooms]) =>
  quoted(rooms).map((room) => room.replace(/^src\//, '').replace(/\/$/, '')),
);
const roomOf = (file: string): string => file.split('/')[0] ?? file;
const rowOf = (file: string): number => rows.findIndex((rooms) => rooms.includes(roomOf(file)));
const told = ({ from, to }: Import): string => `${from} → ${to}`;

test('the sources and the page are read', () => {
  expect(sources.size).toBeGreaterThan(100);
  expect(ours.length).toBeGreaterThan(300);
  expect(imports).toContainEqual({ from: 'cli/site-commands.ts', to: 'commands/build.ts', type: false });
  expect(rows.length).toBeGreaterThan(20);
});

test('every room has its row, and every row its room', () => {
  const rooms = [...new Set([...sources.keys()].map(roomOf))];
  expect(rows.flat().sort()).toEqual(rooms.sort());
});

test('imports lead down', () => {
  const isUpward = ({ from, to, type }: Import): boolean => !type && rowOf(to) < rowOf(from);
  expect(ours.filter(isUpward).map(told)).toEqual([]);
});

test('rows are one room each, but where rooms import each other', () => {
  const imported = (from: string, to: string): boolean =>
    ours.some((one) => !one.type && roomOf(one.from) === from && roomOf(one.to) === to);
  const needless = rows.filter(
    (rooms) =>
      rooms.length > 1 &&
      !rooms.every((room) => room.endsWith('.ts')) &&
      !rooms.every((room) =>
        rooms.some((other) => other !== room && imported(room, other) && imported(other, room)),
      ),
  );
  expect(needless).toEqual([]);
});

test('commands are imported from above only, not even for their types', () => {
  const commands = rowOf('commands/build.ts');
  const isWrong = ({ from, to }: Import): boolean => rowOf(to) <= commands && rowOf(from) > rowOf(to);
  expect(ours.filter(isWrong).map(told)).toEqual([]);
});

test('files are in no circle, types included, but configuration, routes and site', () => {
  const next = new Map<string, string[]>();
  for (const { from, to } of ours) next.set(from, [...(next.get(from) ?? []), to]);
  const reached = (start: string): ReadonlySet<string> => {
    const found = new Set<string>();
    const waiting = [...(next.get(start) ?? [])];
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      if (found.has(file)) continue;
      found.add(file);
      waiting.push(...(next.get(file) ?? []));
    }
    return found;
  };
  const circular = [...sources.keys()].filter((file) => reached(file).has(file));
  expect(circular).toEqual(['config/config.ts', 'routes/route.ts', 'site.ts']);
});

test('each package is imported by the files of its row, and by no others', () => {
  const named = new Map(
    tableOf('packages').flatMap(([packages = '', , files]) =>
      packages.split(', ').map((name) => [name, quoted(files)] as const),
    ),
  );
  const found: Record<string, string[]> = {};
  for (const { from, to, type } of imports) {
    if (type || sources.has(to) || /^(?:node:|broadsheet\b)/.test(to)) continue;
    const name = to.split('/', to.startsWith('@') ? 2 : 1).join('/');
    const folder = named.get(name)?.find((place) => place.endsWith('/') && from.startsWith(place));
    found[name] = [...new Set([...(found[name] ?? []), folder ?? from])].sort();
  }
  for (const file of readdirSync(fromRoot('templates'), { recursive: true, encoding: 'utf8' })) {
    if (!/\.(?:css|tsx?)$/.test(file)) continue;
    const text = readFileSync(fromRoot(`templates/${file}`), 'utf8');
    for (const [, style, code] of text.matchAll(
      /url\("(@[\w-]+\/[\w-]+)\/|^import \{.* from '(\w[\w-]+)';/gm,
    ))
      if ((code ?? '') !== 'broadsheet') found[style ?? code ?? ''] = [`templates/${file}`];
  }
  const table = Object.fromEntries([...named].map(([name, files]) => [name, [...files].sort()]));
  expect(found).toEqual(table);
  const manifest = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8')) as {
    dependencies: object;
    peerDependencies: object;
  };
  const packages = { ...manifest.dependencies, ...manifest.peerDependencies };
  // Those that a report looks for in the site's own packages are imported by no name.
  const imported = Object.keys(packages).filter((name) => !/^(?:axe-core|playwright-core)$/.test(name));
  expect(Object.keys(table).sort()).toEqual(imported.sort());
});

test('files that the page names are there', () => {
  const files = [...page.matchAll(/`((?:src|templates|test|scripts|docs)\/[\w./-]*)`/g)];
  const gone = files.map(([, file = '']) => file).filter((file) => !existsSync(fromRoot(file)));
  expect(tableOf('questions')).toHaveLength(22);
  expect(gone).toEqual([]);
});

test('time, chance and the environment are inputs', () => {
  const pure = [
    'stages',
    'model',
    'routes',
    'privacy',
    'workflow',
    'markdown',
    'front-matter',
    'images',
    'addresses',
    'words',
    'diagnostics',
    'bytes/fingerprint.ts',
    'bytes/digest.ts',
  ];
  const impure =
    /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.env\b|\bprocess\.cwd\(|\bTemporal\.Now\b|\btoLocale(?:Date|Time)?String\(\)/;
  const isPure = (file: string): boolean => pure.includes(file) || pure.includes(roomOf(file));
  const wrong = [...sources].filter(([file, source]) => isPure(file) && impure.test(source));
  expect(wrong.map(([file]) => file)).toEqual([]);
});
