import type { BlockProps } from 'broadsheet';
import { number, text } from '../attributes.ts';

export const script = 'viewer';
export const attributes = { caption: text(), columns: number({ least: 2, most: 4 }) };

/** Pictures in a grid. Each opens in the viewer, or without scripts links to its largest version. */
export default function Gallery({ caption, columns = 3, children }: BlockProps<typeof attributes>) {
  return (
    <figure class={`gallery columns-${columns}`}>
      <div class="grid">{children}</div>
      {caption && <figcaption>{caption}</figcaption>}
    </figure>
  );
}

export function plainForm({ caption, children }: BlockProps<typeof attributes>) {
  return (
    <div>
      {children}
      {caption && <p>{caption}</p>}
    </div>
  );
}
