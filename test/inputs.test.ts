import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { fromRoot } from './from-root.ts';
import { kinds } from './random-edits.ts';

type Kind = (typeof kinds)[number];

/**
 * Every module with which a build can read something of the machine, with the kinds of random edits
 * (`random-edits.ts`) that change what it reads. `own` reads, or writes, what builds themselves made; `no
 * build` belongs to commands that make nothing.
 */
const readers: Readonly<Record<string, readonly Kind[] | 'own' | 'no build'>> = {
  'build/build.ts': 'own',
  'build/changed.ts': 'own',
  // What machines share: test/store and test/queue.
  'build/shared-store.ts': 'own',
  'queue/make-picture.ts': 'own',
  'store/folder.ts': 'own',
  'store/snapshot.ts': 'own',
  'cache/bodies.ts': ['damage cache'],
  'cache/cache-folder.ts': ['damage cache', 'delete cache'],
  'cache/compile-once.ts': ['damage cache', 'config', 'template'],
  'cache/compiler-inputs.ts': [
    'configuration module',
    'route JSON',
    'plugin code',
    'plugin package',
    'style',
    'template import',
    'template data',
  ],
  'cache/lock.ts': 'own',
  'cache/open-cache.ts': ['damage cache', 'interrupt'],
  'cache/made-files.ts': ['damage cache'],
  'cache/read-cache.ts': 'no build',
  'offline/copy-site.ts': 'no build',
  'cache/chunk-file.ts': ['damage cache'],
  'bytes/read-part.ts': ['damage cache'],
  'places/find-config-file.ts': ['config'],
  'places/place-fields.ts': ['break', 'config'],
  'diagnostics/excerpt.ts': 'no build',
  'places/place-site-code.ts': 'no build',
  'images/load-sharp.ts': 'own',
  'lint/lint.ts': 'no build',
  'history/find-author.ts': 'no build',
  'history/find-repository.ts': ['commit'],
  'history/git.ts': ['commit'],
  'readers/log-file.ts': 'no build',
  'royalties/read-broken.ts': 'no build',
  'readers/views-data.ts': ['views'],
  'stages/locate-output.ts': 'own',
  'stages/output-folder.ts': ['damage output', 'delete output', 'interrupt'],
  'bytes/replace-file.ts': 'own',
  'routes/reader.ts': ['route data'],
  'bytes/sealed-file.ts': ['damage cache'],
  // The versions of what compresses are part of its keys.
  'stages/compress.ts': ['config', 'damage output', 'delete output', 'damage cache'],
  'stages/describe.ts': ['picture', 'attachment', 'media', 'static file', 'same size and time'],
  'stages/discover.ts': ['add', 'delete', 'move', 'link', 'touch', 'times set back'],
  'stages/output.ts': ['attachment', 'static file'],
  'stages/output-pages.ts': ['damage output'],
  'bytes/read-if-allowed.ts': ['body', 'same size and time', 'picture', 'addresses'],
  'stages/resize-pictures.ts': ['picture'],
  'privacy/scan.ts': ['private', 'damage output'],
  'theme/template-failed.ts': ['template'],
  'stages/write.ts': ['damage output'],
  'theme/compile.ts': ['style', 'client script', 'template import', 'TypeScript options'],
  'theme/entries.ts': ['style import', 'style font', 'style picture', 'template'],
  'theme/own-parts.ts': ['template'],
  'theme/resolve-files.ts': ['template import', 'style import', 'client script'],
  'theme/load.ts': ['template', 'block template', 'style'],
  'theme/own-files.ts': ['template', 'style'],
  'theme/own-words.ts': ['words'],
  // The versions of packages and of Node: test/toolchain.test.ts.
  'tool/toolchain.ts': 'own',
  'workers/guard.ts': ['body'],
};

/** Ways to learn something of the machine: its files, programs, environment and versions. */
const reads = /from 'node:(?:fs|fs\/promises|child_process|os|http)'|\bprocess\.(?:env|versions?)\b/;

test('every module that reads an input is named here, with the random edits that change the input', () => {
  const root = fromRoot('src');
  const found = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter(
      (file) =>
        file.endsWith('.ts') &&
        !/^(?:cli|commands|dev|launch)\//.test(file) &&
        reads.test(readFileSync(path.join(root, file), 'utf8')),
    )
    .sort();
  expect(found).toEqual(Object.keys(readers).sort());
  for (const [file, wanted] of Object.entries(readers))
    if (typeof wanted !== 'string') expect(kinds, file).toEqual(expect.arrayContaining([...wanted]));
});

test('the time and the zone of the machine are inputs of builds at their edge alone', () => {
  expect(kinds).toEqual(expect.arrayContaining(['clock', 'time zone']));
});
