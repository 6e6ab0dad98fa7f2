import type { Link } from 'broadsheet';

/** Links in a row, each with its own target size; a landmark where they have a label. */
export default function LinkList({
  links,
  label,
}: {
  readonly links: readonly Link[];
  readonly label?: string;
}) {
  if (links.length === 0) return null;
  const list = (
    <ul class="chips">
      {links.map(({ title, address }) => (
        <li>
          <a href={address}>{title}</a>
        </li>
      ))}
    </ul>
  );
  return label === undefined ? list : <nav aria-label={label}>{list}</nav>;
}
