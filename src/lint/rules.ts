import { altIsCaption } from './alt-is-caption.ts';
import { headlineLong, leadAlt, summaryMissing } from './article-fields.ts';
import { doubledWord } from './doubled-word.ts';
import { headingSkipped } from './heading-skipped.ts';
import { legacyEncoding } from './legacy-encoding.ts';
import { linkText, linkWordless } from './link-text.ts';
import type { LintRule } from './lint-rule.ts';
import { pictureNarrow } from './picture-narrow.ts';
import { spaceMissing } from './space-missing.ts';
import { textNfd } from './text-nfd.ts';

/**
 * The editorial rules by name, as `rules` in the configuration switches them. Rules that are off do not run.
 */
export const lintRules = {
  'alt-is-caption': altIsCaption,
  'doubled-word': doubledWord,
  'heading-skipped': headingSkipped,
  'headline-long': headlineLong,
  'lead-alt': leadAlt,
  'legacy-encoding': legacyEncoding,
  'link-text': linkText,
  'link-wordless': linkWordless,
  'picture-narrow': pictureNarrow,
  'space-missing': spaceMissing,
  'summary-missing': summaryMissing,
  'text-nfd': textNfd,
} as const satisfies Record<string, LintRule>;
