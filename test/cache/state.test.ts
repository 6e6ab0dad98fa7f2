import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import type { OutputPath, SourcePath } from '../../src/brands.ts';
import { digestOf } from '../../src/bytes/digest.ts';
import { CacheDamaged } from '../../src/cache/bodies.ts';
import { splitDocument } from '../../src/cache/kept-document.ts';
import { createState, type DocumentRecord, type LastBuild, type State } from '../../src/cache/state.ts';
import { readState, writeState } from '../../src/cache/state-file.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { Document } from '../../src/types.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-state-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = path.join(folder, 'state');
const fingerprint = digestOf('one');

const record = (name: string, text: string): DocumentRecord => {
  const document: Document = {
    kind: 'broken',
    path: name as SourcePath,
    digest: digestOf(text),
    messages: [
      { rule: 'yaml-syntax', severity: 'error', path: name, line: 2, column: 3, values: { reason: text } },
    ],
  };
  return {
    document,
    outline: digestOf(name),
    head: Buffer.from(splitDocument(document).head, 'utf16le'),
    rest: Buffer.from(''),
    terms: 0,
    body: { offset: 3, length: 7 },
  };
};
const stateOf = (texts: readonly string[]): State => {
  const state = createState('bodies-1', 'dist');
  for (const [index, text] of texts.entries()) {
    const name = `content/${text}-${index}.md`;
    state.files.set(name, {
      size: index,
      mtime: 1.5,
      ctime: 2.25,
      inode: 7,
      digest: digestOf(text),
      racy: index % 2 === 0,
    });
    state.documents().set(name, record(name, text));
    state.outputs.set(`${index}/index.html` as OutputPath, {
      key: digestOf(text),
      size: 5,
      mtime: 8.125,
      article: index % 2 === 0,
    });
    state.pictures.set(
      digestOf(text),
      index % 2 === 0
        ? { broken: text }
        : { facts: { format: 'png', width: 3, height: 2, animated: false, opaque: true } },
    );
  }
  return state;
};
const names = Array.from({ length: 12 }, (_, index) => `bài ${index}`);
const reread = (): State => {
  const read = readState(file, fingerprint);
  if (typeof read === 'string') throw new Error(read);
  return read;
};
const plain = ({ base: _, documents, files, pictures, outputs, ...rest }: State) => ({
  ...rest,
  files,
  pictures,
  outputs,
  documents: new Map(
    [...documents()].map(([key, { saved, head, rest, ...other }]) => [
      key,
      { ...other, head: Buffer.from(head).toString(), rest: Buffer.from(rest).toString() },
    ]),
  ),
});

test('what is written is read', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 5 }), fc.nat(500), (texts, chunk) => {
      const state = stateOf(texts);
      writeState(file, fingerprint, state, chunk);
      expect(plain(reread())).toEqual(plain(state));
    }),
  );
});

test('a site of any size is in chunks of the same size, which are read as one', () => {
  const texts = Array.from({ length: 40 }, (_, index) => `bài ${index} ${'ă'.repeat(index * 20)}`);
  const messages: Diagnostic[] = texts.map((path) => ({
    rule: 'yaml-syntax',
    severity: 'error',
    path,
    values: {},
  }));
  const state = { ...stateOf(texts), last: { messages } as unknown as LastBuild };
  const written = (chunk?: number): State => {
    writeState(file, fingerprint, state, chunk);
    return reread();
  };
  expect(plain(written())).toEqual(plain(state));
  expect(chunksOf(file)).toEqual(['build', 'messages', 'files', 'pictures', 'documents', 'outputs', 'end']);
  expect(plain(written(2000))).toEqual(plain(state));
  const kinds = chunksOf(file);
  expect(['messages', 'files', 'pictures', 'documents', 'outputs'].map((kind) => count(kinds, kind))).toEqual(
    [4, 13, 4, 4, 3],
  );
  expect(count(chunksOf(path.join(folder, reread().base ?? '')), 'texts')).toBeGreaterThan(10);
});

/** The kinds of the chunks in a file. */
const chunksOf = (name: string): string[] =>
  [...readFileSync(name, 'latin1').matchAll(/(\w+) +\d+ [0-9a-f]{32}\n/g)].map(([, kind]) => kind ?? '');
const count = (kinds: readonly string[], kind: string): number => kinds.filter((one) => one === kind).length;

test('what changes again and again is read', () => {
  const edit = fc.record({ remove: fc.array(fc.nat(20)), change: fc.array(fc.nat(20)), add: fc.nat(5) });
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 5 }), (edits) => {
      let state = stateOf(names);
      writeState(file, fingerprint, state, 300);
      for (const [turn, { remove, change, add }] of edits.entries()) {
        state = reread();
        const documents = new Map(state.documents());
        const paths = [...documents.keys()];
        for (const index of change)
          if (paths[index]) documents.set(paths[index], record(paths[index], `lần ${turn}`));
        for (const index of remove) if (paths[index]) documents.delete(paths[index]);
        for (let index = 0; index < add; index++)
          documents.set(`content/${turn}-${index}.md`, record(`content/${turn}-${index}.md`, 'mới'));
        const files: State['files'] = new Map(
          [...documents].map(([name, { document }]) => [
            name,
            { size: 1, mtime: 1.5, ctime: 2.25, inode: 7, digest: document.digest, racy: false },
          ]),
        );
        state = { ...state, files, documents: () => documents };
        writeState(file, fingerprint, state, 300);
        expect(plain(reread())).toEqual(plain(state));
      }
    }),
  );
});

test('few changes leave the file of documents as it is, many make a new one', () => {
  const after = (changed: number): string | undefined => {
    const state = reread();
    const documents = new Map(
      [...state.documents()].map(([name, one], index) => [
        name,
        index < changed ? record(name, 'khác') : one,
      ]),
    );
    return writeState(file, fingerprint, { ...state, documents: () => documents });
  };
  const first = writeState(file, fingerprint, stateOf(names));
  expect(first).toMatch(/^documents-/);
  expect(after(4)).toBe(first);
  expect(after(5)).not.toBe(first);
});

test('a file of documents that is not what it was is never believed', () => {
  const base = path.join(folder, writeState(file, fingerprint, stateOf(names), 1000) ?? '');
  const whole = readFileSync(base);
  for (let at = 0; at < whole.length; at += 5) {
    const flipped = Buffer.from(whole);
    flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
    writeFileSync(base, flipped);
    expect(() => reread().documents(), `byte ${at}`).toThrow(CacheDamaged);
  }
  rmSync(base);
  expect(() => reread().documents()).toThrow(CacheDamaged);
});

test('none, and another tool’s or pipeline’s', () => {
  writeState(file, fingerprint, stateOf(['a']));
  expect(readState(path.join(folder, 'none'), fingerprint)).toBe('none');
  expect(readState(file, digestOf('two'))).toBe('other');
});

test('no byte can be wrong, missing or too many without being noticed', () => {
  const state = stateOf(['lúa', 'muối']);
  writeState(file, fingerprint, state);
  const whole = readFileSync(file);
  const damaged = path.join(folder, 'damaged');
  const isBelieved = (bytes: Uint8Array): boolean => {
    writeFileSync(damaged, bytes);
    const read = readState(damaged, fingerprint);
    if (typeof read === 'string') return false;
    try {
      read.documents();
    } catch (error) {
      if (error instanceof CacheDamaged) return false;
      throw error;
    }
    return true;
  };
  expect(isBelieved(whole)).toBe(true);
  for (let at = 0; at < whole.length; at++) {
    const flipped = Buffer.from(whole);
    flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
    expect(isBelieved(flipped), `byte ${at}`).toBe(false);
  }
  for (let length = 0; length < whole.length; length += 3)
    expect(isBelieved(whole.subarray(0, length)), `cut to ${length}`).toBe(false);
  expect(isBelieved(Buffer.concat([whole, Buffer.from('x')]))).toBe(false);
});
