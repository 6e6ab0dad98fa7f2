import { diagnose } from '../diagnostics/diagnose.ts';
import { everyNode } from '../markdown/every-node.ts';
import { type LintRule, placeOf } from './lint-rule.ts';

/** A heading more than one level below the one before. The title is level one. */
export const headingSkipped: LintRule = function* (input) {
  let above = 1;
  for (const node of everyNode(input.tree)) {
    if (node.type !== 'heading') continue;
    if (node.depth > above + 1)
      yield diagnose('heading-skipped', input.document.path, placeOf(input, node), {
        found: '#'.repeat(node.depth),
        expected: '#'.repeat(above + 1),
      });
    above = node.depth;
  }
};
