import type { Language, Pagination as PaginationData } from 'broadsheet';
import { formatNumber } from '../format.ts';
import { words } from '../words.ts';

export default function Pagination({
  pagination,
  lang,
}: {
  readonly pagination: PaginationData;
  readonly lang: Language;
}) {
  const { number, newer, older, first } = pagination;
  const w = words(lang);
  if (!newer && !older && !first) return null;
  return (
    <nav class="pagination" aria-label={w.pagination}>
      <ul>
        {first && first !== newer && (
          <li>
            <a href={first}>{w.first}</a>
          </li>
        )}
        {newer && (
          <li>
            <a href={newer} rel="prev">
              {w.newer}
            </a>
          </li>
        )}
        {number !== undefined && (
          <li aria-current="page">
            {w.page} {formatNumber(number, lang)}
          </li>
        )}
        {older && (
          <li class="older">
            <a href={older} rel="next">
              {w.older}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
