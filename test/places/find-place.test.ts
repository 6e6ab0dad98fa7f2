import { expect, test } from 'vitest';
import { findPlace } from '../../src/places/find-place.ts';

const yaml =
  'title: A\nimage:\n  src: a.jpg\n  alt: "b"\ntags: [x, "y"]\nrelated:\n  - a\n  - b\n"quoted": 1\nempty:\n';

test.each<[keys: PropertyKey[], on: 'key' | 'value', place: string]>([
  [['title'], 'value', '2:8'],
  [['title'], 'key', '2:1'],
  [['image'], 'value', '4:3'],
  [['image', 'alt'], 'value', '5:8'],
  [['image', 'alt'], 'key', '5:3'],
  [['tags', 1], 'value', '6:11'],
  [['related', 1], 'value', '9:5'],
  [['quoted'], 'key', '10:1'],
  [['empty'], 'key', '11:1'],
  [['image', 'missing'], 'value', '4:3'],
  [['missing'], 'value', '2:1'],
])('%j, its %s, is at %s', (keys, on, place) => {
  const { line, column } = findPlace(yaml, keys, on);
  expect(`${line}:${column}`).toBe(place);
});

test('what only js-yaml can read has a place, too', () =>
  expect(findPlace('title: "a\nb"\ndate: x\n', ['date'])).toEqual({ line: 4, column: 1 }));
