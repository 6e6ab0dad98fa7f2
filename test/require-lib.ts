import { existsSync } from 'node:fs';
import { fromRoot } from './from-root.ts';

/** Tests of whole sites need the compiled theme, and those of the command line the compiled tool. */
export default function requireLib(): void {
  if (!existsSync(fromRoot('lib/theme/assets.json')))
    throw new Error('lib/ is not compiled: run "npm run compile" first');
}
