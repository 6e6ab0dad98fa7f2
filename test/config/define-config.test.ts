import { readFileSync } from 'node:fs';
import { expect, expectTypeOf, test } from 'vitest';
import * as z from 'zod';
import { configSchema } from '../../src/config/config.ts';
import type { Config } from '../../src/config/define-config.ts';
import { fromRoot } from '../from-root.ts';

interface Option {
  readonly name: string;
  readonly comment: string;
}

/** True where two types are the same, with what is optional in them. */
type Equal<One, Other> =
  (<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? true : false;

/** Options that have something to say, each once, in an order that does not depend on where they stand. */
const told = (options: readonly Option[]): Option[] =>
  options
    .filter(({ comment }) => comment !== '')
    .sort(byName)
    .filter((option, index, all) => index === 0 || byName(all[index - 1] as Option, option) !== 0);

const byName = (one: Option, other: Option): number => {
  const [a, b] = [one, other].map(({ name, comment }) => `${name} ${comment}`) as [string, string];
  return a < b ? -1 : Number(a > b);
};

type JsonSchema = z.core.JSONSchema._JSONSchema;

const literal = (value: unknown): string =>
  Array.isArray(value)
    ? `[${value.map(literal).join(', ')}]`
    : typeof value === 'string'
      ? `'${value}'`
      : String(value);

/** A default that says something: no empty list, no object whose options have defaults of their own. */
const isTold = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== undefined && typeof value !== 'object';

/** What the schema says of each option, at every depth. */
function optionsOf(schema: JsonSchema): Option[] {
  if (typeof schema === 'boolean') return [];
  const { properties = {}, anyOf = [], additionalProperties = false } = schema;
  const own = Object.entries(properties).flatMap(([name, option]) => [
    { name, comment: commentOf(option) },
    ...optionsOf(option),
  ]);
  return [...own, ...[...anyOf, additionalProperties].flatMap(optionsOf)];
}

/** Its description and its default. */
function commentOf(option: JsonSchema): string {
  if (typeof option === 'boolean') return '';
  const { description, default: value } = option;
  return [
    ...(description ? [description] : []),
    ...(isTold(value) ? [`@default ${literal(value)}`] : []),
  ].join(' ');
}

/** The options that the source writes out, with their comments as one line. */
function optionsWritten(source: string): Option[] {
  const option = /(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n)?^ +(?:readonly )?(\w+)\??:(?= |$)/gm;
  return [...source.matchAll(option)].map(([, comment = '', name = '']) => ({
    name,
    comment: comment
      .replaceAll(/^ *\* ?/gm, ' ')
      .trim()
      .split(/\s+/)
      .join(' '),
  }));
}

test('the interface is what the schema takes', () => {
  expectTypeOf<Config>().toEqualTypeOf<z.input<typeof configSchema>>();
  expectTypeOf<Equal<Config, z.input<typeof configSchema>>>().toEqualTypeOf<true>();
});

test('every option says in the editor what the schema says of it', () => {
  const source = readFileSync(fromRoot('src/config/define-config.ts'), 'utf8');
  const schema = z.toJSONSchema(configSchema, { io: 'input', unrepresentable: 'any' });
  const written = told(optionsWritten(source));
  expect(written.length).toBeGreaterThan(60);
  expect(written).toEqual(told(optionsOf(schema)));
});
