/** Both parsers as plugins for a unified processor of one's own: `unified().use(satteriParser, { gfm: false })`. */
export { remarkParser } from './remark-parser.ts';
export { satteriParser } from './satteri-parser.ts';
