import { loadBundle } from './load-bundle.ts';

await (await loadBundle().cli()).main();
