import type { Link } from 'broadsheet';

/** Links in a row, each a target of its own. */
export default function LinkList({
  links,
  label,
}: {
  readonly links: readonly Link[];
  readonly label: string;
}) {
  if (links.length === 0) return null;
  return (
    <nav aria-label={label}>
      <ul class="chips">
        {links.map(({ title, address }) => (
          <li>
            <a href={address}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
