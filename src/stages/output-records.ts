import type { Digest, OutputPath, SourcePath } from '../brands.ts';
import type { MadeFiles } from '../cache/made-files.ts';
import type { OutputRecord, State } from '../cache/state.ts';
import { diagnose, placeAt } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Scan } from '../privacy/scan.ts';
import type { Stored } from '../routes/route.ts';
import type { ListedRoute } from '../routes/routes.ts';
import type { Site } from '../site.ts';
import type { Pool } from '../workers/pool.ts';
import type { QueueProgress, Shared } from './make-pictures.ts';
import { noCounts, type OutputCounts } from './output-counts.ts';
import { createWriter, isUntouched, type Writer, type WrittenFile } from './write.ts';

/** What outputs are made of, and where. */
export interface OutputInput {
  readonly root: string;
  /** Where files are written: the output folder, or the one that will take its place. */
  readonly folder: string;
  readonly fresh: boolean;
  readonly routes: readonly ListedRoute[];
  readonly site: Site;
  /** The site's templates cannot be used: no page can be made. */
  readonly isThemeBroken: boolean;
  /**
   * Set when everything that pages show of other documents is as in the last build: then only pages of these
   * documents, and outputs of the site's own generators, can have changed.
   */
  readonly changed?: ReadonlySet<SourcePath>;
  /** Whether files that the site's own generators read have changed. */
  readonly isReadAnew: boolean;
  readonly old: State;
  readonly next: State;
  readonly pool: Pool;
  readonly pictures: MadeFiles;
  /** Texts that were compressed; absent where none are wanted. */
  readonly compressed?: MadeFiles;
  /** Opens what machines share, where there is a store. */
  readonly openShared?: () => Promise<Shared>;
  readonly stored: Stored;
  /** Digests of what outputs are made with: the templates, the tool with the site's own generators. */
  readonly theme: Digest;
  readonly tool: Digest;
  /** The compiled templates. */
  readonly themeModule: string;
  /** The search of outputs for private values. */
  readonly scan: Scan;
  readonly report: (message: Diagnostic) => void;
  readonly progress: (what: 'pages' | 'pictures', done: number, total: number, queue?: QueueProgress) => void;
}

export type RouteOf<Kind extends ListedRoute['kind']> = Extract<ListedRoute, { readonly kind: Kind }>;

/** The key of an output that every build makes again. */
export const noKey = ''.padEnd(32) as Digest;

/** What one build knows of its outputs: which lie as they should, which it wrote. */
export class OutputRecords {
  readonly counts: OutputCounts = { ...noCounts };
  /** Files that were written, in the order of the work. */
  readonly written: OutputPath[] = [];
  readonly writer: Writer;
  readonly #input: OutputInput;

  constructor(input: OutputInput) {
    this.#input = input;
    this.writer = createWriter(input);
  }

  /**
   * Keeps an output, and returns true, when the file is untouched, was made with this key, and has nothing in
   * it that became private since.
   */
  isKept(route: ListedRoute, key: Digest): boolean {
    const { folder, fresh, old, scan } = this.#input;
    const record = fresh ? undefined : old.outputs.get(route.output);
    const file = `${folder}/${route.output}`;
    if (record?.key !== key || !isUntouched(file, record) || scan.isSuspect(route, file)) return false;
    this.keep(route, key, { ...record, written: false });
    return true;
  }

  /** Writes an output unless something private is in it, which is reported. */
  writeScanned(route: ListedRoute, key: Digest, content: Uint8Array | string): void {
    const { scan, report } = this.#input;
    const leak = scan.find(route, content);
    if (!leak) {
      this.write(route, key, content);
      return;
    }
    const [source, place] =
      route.kind === 'copy' ? [route.from, placeAt(leak.text, leak.index)] : ['broadsheet.config.ts', {}];
    report(diagnose('private-value', source, place, { output: route.output, key: leak.key }));
  }

  /** Writes an output. */
  write(route: ListedRoute, key: Digest, content: Uint8Array | string): void {
    this.writer.makeFolder(route.output);
    this.keep(route, key, this.writer.write(route.output, content));
  }

  /** Records an output that is there now, with its key. */
  keep(route: ListedRoute, key: Digest, { size, mtime, written }: WrittenFile): void {
    this.note(route.output, { key, size, mtime, article: route.by === 'articles' }, written);
  }

  /** Records a file that is there now, and whether it was written. */
  note(output: OutputPath, record: OutputRecord, written: boolean): void {
    this.counts[written ? 'written' : 'unchanged'] += 1;
    if (written) this.written.push(output);
    this.#input.next.outputs.set(output, record);
  }
}
