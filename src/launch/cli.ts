#!/usr/bin/env node
import { version } from '../version.ts';
import { loadBundle } from './load-bundle.ts';

// Asked for by scripts, and answered before anything is loaded.
if (process.argv.length === 3 && ['--version', '-V'].includes(process.argv[2] as string)) process.stdout.write(`${version}\n`);
else await (await loadBundle().cli()).main();
