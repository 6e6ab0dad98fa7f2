// A copy of the compiled tool for one run, so that compiling it anew meanwhile does not change what is
// measured.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';

const here = import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname);
const project = path.dirname(here);
/** Scripts of the reader import from `src/`. */
const parts = ['lib', 'templates', 'src', 'package.json'];

/** What V8 made of the tool's code names the file that it was made of. */
const isKeptCode = (file) => path.basename(file).startsWith('code-');

/** Digest of a compiled tool: its code, not its types. */
function digestTool(root) {
  const digest = createHash('sha256');
  for (const name of readdirSync(path.join(root, 'lib'), { recursive: true }).sort()) {
    if (/\.([cm]?js|json)$/.test(name))
      digest.update(name).update(readFileSync(path.join(root, 'lib', name)));
  }
  return digest.digest('hex').slice(0, 12);
}

/**
 * Copies the tool to `folder`; the digest stands in the results. A tool that was being compiled meanwhile is
 * copied again.
 */
export function freezeTool(folder) {
  for (let attempt = 1; ; attempt++) {
    try {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
      for (const part of parts)
        cpSync(path.join(project, part), path.join(folder, part), {
          recursive: true,
          filter: (file) => !isKeptCode(file),
        });
      symlinkSync(path.join(project, 'node_modules'), path.join(folder, 'node_modules'));
      const digest = digestTool(folder);
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [path.join(folder, 'lib/cli.cjs'), '--version'],
        { encoding: 'utf8' },
      );
      if (status !== 0) throw new Error(stderr);
      if (digest === digestTool(project))
        return { cli: path.join(folder, 'lib/cli.cjs'), digest, version: stdout.trim() };
      throw new Error('lib/ changed while it was copied');
    } catch (error) {
      if (attempt === 5)
        throw new Error('no compiled tool to measure: node scripts/build.mjs', { cause: error });
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3000);
    }
  }
}
