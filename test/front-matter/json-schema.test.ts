import { describe, expect, test } from 'vitest';
import { toJsonSchemas } from '../../src/front-matter/json-schema.ts';
import { schemas } from '../../src/front-matter/schema.ts';

interface Field {
  readonly description?: string;
  readonly title?: string;
}

describe.each(Object.entries(toJsonSchemas()))('the JSON Schema of %s', (kind, schema) => {
  const { properties, additionalProperties } = schema as {
    properties: Record<string, Field>;
    additionalProperties: boolean;
  };
  test('has every field, and allows no other', () => {
    expect(Object.keys(properties)).toEqual(Object.keys(schemas[kind as keyof typeof schemas].shape));
    expect(additionalProperties).toBe(false);
  });
  test.each(Object.entries(properties))('describes %s', (_, { description }) =>
    expect(description).toMatch(/^[A-Z`].*\.$/s),
  );
});

test('the fields of the old portal’s content type are all there', () => {
  const old = [
    'title',
    'summary',
    'image',
    'date',
    'updated',
    'authors',
    'category',
    'categories',
    'tags',
    'type',
    'featured',
    'pinnedUntil',
    'link',
    'related',
    'attachments',
    'status',
    'approvedBy',
    'approvedAt',
    'expires',
    'royalty',
    'corrections',
    'aliases',
    'slug',
    'dateline',
    'lang',
    'extra',
  ];
  expect(Object.keys(schemas.article.shape)).toEqual(expect.arrayContaining(old));
});
