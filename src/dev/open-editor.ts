import { spawn } from 'node:child_process';
import path from 'node:path';

interface Input {
  /** Absolute. */
  readonly file: string;
  readonly line?: number;
  readonly environment: NodeJS.ProcessEnv;
}

/** Editors with a window, and how each is told the line. */
const withLine: Readonly<Record<string, (file: string, line: number) => string[]>> = {
  code: (file, line) => ['-g', `${file}:${line}`],
  codium: (file, line) => ['-g', `${file}:${line}`],
  cursor: (file, line) => ['-g', `${file}:${line}`],
  subl: (file, line) => [`${file}:${line}`],
  zed: (file, line) => [`${file}:${line}`],
  gedit: (file, line) => [`+${line}`, file],
  kate: (file, line) => ['-l', String(line), file],
};
/** These need a terminal, which a server cannot give them. */
const needTerminal = new Set(['vi', 'vim', 'nvim', 'nano', 'emacs', 'pico', 'joe', 'micro', 'hx', 'ed']);

/** The program and its arguments: `BROADSHEET_EDITOR`, else `VISUAL` or `EDITOR` where they have a window, else what the system opens such files with. */
export function editorCommand({ file, line = 1, environment }: Input): [command: string, ...args: string[]] {
  const { BROADSHEET_EDITOR: own, VISUAL: visual, EDITOR: editor } = environment;
  const wanted = own || [visual, editor].find((found) => found && !needTerminal.has(nameOf(found)));
  if (wanted) {
    const [command = '', ...args] = wanted.split(' ').filter(Boolean);
    return [command, ...args, ...(withLine[nameOf(wanted)]?.(file, line) ?? [file])];
  }
  if (process.platform === 'darwin') return ['open', file];
  if (process.platform === 'win32') return ['explorer', file];
  return ['xdg-open', file];
}

const nameOf = (command: string): string => path.basename(command.split(' ')[0] ?? '').replace(/\.(?:exe|cmd)$/i, '');

/** Opens a file in the user's editor. Resolves to whether the program could be started. */
export function openEditor(input: Input): Promise<boolean> {
  const [command, ...args] = editorCommand(input);
  return new Promise((resolve) => {
    const child = spawn(command, args, { detached: true, stdio: 'ignore' });
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}
