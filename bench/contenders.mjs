// The tools under test: how each one's site is laid out, built, emptied and changed.
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

const here = import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname);
/** The archive ends before this moment. */
export const moment = '2026-01-01T00:00:00+07:00';

export const hugoVersion = () => {
  const { status, stdout } = spawnSync('hugo', ['version'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim().split(' ').slice(1, 3).join(' ') : undefined;
};

/**
 * A tool with its copy of the corpus in `folder`.
 * `cli` is the tool's; `flags` go to node, `jobs` to Broadsheet; both only where they apply.
 */
export function createContender({ name, folder, corpus, cli, flags = [], jobs }) {
  const isHugo = name === 'hugo';
  const output = path.join(folder, isHugo ? 'public' : 'dist');
  const caches = isHugo ? ['resources', '.hugo_build.lock'] : ['.cache'];
  // Put aside rather than removed: on ext4, files made just after thousands were removed cost several times
  // what they cost else.
  const aside = `${folder}-aside`;
  let removed = 0;
  const remove = (...names) => {
    mkdirSync(aside, { recursive: true });
    for (const entry of names)
      if (existsSync(path.join(folder, entry)))
        renameSync(path.join(folder, entry), path.join(aside, String(removed++)));
  };
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(path.dirname(folder), { recursive: true });
  cpSync(path.join(here, 'sites', name), folder, { recursive: true });
  cpSync(corpus, path.join(folder, 'content'), { recursive: true });
  if (isHugo) mkdirSync(path.join(folder, 'content/img'), { recursive: true });
  const articles = path.join(folder, 'content/a');
  const template = path.join(
    folder,
    isHugo ? 'layouts/partials/footer.html' : 'templates/parts/colophon.tsx',
  );
  // The article in the middle of the archive's alphabet.
  const edited = path.join(
    articles,
    readdirSync(articles).sort()[Math.floor(readdirSync(articles).length / 2)],
  );
  const originals = new Map(
    [edited, template].flatMap((file) =>
      isHugo || file !== template || name === 'broadsheet' ? [[file, readFileSync(file, 'utf8')]] : [],
    ),
  );
  return {
    name,
    folder,
    output,
    command: isHugo
      ? ['hugo', '--quiet']
      : [
          process.execPath,
          ...flags,
          cli,
          'build',
          '--site',
          '.',
          '--now',
          moment,
          '--json',
          ...(jobs ? ['--jobs', jobs] : []),
        ],
    editedAddress: `/a/${path.basename(edited, '.md')}/`,
    removeAll: () => remove(path.basename(output), ...caches),
    /** Every article as if it had been written just now. */
    touchAll: () => {
      const now = new Date();
      for (const name of readdirSync(articles)) utimesSync(path.join(articles, name), now, now);
    },
    removeOutput: () => remove(path.basename(output)),
    editBody: (turn) => {
      writeFileSync(edited, originals.get(edited));
      appendFileSync(edited, `\nĐoạn này được thêm vào lần ${turn}, sau khi bài đã đăng.\n`);
    },
    canEditTemplate: originals.has(template),
    editTemplate: (turn) =>
      writeFileSync(template, originals.get(template).replace('bản in thử', `bản in thử lần ${turn}`)),
    restore: () => {
      for (const [file, text] of originals) writeFileSync(file, text);
    },
    addArticle: (file) => cpSync(file, path.join(articles, path.basename(file))),
    dropArticle: (file) => {
      rmSync(path.join(articles, path.basename(file)), { force: true });
      // Hugo leaves the page of a deleted article behind.
      if (isHugo)
        rmSync(path.join(output, 'a', path.basename(file, '.md')), { recursive: true, force: true });
    },
  };
}
