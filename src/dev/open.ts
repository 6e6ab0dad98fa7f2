import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

interface EditorInput {
  /** Absolute. */
  readonly file: string;
  readonly line?: number;
  readonly environment: NodeJS.ProcessEnv;
}

/** Editors with a window, and the arguments that open a file at a line. */
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

/**
 * The program and its arguments: `BROADSHEET_EDITOR`, else `VISUAL` or `EDITOR` where they have a window,
 * else what the system opens such files with.
 */
export function editorCommand({
  file,
  line = 1,
  environment,
}: EditorInput): [command: string, ...args: string[]] {
  const { BROADSHEET_EDITOR: own, VISUAL: visual, EDITOR: editor } = environment;
  const chosen = own || [visual, editor].find((each) => each && !needTerminal.has(nameOf(each)));
  if (chosen) {
    const [command = '', ...args] = toParts(chosen);
    return [command, ...args, ...(withLine[nameOf(chosen)]?.(file, line) ?? [file])];
  }
  if (process.platform === 'darwin') return ['open', file];
  if (process.platform === 'win32') return ['explorer', file];
  return ['xdg-open', file];
}

/**
 * The parts of a command line, with quotation marks as a shell has them; a path that is there is one part,
 * whatever blanks it has.
 */
const toParts = (command: string): string[] =>
  existsSync(command)
    ? [command]
    : (command.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? []).map((part) =>
        part.replace(/"([^"]*)"|'([^']*)'/g, '$1$2'),
      );
const nameOf = (command: string): string =>
  path.basename(toParts(command)[0] ?? '').replace(/\.(?:exe|cmd)$/i, '');

/** Milliseconds in which a program that cannot open the file has said so by its exit status. */
const early = 1500;

/**
 * Opens a file in the user's editor. Resolves to whether the program could be started, and did not end at
 * once with a failure.
 */
export function openEditor(input: EditorInput): Promise<boolean> {
  const [command, ...args] = editorCommand(input);
  return new Promise((resolve) => {
    const child = spawn(command, args, { detached: true, stdio: 'ignore' });
    child.once('error', () => resolve(false));
    child.once('exit', (status) => resolve(status === 0));
    child.once('spawn', () => {
      child.unref();
      setTimeout(() => resolve(true), early).unref();
    });
  });
}

/** Opens an address in the user's browser, where there is one. */
export function openBrowser(url: string): void {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['explorer', url]
        : ['xdg-open', url];
  const child = spawn(command as string, args, { detached: true, stdio: 'ignore' });
  child.once('error', () => {});
  child.unref();
}
