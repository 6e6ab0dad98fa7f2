import type { Language, ShareService, SiteProps, Url } from 'broadsheet';
import { isVietnamese, words } from '../words.ts';

interface ToolsProps {
  readonly site: SiteProps;
  readonly title: string;
  readonly canonical: Url;
  readonly lang: Language;
}

/**
 * Tools for readers of an article. Sharing uses plain links: nothing is loaded from others before the reader
 * follows one. The buttons need a script, and are hidden without it.
 */
export default function Tools({ site, title, canonical, lang }: ToolsProps) {
  const w = words(lang);
  const services = site.share.filter((name) => name !== 'zalo' || isVietnamese(lang));
  return (
    <div class="tools">
      {services.length > 0 && (
        <details>
          <summary>{w.share}</summary>
          <ul>
            {services.map((name) => (
              <li>
                <a
                  href={links[name](encodeURIComponent(canonical), encodeURIComponent(title), canonical)}
                  rel="nofollow noreferrer"
                >
                  <span class="sr-only">{w.shareOn} </span>
                  {name === 'email' ? w.email : names[name]}
                </a>
              </li>
            ))}
          </ul>
        </details>
      )}
      <button type="button" data-tool="copy" data-done={w.copied}>
        {w.copy}
      </button>
      <button type="button" data-tool="print">
        {w.print}
      </button>
      <button type="button" data-tool="listen" data-done={w.stop} hidden>
        {w.listen}
      </button>
      <span class="sr-only" aria-live="polite" />
      <script src={site.assets.tools} defer />
    </div>
  );
}

const names = { facebook: 'Facebook', zalo: 'Zalo', x: 'X', linkedin: 'LinkedIn', telegram: 'Telegram' };

/** The share URL of each service, from the encoded URL and text, and the page's URL. */
const links: Record<ShareService, (url: string, text: string, canonical: Url) => string> = {
  facebook: (url) => `https://www.facebook.com/sharer/sharer.php?u=${url}`,
  // Zalo has no documented link; this is the one that its own button opens. `href` is ASCII, as `btoa` needs.
  zalo: (_, __, canonical) =>
    `https://button-share.zalo.me/share_external?layout=1&color=blue&customize=false&d=${encodeURIComponent(
      btoa(JSON.stringify({ url: new URL(canonical).href })),
    )}&shareType=0`,
  x: (url, text) => `https://x.com/intent/post?url=${url}&text=${text}`,
  linkedin: (url) => `https://www.linkedin.com/sharing/share-offsite/?url=${url}`,
  telegram: (url, text) => `https://t.me/share/url?url=${url}&text=${text}`,
  email: (url, text) => `mailto:?subject=${text}&body=${url}`,
};
