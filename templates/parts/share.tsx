import type { Language, Url } from 'broadsheet';
import { words } from '../words.ts';

interface ShareProps {
  readonly title: string;
  readonly canonical: Url;
  readonly lang: Language;
}

/** Plain links: nothing is loaded from anyone before the reader follows one. */
export default function Share({ title, canonical, lang }: ShareProps) {
  const w = words(lang);
  const url = encodeURIComponent(canonical);
  const text = encodeURIComponent(title);
  const links = [
    { name: 'Facebook', href: `https://www.facebook.com/sharer/sharer.php?u=${url}` },
    // Readers of Vietnamese have it, others do not.
    ...(/^vi(?:-|$)/.test(lang)
      ? [
          {
            name: 'Zalo',
            href: `https://button-share.zalo.me/share_external?layout=1&color=blue&customize=false&d=${zaloData(canonical)}&shareType=0`,
          },
        ]
      : []),
    { name: 'X', href: `https://x.com/intent/post?url=${url}&text=${text}` },
    { name: w.email, href: `mailto:?subject=${text}&body=${url}` },
  ];
  return (
    <section class="share" aria-labelledby="label_share">
      <h2 id="label_share">{w.share}</h2>
      <ul class="chips">
        {links.map(({ name, href }) => (
          <li>
            <a href={href} rel="nofollow noreferrer">
              <span class="sr-only">{w.shareOn} </span>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Zalo has no documented link; this is what its own button opens. `href` is ASCII, as `btoa` needs. */
const zaloData = (canonical: Url): string =>
  encodeURIComponent(btoa(JSON.stringify({ url: new URL(canonical).href })));
