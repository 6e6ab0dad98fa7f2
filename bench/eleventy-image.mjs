// The pictures as Eleventy makes them: its own package, installed into the temporary folder from the
// registry, called for each picture.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const script = `
import { readdirSync } from 'node:fs';
import Image from '@11ty/eleventy-img';
const [folder, jpeg] = process.argv.slice(2);
const common = { outputDir: 'out', urlPath: '/', sharpWebpOptions: { quality: 75 }, sharpJpegOptions: { quality: 78 } };
await Promise.all(readdirSync(folder).map(async (name) => {
  await Image(folder + '/' + name, { ...common, formats: ['webp'], widths: [320, 640, 960, 1280] });
  await Image(folder + '/' + name, { ...common, formats: ['jpeg'], widths: jpeg.split(',').map(Number) });
}));
`;

/**
 * A contender that only makes the pictures: no pages, no start of Eleventy itself, which is in its favour.
 */
export async function installEleventyImage({ folder, pictures, jpeg }) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  writeFileSync(path.join(folder, 'make.mjs'), script);
  const { status, stderr } = spawnSync(
    'npm',
    ['install', '--no-audit', '--no-fund', '--ignore-scripts', '@11ty/eleventy-img@6'],
    { cwd: folder, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`@11ty/eleventy-img was not installed\n${stderr}`);
  return {
    name: 'eleventy-image',
    folder,
    command: [process.execPath, 'make.mjs', pictures, jpeg.join(',')],
    removeAll: () => {
      for (const name of ['out', '.cache']) rmSync(path.join(folder, name), { recursive: true, force: true });
    },
  };
}
