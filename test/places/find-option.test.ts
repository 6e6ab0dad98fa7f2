import { expect, test } from 'vitest';
import { findOption } from '../../src/places/find-option.ts';

const source = `// lists: { tag: 1 }
import { x } from './x.ts';
const lists = { tag: 5 };
export default defineConfig({
  site: { title: 'navigation: [1, {', origin: 'https://a.example' },
  navigation: [{ to: 'a' }, x({ to: 'b' }), { title: "C, d", to: 'c' }],
  rules: { 'dead-link': 'off' }, // a comment, { with
  lists,
  routes: { photos: (site) => { return [site, { tags: 1 }]; }, tagz: false },
});
`;

test.each<[keys: (string | number)[], place: string]>([
  [['site'], '5:3'],
  [['site', 'origin'], '5:39'],
  [['site', 'base'], '5:3'],
  [['navigation'], '6:3'],
  [['navigation', 0, 'to'], '6:18'],
  [['navigation', 2], '6:45'],
  [['navigation', 2, 'to'], '6:62'],
  [['rules', 'dead-link'], '7:12'],
  [['routes', 'tagz'], '9:64'],
  [['nothing'], '1:1'],
])('%j stands at %s', (keys, place) => {
  const { line, column } = findOption(source, keys);
  expect(`${line}:${column}`).toBe(place);
});
