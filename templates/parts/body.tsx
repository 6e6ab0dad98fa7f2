import type { Html } from 'broadsheet';

/** The article's body. */
export default function Body({ html }: { readonly html: Html }) {
  return <div class="body" dangerouslySetInnerHTML={{ __html: html.__html }} />;
}
