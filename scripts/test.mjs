// Run by `npm test` once the tool is compiled: code health, then every test, browser tests included.
// Arguments are passed to Vitest. The last line is `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findChromium } from './find-chromium.mjs';

process.chdir(path.join(import.meta.dirname, '..'));

let chromium;
try {
  chromium = findChromium();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.stdout.write('0 passed, 1 failed\n');
  process.exit(1);
}

const checked = spawnSync('npm', ['run', 'check', '--silent'], { stdio: 'inherit' }).status === 0;
if (!checked) process.stderr.write('npm run check found the faults above.\n');

const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'));
const report = path.join(folder, 'report.json');
const vitest = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ],
  {
    stdio: 'inherit',
    env: { ...process.env, CHROMIUM: chromium },
  },
);
const { passed, failed } = readCounts();
rmSync(folder, { recursive: true, force: true });
process.exitCode = checked && vitest.status === 0 && failed === 0 ? 0 : 1;
process.stdout.write(`${passed} passed, ${failed} failed\n`);

/** Counts tests by outcome. A file that could not be loaded counts as a failed test. */
function readCounts() {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
    const unloaded = testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
    );
    return { passed: numPassedTests, failed: numFailedTests + unloaded.length };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
