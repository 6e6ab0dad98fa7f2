import { escapeHtml } from '../bytes/markup.ts';
import type { NewsroomStanding } from '../workflow/standings.ts';

/** What the script in the browser has to know about the page that it stands in. */
export interface PageFacts {
  readonly language: 'vi' | 'en';
  /** Digest of the page, without the name of its style sheet, and of the facts. */
  readonly key: string;
  /** Address of the style sheet. */
  readonly style: string;
  /** The file that the page is made from. */
  readonly source?: string;
  /** What is opened where that is none. */
  readonly editable?: string;
  /** Set when a build would not publish the article now. */
  readonly standing?: NewsroomStanding;
  /** Set when the article has no page now. */
  readonly hidden?: boolean;
}

/** The page with the dev server's script, which a build never writes. */
export function inject(html: string, facts: PageFacts): string {
  const data = escapeHtml(JSON.stringify(facts));
  const script = `<script src="/_broadsheet/client.js" data-broadsheet="${data}" defer></script>`;
  const at = html.indexOf('</head>');
  return at < 0 ? html + script : html.slice(0, at) + script + html.slice(at);
}
