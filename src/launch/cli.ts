#!/usr/bin/env node
import { version } from '../tool/version.ts';

// Scripts ask for the version, so it is answered before anything is loaded. Only this file is no module,
// since preparing Node's module loader takes as long as starting Node.
if (process.argv.length === 3 && ['--version', '-V'].includes(process.argv[2] as string))
  process.stdout.write(`${version}\n`);
else void import('./main.js');
