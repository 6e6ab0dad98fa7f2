import type { BlockProps, Language } from 'broadsheet';
import { choice, text } from '../attributes.ts';
import { words } from '../words.ts';

/** Also written as `:::note`, or as `> [!NOTE]` as on GitHub. */
export const kinds = ['note', 'tip', 'info', 'important', 'warning', 'danger', 'caution'] as const;
export const attributes = { title: text(), kind: choice(...kinds) };

function titleOf(kind: (typeof kinds)[number], lang: Language): string {
  const w = words(lang);
  return {
    note: w.boxNote,
    tip: w.boxTip,
    info: w.boxInfo,
    important: w.boxImportant,
    warning: w.boxWarning,
    danger: w.boxDanger,
    caution: w.boxCaution,
  }[kind];
}

/** An info box: beside the story, in its own frame. */
export default function Box({ title, kind, lang, children }: BlockProps<typeof attributes>) {
  const heading = title ?? (kind && titleOf(kind, lang));
  return (
    <div class={kind ? `alert alert-${kind}` : 'alert'} role="note">
      {heading && <p class="alert-title">{heading}</p>}
      {'\n'}
      {children}
    </div>
  );
}

export function plainForm({ title, kind, lang, children }: BlockProps<typeof attributes>) {
  const heading = title ?? (kind && titleOf(kind, lang));
  return (
    <blockquote>
      {heading && (
        <p>
          <strong>{heading}</strong>
        </p>
      )}
      {children}
    </blockquote>
  );
}
