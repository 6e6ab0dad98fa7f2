import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import getArgumentsForPosition from 'launch-editor/get-args.js';
import guessEditor from 'launch-editor/guess.js';
import open from 'open';

interface EditorInput {
  /** Absolute. */
  readonly file: string;
  readonly line?: number;
  readonly environment: NodeJS.ProcessEnv;
}

/** These need a terminal, which a server cannot give them. */
const needTerminal = new Set(['vi', 'vim', 'nvim', 'nano', 'emacs', 'pico', 'joe', 'micro', 'hx', 'ed']);

/**
 * The program and its arguments: `BROADSHEET_EDITOR`, else an editor that is running, else `VISUAL` or
 * `EDITOR`. Undefined where none of these has a window.
 */
export function editorCommand({
  file,
  line,
  environment,
}: EditorInput): [command: string, ...args: string[]] | undefined {
  const own = environment.BROADSHEET_EDITOR;
  const named = own || guessEditor().find(isText);
  if (!named) return undefined;
  // A path that is there is one part, whatever blanks it has.
  const parts = existsSync(named) ? [named] : guessEditor(named);
  const [command, ...args] = parts.filter(isText);
  if (!command || (!own && needTerminal.has(path.parse(command).name))) return undefined;
  return [command, ...args, ...getArgumentsForPosition(command, file, line).map(String)];
}

const isText = (part: unknown): part is string => typeof part === 'string';

/** Milliseconds in which a program that cannot open the file has said so by its exit status. */
const early = 1500;

/**
 * Opens a file in the user's editor, or with what the system opens such files with. Resolves to whether the
 * program could be started, and did not end at once with a failure.
 */
export async function openEditor(input: EditorInput): Promise<boolean> {
  const [command, ...args] = editorCommand(input) ?? [];
  const child =
    command === undefined
      ? await open(input.file).catch(() => undefined)
      : spawn(command, args, { detached: true, stdio: 'ignore' });
  if (!child) return false;
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('exit', (status) => resolve(status === 0));
    child.unref();
    setTimeout(() => resolve(true), early).unref();
  });
}

/** Opens an address in the user's browser, where there is one. */
export const openBrowser = (url: string): void => void open(url).catch(() => {});
