// Runs a command and says what it cost: wall time, processor time, and the largest resident set of any one
// process.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const gnuTime = '/usr/bin/time';
const hasTime = existsSync(gnuTime) && spawnSync(gnuTime, ['-f', '%M', 'true']).status === 0;
const hasProc = existsSync('/proc/self/status');
export const method = hasTime ? 'GNU time' : hasProc ? '/proc, asked every 10 ms' : 'wall time only';

/**
 * What a user's shell has, without what would change every start of Node: Node 20 reads extra certificates at
 * each, which takes longer than all else that it does there, and nothing here uses them.
 */
export function plainEnvironment(more = {}) {
  const { NODE_EXTRA_CA_CERTS: _, NODE_OPTIONS: __, ...rest } = process.env;
  return { ...rest, ...more };
}

/**
 * Runs `command` and resolves to `{ wall, cpu, peak, output }`: seconds, seconds of user and system time,
 * MiB, standard output.
 */
export async function measure(command, { cwd, env = {} } = {}) {
  // Else the disk still writes what the run before left.
  spawnSync('sync');
  const folder = mkdtempSync(path.join(tmpdir(), 'measure-'));
  const report = path.join(folder, 'report');
  const [program, ...rest] = hasTime ? [gnuTime, '-f', '%U %S %M', '-o', report, ...command] : command;
  const started = process.hrtime.bigint();
  const child = spawn(program, rest, { cwd, env: plainEnvironment(env), stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks = { stdout: [], stderr: [] };
  for (const name of ['stdout', 'stderr']) child[name].on('data', (chunk) => chunks[name].push(chunk));
  let sample = { cpu: Number.NaN, peak: Number.NaN };
  const timer = !hasTime && hasProc && setInterval(() => (sample = lookUp(child.pid) ?? sample), 10);
  const [code, wall] = await new Promise((resolve, reject) => {
    child.on('error', reject);
    let ended = 0n;
    child.on('exit', () => (ended = process.hrtime.bigint()));
    child.on('close', (status) => resolve([status, Number(ended - started) / 1e9]));
  });
  if (timer) clearInterval(timer);
  const text = (name) => Buffer.concat(chunks[name]).toString('utf8');
  try {
    if (code !== 0)
      throw new Error(
        `${command.join(' ')} ended with ${code}\n${`${text('stdout')}\n${text('stderr')}`.slice(-3000)}`,
      );
    if (!hasTime) return { wall, ...sample, output: text('stdout') };
    const [user, system, kilobytes] = readFileSync(report, 'utf8')
      .trim()
      .split('\n')
      .at(-1)
      .split(' ')
      .map(Number);
    return { wall, cpu: user + system, peak: kilobytes / 1024, output: text('stdout') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function lookUp(pid) {
  try {
    const peak = Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return { cpu: (Number(fields[11]) + Number(fields[12])) / 100, peak };
  } catch {
    return undefined;
  }
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
