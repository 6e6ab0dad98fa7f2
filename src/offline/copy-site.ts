import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { OutputPath } from '../brands.ts';
import { packageRoot } from '../package-root.ts';
import { compressedNames } from '../stages/compress.ts';
import { filesOf, type OutputFolder, removeOutputs, strays } from '../stages/output-folder.ts';
import { createWriter } from '../stages/write.ts';
import { relativeRows, toScript } from './index-script.ts';
import { createToRelative, relativePage, type ToRelative } from './relative-page.ts';

interface Input {
  /** The folder of the built site. */
  readonly from: string;
  readonly to: OutputFolder;
  /** The output for an address of the site; undefined for other addresses. */
  readonly toOutput: (address: string) => OutputPath | undefined;
}

const script = 'assets/offline.js' as OutputPath;

/** Copies a built site such that browsers show it from a disk. Resolves to the number of files. */
export async function copySite({ from, to, toOutput }: Input): Promise<number> {
  const there = filesOf(from);
  const compressed = new Set(compressedNames(there));
  const files = there.filter((name) => !compressed.has(name)) as OutputPath[];
  to.begin([script, ...files, ...files.map(scriptOf)]);
  const writer = createWriter(to);
  const outputs = new Set<string>();
  const write = (name: OutputPath, content: Uint8Array | string): void => {
    writer.makeFolder(name);
    writer.write(name, content);
    outputs.add(name);
  };
  const read = (name: OutputPath): Buffer => readFileSync(path.join(from, name));

  const present = new Set(files);
  const toRelative = createToRelative((address) => {
    const output = toOutput(address);
    const asFile = output?.replace(/\/index\.html$/, '') as OutputPath | undefined;
    // A name without an ending may be a file too, not a folder.
    return asFile !== undefined && present.has(asFile) ? asFile : output;
  });
  const isPage = (name: OutputPath): boolean => name.endsWith('.html');
  /** Files and folders that scripts read, each with a page of such a script. */
  const readByPages = new Map<string, OutputPath>();
  for (const page of files.filter(isPage)) {
    const reads = (address: string): void => {
      const output = toOutput(address);
      if (output !== undefined) readByPages.set(output.replace(/index\.html$/, ''), page);
    };
    write(page, relativePage(read(page).toString('utf8'), { page, toRelative, script, reads }));
  }
  const places = [...readByPages];
  for (const name of files.filter((one) => !isPage(one))) {
    const content = read(name);
    write(name, name.endsWith('.css') ? relativeStyle(content, name, toRelative) : content);
    const [, page] = places.find(([place]) => name.startsWith(place)) ?? [];
    if (page !== undefined)
      write(scriptOf(name), toScript(relativeRows(name, content, (address) => toRelative(page, address))));
  }
  write(script, readFileSync(path.join(packageRoot, 'lib/offline.js')));

  await writer.finish();
  removeOutputs(to.folder, strays(to.folder, outputs));
  to.finish(outputs, { same: false });
  return outputs.size;
}

const scriptOf = (name: OutputPath): OutputPath => `${name}.js` as OutputPath;

/** A style sheet with relative addresses. Text waits for its fonts, which load quickly from a disk. */
const relativeStyle = (content: Buffer, name: OutputPath, toRelative: ToRelative): string =>
  content
    .toString('utf8')
    .replace(/(?<=url\(["']?)\/[^"')]*/g, (address) => toRelative(name, address))
    .replace(/(?<=font-display:\s*)\w+/g, 'block');
