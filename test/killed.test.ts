import { once } from 'node:events';
import { existsSync, watch } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { configuration, inlineSite, readTree } from './inline-site.ts';
import { startingSite } from './random-edits.ts';
import { runCli, startCli } from './run-cli.ts';

const args = (root: string): string[] => ['build', '--site', root, '--now', '2026-11-22T08:00:00+07:00'];
const build = (root: string): void => expect(runCli(args(root)).status).toBe(0);

/**
 * Builds until the folder `.cache` has the mark of a build that writes, and kills it there; a build that is
 * faster comes to its end.
 */
async function killWhileItWrites(root: string): Promise<void> {
  const running = startCli(args(root));
  const watcher = watch(path.join(root, '.cache/broadsheet'), (_, name) => {
    if (name === 'writing') running.kill('SIGKILL');
  });
  await once(running, 'exit');
  watcher.close();
}

test('a build that is killed leaves whole files, and the next one repairs the rest', async () => {
  const files: Record<string, string | Uint8Array> = { ...(await startingSite()) };
  for (let index = 0; index < 300; index++)
    files[`content/xa-hoi/bai-${index}.md`] =
      `---\ntitle: Bài ${index}\ndate: 2026-10-${String((index % 28) + 1).padStart(2, '0')}\ntags: [thẻ ${index % 20}]\n---\n${'Chữ '.repeat(200)}\n`;
  const site = inlineSite(files);
  build(site.root);
  const before = site.tree();
  const changed = configuration().replace('Báo Thử', 'Báo Khác');
  site.write({ 'broadsheet.config.ts': changed });
  await killWhileItWrites(site.root);

  const clean = inlineSite({ ...files, 'broadsheet.config.ts': changed });
  build(clean.root);
  const after = clean.tree();
  for (const [output, content] of site.tree()) {
    // Temporary files of the killed build are hidden, and go with the next.
    if (path.basename(output).startsWith('.')) continue;
    expect(
      [before.get(output), after.get(output)].some((whole) => whole?.equals(content)),
      output,
    ).toBe(true);
  }
  build(site.root);
  expect([...site.tree().keys()]).toEqual([...after.keys()]);
  const repaired = site.tree();
  for (const [output, content] of after) expect(repaired.get(output)?.equals(content), output).toBe(true);
});

test('a first build that is killed leaves no output folder that looks like a site', async () => {
  const site = inlineSite({ ...(await startingSite()) });
  build(site.root);
  const after = site.tree();
  site.remove('dist');
  await killWhileItWrites(site.root);
  if (existsSync(path.join(site.root, 'dist'))) expect([...site.tree().keys()]).toEqual([...after.keys()]);
  build(site.root);
  expect(readTree(path.join(site.root, 'dist'))).toEqual(after);
  expect(existsSync(path.join(site.root, 'dist.building'))).toBe(false);
});
