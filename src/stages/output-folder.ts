import { randomBytes } from 'node:crypto';
import {
  type Dirent,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { threadId } from 'node:worker_threads';
import { digestOf } from '../bytes/digest.ts';
import { makeFolder } from '../bytes/replace-file.ts';
import { isAlive } from '../cache/lock.ts';
import { UsageError } from '../diagnostics/usage-error.ts';

/**
 * The file that marks a folder as an output of ours: a line for people, then a digest of the path of each
 * file that builds wrote there.
 */
const marker = '.broadsheet';
const title = 'Made by Broadsheet. The next build replaces what it wrote here.';
/** What version 0.1.0 wrote into the marker; it did not note its files. */
const titleOfFirstVersion = 'Made by Broadsheet. The next build replaces what is here.';

export interface OutputFolder {
  /**
   * Where to write, absolute, without symbolic links: the folder itself, or one that takes its place at the
   * end.
   */
  readonly folder: string;
  /** It has nothing in it yet. */
  readonly fresh: boolean;
  /** Notes which files a build is about to have in the folder, besides those that are noted already. */
  readonly begin: (outputs: Iterable<string>) => void;
  /**
   * Notes the files that the folder has in the end, and puts a new folder in its place. What is noted stays
   * where they are `same` as those of the last build, and {@link begin} was not called.
   */
  readonly finish: (outputs: Iterable<string>, options: { readonly same: boolean }) => void;
  /** Removes a folder that did not get to its place. */
  readonly abandon: () => void;
}

/**
 * Prepares the output folder `place`, as {@link locateOutput} gives it. A folder with files that no build of
 * ours wrote is refused.
 */
export function openOutput(place: string): OutputFolder {
  const entries = list(place);
  if (entries && entries.length > 0) {
    if (readMarker(place) === undefined)
      throw new UsageError({
        en: `${place} has files that Broadsheet did not write: empty it, or choose another folder with --out`,
        vi: `${place} có những tệp không do Broadsheet ghi: dọn trống nó, hoặc chọn thư mục khác bằng --out`,
      });
    let isNoted = true;
    const earlier = readNotes(place) ?? toNotes(strays(place, new Set()));
    return {
      folder: place,
      fresh: false,
      begin: (outputs) => {
        isNoted = false;
        writeNotes(place, [...earlier, ...toNotes(outputs)]);
      },
      finish: (outputs, { same }) => {
        if (!isNoted || !same) writeNotes(place, toNotes(outputs));
      },
      abandon: () => {},
    };
  }
  const sibling = entries && !isReplaceable(place) ? undefined : makeSibling(place);
  const folder = sibling ?? place;
  writeFileSync(path.join(folder, marker), `${title}\n`);
  return {
    folder,
    fresh: true,
    begin: (outputs) => writeNotes(folder, toNotes(outputs)),
    finish: (outputs) => {
      writeNotes(folder, toNotes(outputs));
      if (sibling === undefined) return;
      if (entries) rmdirSync(place);
      renameSync(sibling, place);
    },
    abandon: () => {
      if (sibling !== undefined) rmSync(sibling, { recursive: true, force: true });
    },
  };
}

/** Whether an empty folder can give way to another one: the place where a disk is mounted cannot. */
const isReplaceable = (place: string): boolean => statSync(place).dev === statSync(path.dirname(place)).dev;

/**
 * A new folder beside the place; undefined where none can be made there and the place itself exists. Removes
 * those of builds that were stopped.
 */
function makeSibling(place: string): string | undefined {
  const parent = path.dirname(place);
  makeFolder(parent);
  for (const { name } of list(parent) ?? []) {
    const folder = path.join(parent, name);
    const pid = Number(/^\.broadsheet-building-(\d+)-\w+$/.exec(name)?.[1] ?? Number.NaN);
    if (pid > 0 && readMarker(folder) !== undefined && !isAlive(pid))
      rmSync(folder, { recursive: true, force: true });
  }
  const folder = path.join(parent, `.broadsheet-building-${process.pid}-${randomBytes(6).toString('hex')}`);
  try {
    // Not by `mkdtemp`, whose folders other users may not read: a web server is one.
    mkdirSync(folder);
    return folder;
  } catch (error) {
    if (statSync(place, { throwIfNoEntry: false })) return undefined;
    throw error;
  }
}

const toNotes = (outputs: Iterable<string>): string[] => Array.from(outputs, toNote);
const toNote = (output: string): string => digestOf(output).slice(0, 16);

/** Writes the marker, whole or not at all, unless it says the same. */
function writeNotes(folder: string, notes: readonly string[]): void {
  const text = `${title}\n${[...new Set(notes)].sort().join('\n')}\n`;
  if (readMarker(folder) === text) return;
  const temporary = path.join(folder, temporaryOutput());
  writeFileSync(temporary, text);
  renameSync(temporary, path.join(folder, marker));
}

function readMarker(folder: string): string | undefined {
  try {
    const text = readFileSync(path.join(folder, marker), 'utf8');
    return text.startsWith(title) || text.startsWith(titleOfFirstVersion) ? text : undefined;
  } catch {
    return undefined;
  }
}

/** Digests of the paths of the files that builds wrote; undefined where these were not noted. */
function readNotes(folder: string): string[] | undefined {
  const text = readMarker(folder);
  return text?.startsWith(title) ? text.split('\n').slice(1, -1) : undefined;
}

let number = 0;
/**
 * The name of an output that is being written, in the folder of its place: short, since outputs may have
 * names as long as the disk allows.
 */
export const temporaryOutput = (): string => `.broadsheet-${process.pid}-${threadId}-${number++}`;
const isTemporaryOutput = (name: string): boolean => /^\.broadsheet-\d+-\d+-\d+$/.test(name);

/** Removes the files that a build which was stopped did not put in their places. */
export function removeHalfWritten(folder: string): void {
  for (const { name, parentPath } of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (isTemporaryOutput(name)) unlinkSync(path.join(parentPath, name));
}

/** What is in a folder; undefined when there is none. */
function list(folder: string): Dirent[] | undefined {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Of the files that are there those in whose way an output stands: a file where an output needs a folder, or
 * a folder where one is a file.
 */
export function collisions(outputs: ReadonlySet<string>, there: Iterable<string>): string[] {
  const folders = new Set<string>();
  for (const output of outputs) for (const folder of foldersOf(output)) folders.add(folder);
  return [...there].filter(
    (file) =>
      folders.has(file) || (!outputs.has(file) && foldersOf(file).some((folder) => outputs.has(folder))),
  );
}

/** The folders in which a file lies: `a/b` and `a` of `a/b/c.html`. */
function foldersOf(file: string): string[] {
  const folders: string[] = [];
  for (let slash = file.lastIndexOf('/'); slash > 0; slash = file.lastIndexOf('/', slash - 1))
    folders.push(file.slice(0, slash));
  return folders;
}

/**
 * Removes outputs, and the folders that they leave empty. Returns how many files there were. What lies behind
 * a symbolic link is no output.
 */
export function removeOutputs(folder: string, outputs: Iterable<string>): string[] {
  const removed: string[] = [];
  const isReal = createIsReal(folder);
  for (const output of outputs) {
    const file = path.join(folder, output);
    if (!isReal(path.dirname(file))) continue;
    try {
      unlinkSync(file);
      removed.push(output);
    } catch {
      // It was never there; its folder may be.
    }
    for (let parent = path.dirname(file); parent !== folder; parent = path.dirname(parent)) {
      try {
        rmdirSync(parent);
      } catch {
        break;
      }
    }
  }
  return removed;
}

/**
 * Tells whether a path below `folder`, which is a real path, leads through folders alone and through no
 * symbolic link. What is missing is no link.
 */
export function createIsReal(folder: string): (inner: string) => boolean {
  const realByFolder = new Map<string, boolean>([[folder, true]]);
  const isReal = (inner: string): boolean => {
    let real = realByFolder.get(inner);
    if (real === undefined) {
      real =
        isReal(path.dirname(inner)) && (lstatSync(inner, { throwIfNoEntry: false })?.isDirectory() ?? true);
      realByFolder.set(inner, real);
    }
    return real;
  };
  return isReal;
}

/**
 * Files of an output folder, relative to it, but for our own, what is in hidden folders at its top such as
 * `.git`, and other sites within.
 */
export function filesOf(folder: string): string[] {
  const files: string[] = [];
  const walk = (inner: string, prefix: string): void => {
    for (const entry of list(inner) ?? []) {
      if (
        prefix === '' &&
        (entry.name.startsWith('.broadsheet') || (entry.isDirectory() && isHidden(entry.name)))
      )
        continue;
      const full = path.join(inner, entry.name);
      if (!entry.isDirectory()) files.push(prefix + entry.name);
      else if (
        !(list(full) ?? []).some(({ name }) => name === '.git' || name.startsWith('broadsheet.config.'))
      )
        walk(full, `${prefix}${entry.name}/`);
    }
  };
  walk(folder, '');
  return files;
}

const isHidden = (output: string): boolean => /^\.(?!well-known(?:\/|$))/.test(output);

/**
 * The files of an output folder that builds of ours wrote and that are none of `outputs`. Where builds did not note
 * their files, all but hidden ones are.
 */
export function strays(folder: string, outputs: { has: (output: string) => boolean }): string[] {
  const noted = readNotes(folder);
  const notes = noted && new Set(noted);
  return filesOf(folder).filter(
    (file) => !outputs.has(file) && (notes ? notes.has(toNote(file)) : !isHidden(file)),
  );
}

/**
 * Removes what builds wrote into an output folder, and the folder when nothing else is in it. Throws a {@link
 * UsageError} for one that is not ours.
 */
export function clearOutput(place: string): void {
  const entries = list(place);
  if (!entries) return;
  if (readMarker(place) === undefined)
    throw new UsageError({
      en: `${place} was not made by Broadsheet: remove it yourself`,
      vi: `${place} không do Broadsheet tạo: hãy tự xóa nó`,
    });
  removeHalfWritten(place);
  removeOutputs(place, strays(place, new Set()));
  unlinkSync(path.join(place, marker));
  if ((list(place) ?? []).length === 0) rmdirSync(place);
}
