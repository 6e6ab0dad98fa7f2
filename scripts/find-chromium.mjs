import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * Finds a Chromium: the one in `CHROMIUM`, the first on the path, or Debian's package, which is installed if
 * permitted. Throws an error that says what to do.
 */
export function findChromium() {
  const { CHROMIUM: named } = process.env;
  if (named) {
    if (isProgram(named)) return named;
    throw new Error(`CHROMIUM is ${named}, which is not a program.`);
  }
  const chromium = onPath();
  if (chromium) return chromium;
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version') && isOnPath('apt-get')) {
    install();
    const installed = onPath();
    if (installed) return installed;
  }
  throw new Error(
    'The browser tests need Chromium: install it (on Debian: apt-get install chromium fonts-dejavu-core), or name one in the variable CHROMIUM.',
  );
}

function install() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [
    ['update'],
    ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'],
  ]) {
    process.stderr.write(`apt-get ${args.join(' ')}\n`);
    const { status, stdout, stderr } = spawnSync('apt-get', args, { env, encoding: 'utf8' });
    if (status !== 0)
      throw new Error(
        `The browser tests need Chromium, and "apt-get ${args.join(' ')}" failed:\n${stdout}${stderr}`,
      );
  }
}

const isOnPath = (name) => candidates(name).some(isProgram);
const onPath = () => names.flatMap(candidates).find(isProgram);
const candidates = (name) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name));

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
