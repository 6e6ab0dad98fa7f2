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
  const { line, column } = findPlace({ head: yaml, headLine: 2, format: 'yaml' }, keys, on);
  expect(`${line}:${column}`).toBe(place);
});

test('what only js-yaml can read has a place, too', () =>
  expect(findPlace({ head: 'title: "a\nb"\ndate: x\n', headLine: 2, format: 'yaml' }, ['date'])).toEqual({
    line: 4,
    column: 7,
  }));

test.each<[head: string, keys: PropertyKey[], place: string]>([
  ['  title: A\n  date: x\n', ['date'], '3:9'],
  ['{ title: A, date: x }\n', ['date'], '2:19'],
  ['summary: |\n  date: no\ndate: x\n', ['date'], '4:7'],
  ['# date: no\ndate : x\n', ['date'], '3:8'],
  ['date: # later\n  x\n', ['date'], '3:3'],
  ['date: &d x\n', ['date'], '2:10'],
  ['author: [a, 1]\n', ['authors', 1], '2:13'],
  ["'date': 'x'\n", ['date'], '2:9'],
  ['date: x\r\nlink: y\r\n', ['link'], '3:7'],
])('%j: %j is at %s', (head, keys, place) => {
  const { line, column } = findPlace({ head, headLine: 2, format: 'yaml' }, keys);
  expect(`${line}:${column}`).toBe(place);
});

const toml =
  'title = "A"\ntags = ["x", "y"]\nsummary = """\ntitle = "no"\n"""\nimage.src = "a.jpg"\n[royalty]\n  pages = 2\n[[corrections]]\ntext = "x"\n[[corrections]]\ndate = 1\n';

test.each<[keys: PropertyKey[], on: 'key' | 'value', place: string]>([
  [['title'], 'value', '2:9'],
  [['title'], 'key', '2:1'],
  [['tags', 1], 'value', '3:8'],
  [['image', 'src'], 'value', '7:13'],
  [['royalty'], 'value', '8:1'],
  [['royalty', 'pages'], 'value', '9:11'],
  [['royalty', 'pages'], 'key', '9:3'],
  [['corrections', 1, 'date'], 'value', '13:8'],
  [['missing'], 'value', '2:1'],
])('in TOML %j, its %s, is at %s', (keys, on, place) => {
  const { line, column } = findPlace({ head: toml, headLine: 2, format: 'toml' }, keys, on);
  expect(`${line}:${column}`).toBe(place);
});

test('in JSON', () => {
  const head = '{\n  "title": "A",\n  "image": { "src": 1 }\n}\n';
  expect(findPlace({ head, headLine: 1, format: 'json' }, ['image', 'src'])).toEqual({ line: 3, column: 21 });
  expect(findPlace({ head, headLine: 1, format: 'json' }, ['title'], 'key')).toEqual({ line: 2, column: 3 });
});
