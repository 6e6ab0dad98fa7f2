import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { fromRoot } from './from-root.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the sample portal, which the first test that wants it builds for all of them. */
    readonly portal: string;
  }
}

/** Tests of whole sites need the compiled theme, and those of the command line the compiled tool. */
export default function setUp({ provide }: TestProject): () => void {
  if (!existsSync(fromRoot('lib/theme/assets.json')))
    throw new Error('lib/ is not compiled: run "npm run compile" first');
  const portal = mkdtempSync(path.join(tmpdir(), 'broadsheet-portal-'));
  provide('portal', portal);
  return () => rmSync(portal, { recursive: true, force: true });
}
