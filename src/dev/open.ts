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

/** Editors that need a terminal, which a server cannot give them. */
const needTerminal = new Set(['vi', 'vim', 'nvim', 'nano', 'emacs', 'pico', 'joe', 'micro', 'hx', 'ed']);

/**
 * The program and its arguments: `BROADSHEET_EDITOR`, else a running editor, else `VISUAL` or `EDITOR`.
 * Undefined when none of them has a window.
 */
export function editorCommand({
  file,
  line,
  environment,
}: EditorInput): [command: string, ...args: string[]] | undefined {
  const own = environment.BROADSHEET_EDITOR;
  const named = own || guessEditor().find(isText);
  if (!named) return undefined;
  // An existing path is one argument, whatever spaces it has.
  const parts = existsSync(named) ? [named] : guessEditor(named);
  const [command, ...args] = parts.filter(isText);
  if (!command || (!own && needTerminal.has(path.parse(command).name))) return undefined;
  return [command, ...args, ...getArgumentsForPosition(command, file, line).map(String)];
}

const isText = (part: unknown): part is string => typeof part === 'string';

/** Milliseconds within which a program that cannot open the file exits with a failure. */
const early = 1500;

/**
 * Opens a file in the user's editor, or in the system's program for such files. Resolves to whether the
 * program started and did not fail at once.
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

/** Opens an address in the user's browser, if there is one. */
export const openBrowser = (url: string): void => void open(url).catch(() => {});
