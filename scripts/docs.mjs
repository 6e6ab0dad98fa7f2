// Fills in the parts of the documentation that come from other files: the fields of the content type, the
// options of the configuration, the commands of the compiled tool, files of the starter. They are between
// `<!-- table NAME -->` (or `file PATH`) and `<!-- end -->`. With --check it writes nothing, names the pages
// that are out of date, and exits with 1.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

process.chdir(path.join(import.meta.dirname, '..'));

const { configSchema, schemas, z } = await load();
const tables = {
  ...Object.fromEntries(
    Object.entries(schemas).map(([kind, schema]) => [`fields ${kind}`, () => fieldTable(schema)]),
  ),
  options: optionSections,
  commands: commandTable,
  'command options': commandSections,
};
const pages = [
  'README.md',
  ...['docs', 'docs/newsroom', 'docs/vi'].flatMap((folder) =>
    readdirSync(folder).flatMap((name) => (name.endsWith('.md') ? [`${folder}/${name}`] : [])),
  ),
];
const stale = [];
for (const page of pages) {
  const written = readFileSync(page, 'utf8');
  const current = written.replace(
    /(<!-- (table|file) (.+?) -->\n)[\s\S]*?(<!-- end -->)/g,
    (_, start, kind, name, end) => {
      if (kind === 'table' && !tables[name]) throw new Error(`${page}: there is no table "${name}"`);
      return `${start}\n${kind === 'table' ? tables[name]() : fenced(name)}\n\n${end}`;
    },
  );
  if (current === written) continue;
  stale.push(page);
  if (!process.argv.includes('--check')) writeFileSync(page, current);
}
if (process.argv.includes('--check') && stale.length > 0) {
  process.stderr.write(`${stale.join(', ')}: tables are not current; run "node scripts/docs.mjs"\n`);
  process.exitCode = 1;
}

/** The schemas, from their sources, so that the tool need not be compiled first. */
async function load() {
  const contents =
    "export { configSchema } from './src/config/config.ts'; export { schemas } from './src/front-matter/schema.ts'; export { z } from 'zod';";
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

function fenced(file) {
  return `\`\`\`${file.split('.').at(-1).replace('yml', 'yaml')}\n${readFileSync(file, 'utf8').trimEnd()}\n\`\`\``;
}

function toJson(schema) {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
}

/** A row of a table. `|` is escaped, since it would end a cell. */
function row(cells) {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function table(head, rows) {
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}

/** Fields of a kind of document: name, the old portal's label, type and default, meaning. */
function fieldTable(schema) {
  return table(
    ['Field', 'Nhãn', 'Type', 'Meaning'],
    Object.entries(toJson(schema).properties).map(([name, field]) => [
      `\`${name}\``,
      field.title ?? '',
      withDefault(fieldType(name, field), field.default).replaceAll(/`'|'`/g, '`'),
      field.description ?? '',
    ]),
  );
}

/** A date is text in the schema, and parsed later. */
function fieldType(name, field) {
  return ['date', 'updated', 'pinnedUntil', 'approvedAt', 'expires'].includes(name)
    ? 'date'
    : typeName(field);
}

/** The type of a value, in a few words. */
function typeName(schema) {
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives) return [...new Set(alternatives.map(typeName))].join(' or ');
  if (schema.enum) return schema.enum.map(literal).join(', ');
  if ('const' in schema) return literal(schema.const);
  if (schema.type === 'array')
    return `list of ${schema.items.enum ? `(${typeName(schema.items)})` : plural(typeName(schema.items))}`;
  if (schema.type === 'object')
    return schema.properties ? `\`{ ${Object.keys(schema.properties).join(', ')} }\`` : 'object';
  if (schema.format === 'uri') return 'address';
  if (schema.type === 'string' || (Array.isArray(schema.type) && schema.type.includes('string')))
    return 'text';
  if (schema.type === 'integer' || schema.type === 'number') return 'number';
  if (schema.type === 'boolean') return '`true` or `false`';
  return 'plugin';
}

function plural(name) {
  return ['number', 'plugin', 'date'].includes(name) ? `${name}s` : name === 'text' ? 'texts' : name;
}

function literal(value) {
  return `\`${typeof value === 'string' ? `'${value}'` : value}\``;
}

function withDefault(type, value) {
  if (
    value === undefined ||
    (Array.isArray(value) && value.length === 0) ||
    (typeof value === 'object' && !Array.isArray(value))
  )
    return type;
  return `${type}; ${Array.isArray(value) ? `\`[${value.map((item) => (typeof item === 'string' ? `'${item}'` : item)).join(', ')}]\`` : literal(value)}`;
}

/** A section for each top-level option of the configuration. */
function optionSections() {
  return Object.entries(toJson(configSchema).properties)
    .map(([name, option]) => {
      const rows = leaves(option, name).filter(([key]) => key !== `\`${name}\``);
      const list = rows.length > 0 ? `\n\n${table(['Option', 'Type; default', 'Meaning'], rows)}` : '';
      const type = option.properties
        ? ''
        : `\n\nType: ${withDefault(optionType(option, name), option.default)}.`;
      return `### \`${name}\`\n\n${option.description ?? ''}${type}${list}`;
    })
    .join('\n\n');
}

/** The options below one, each with its dotted name, type, default and meaning. */
function leaves(option, name) {
  const inner = (option.anyOf ?? [option]).find(({ properties }) => properties);
  if (inner)
    return Object.entries(inner.properties).flatMap(([key, value]) =>
      leaves(value.description ? value : { ...value, description: option.description }, `${name}.${key}`),
    );
  return [[`\`${name}\``, withDefault(optionType(option, name), option.default), option.description ?? '']];
}

/** The type of an option. Functions and plugins have no JSON Schema. */
function optionType(option, name) {
  if (name.endsWith('Plugins')) return 'list of plugins';
  if (name === 'routes') return '`false` or a function, by name';
  if (name === 'rules') return '`error`, `warning` or `off`, by rule';
  return typeName(option);
}

function run(...args) {
  return execFileSync(process.execPath, ['lib/cli.cjs', ...args], {
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
}

/**
 * Pairs of term and description below a heading of `--help`. A long description continues on lines with more
 * indentation.
 */
function listed(help, heading) {
  const [, part = ''] = new RegExp(`^${heading}:\\n((?: .*\\n?)*)`, 'm').exec(help) ?? [];
  return part
    .replace(/\n {3,}/g, ' ')
    .split('\n')
    .map((line) => /^ {2}(\S.*?)(?: {2,}(\S.*))?$/.exec(line))
    .flatMap((match) => (match ? [[match[1], match[2] ?? '']] : []));
}

function commands() {
  return listed(run('--help'), 'Commands')
    .map(([usage, description]) => ({ name: usage.split(' ')[0].split('|')[0], description }))
    .filter(({ name }) => name !== 'help');
}

function commandTable() {
  return table(
    ['Command', 'What it does'],
    commands().map(({ name, description }) => [`\`broadsheet ${name}\``, description]),
  );
}

/** Each command with its options, subcommands included. */
function commandSections() {
  const section = (names, description) => {
    const help = run(...names, '--help');
    const usage = /^Usage: (.*)$/m.exec(help)?.[1] ?? '';
    const rows = [
      ...listed(help, 'Arguments'),
      ...listed(help, 'Options').filter(([flag]) => !flag.startsWith('-h,')),
    ];
    const inner = listed(help, 'Commands').map(([use, text]) => [use.split(' ')[0].split('|')[0], text]);
    const options = table(
      ['Option', 'Meaning'],
      rows.map(([flag, text]) => [`\`${flag}\``, text]),
    );
    const own = [
      `### \`broadsheet ${names.join(' ')}\``,
      sentence(description),
      `\`${usage}\``,
      ...(rows.length > 0 ? [options] : []),
    ];
    return [
      ...own,
      ...inner.filter(([name]) => name !== 'help').map(([name, text]) => section([...names, name], text)),
    ].join('\n\n');
  };
  return commands()
    .map(({ name, description }) => section([name], description))
    .join('\n\n');
}

function sentence(text) {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
