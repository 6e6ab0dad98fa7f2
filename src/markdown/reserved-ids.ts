/** Ids that the templates and the footnotes use; no heading of a body takes one. */
export const RESERVED_IDS: readonly string[] = [
  'noi-dung', 'main', 'content', 'top', 'footnote-label', 'tieu-de', 'title', 'menu', 'nav', 'search', 'tim-kiem', 'header', 'footer',
  'font-size', 'co-chu', 'related', 'tin-lien-quan', 'attachments', 'tep-dinh-kem', 'history', 'lich-su', 'corrections', 'dinh-chinh', 'binh-luan', 'comments',
];
