#!/usr/bin/env node
import { version } from '../tool/version.ts';

// Asked for by scripts, and answered before anything is loaded: this file alone is no module, for Node takes
// as long to get ready for those as it takes to start.
if (process.argv.length === 3 && ['--version', '-V'].includes(process.argv[2] as string))
  process.stdout.write(`${version}\n`);
else void import('./main.js');
