/**
 * Keys by which other systems hold a page back: Jekyll, Hugo, Hexo, Zola, Eleventy, Astro, Gatsby,
 * Docusaurus, WordPress, Pelican, Ghost and their like, and our own in another case. A key is compared by its
 * letters alone: `_build`, `publish_date`, `Publish-Date`.
 */
const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Hold back unless they are false. */
const whenTrue = words(`
  draft isdraft indraft private isprivate hidden ishidden unlisted isunlisted headless excludefromcollections eleventyexcludefromcollections
  password postpassword protected embargo embargoed wip unpublished isunpublished nopublish donotpublish trash trashed trashedat deleted
  deletedat isdeleted disabled ignore ignored scheduled pending internal restricted confidential membersonly needsreview inreview`);
/** Hold back when they are false. */
const whenFalse = words(`
  published ispublished publish public ispublic visible isvisible listed enabled active isactive approved isapproved live permalink render
  list output show`);
/** Hold back unless they say that all is public. */
const status = words(`
  status poststatus articlestatus visibility postvisibility publishstatus publishingstatus publicationstatus workflowstatus workflowstate
  approvalstatus reviewstatus`);
/** Hold back when they say so: they are words of other things too. */
const perhapsStatus = words('state stage access audience phase');
/** Hold back until a date. */
const from = words(`
  date publishdate publishat publishon publishtime publisheddate publishedat publishedon publishedtime published publish pubdate pubtime
  publicationdate datepublished postdate postdategmt posted postedat releasedate releaseat releasedat golive goliveat golivedate embargo
  embargodate embargountil scheduled scheduledat scheduledfor scheduledate availablefrom visiblefrom validfrom`);
/** Hold back from a date on. */
const until = words(`
  expires expire expirydate expiresat expireat expireson expiredate expiration expirationdate unpublishdate unpublishat unpublishon
  unpublishedat dateexpires publishuntil availableuntil visibleuntil validuntil validthrough removeat deleteat`);

const yes = new Set(['true', 'yes', 'on', 'y', '1', 'có', 'đúng', 'always', 'x']);
const no = new Set(['false', 'no', 'off', 'n', '0', 'không', 'sai', 'never', 'none', 'null', '']);
const open = new Set([
  ...yes,
  ...'publish published public approved final live online open visible everyone all done active complete released default normal featured'.split(
    ' ',
  ),
  'đã duyệt',
  'đã đăng',
  'công khai',
]);
const closed = new Set([
  ...'draft drafted drafts pending private future inherit trash trashed hidden skip unlisted internal scheduled rejected withdrawn auto-draft'.split(
    ' ',
  ),
  ...'password protected restricted members paid review in-review unpublished wip embargo embargoed local link nháp'.split(
    ' ',
  ),
]);

export type Effect =
  | { readonly kind: 'holds' }
  | { readonly kind: 'nothing' }
  /** The date, as it is written, from which or until which it is public. */
  | { readonly kind: 'from' | 'until'; readonly date: string };

const toName = (key: string): string =>
  key
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
const toWord = (value: unknown): string => String(value).normalize('NFC').trim().toLowerCase();

/** Whether a value is a word that such keys have, and no sentence. */
export const isHoldingWord = (value: unknown): boolean =>
  [yes, no, closed].some((set) => set.has(toWord(value)));

const holdsIf = (holds: boolean): Effect => ({ kind: holds ? 'holds' : 'nothing' });

/**
 * What a key that is none of ours does to a page in another system; undefined for one that does nothing of
 * the kind. In doubt it holds back: a value that cannot be read must not publish anything.
 */
export function effectOf({
  key,
  value,
  isDate,
}: {
  key: string;
  value: unknown;
  isDate: (written: string) => boolean;
}): Effect | undefined {
  const name = toName(key);
  if (typeof value === 'object' && value !== null)
    return holdsWithin(value, isDate)
      ? { kind: 'holds' }
      : whenTrue.has(name) || status.has(name)
        ? { kind: 'holds' }
        : undefined;
  const word = toWord(value);
  if ((from.has(name) || until.has(name)) && isDate(String(value)))
    return { kind: from.has(name) ? 'from' : 'until', date: String(value) };
  if (whenTrue.has(name)) return holdsIf(!no.has(word));
  if (whenFalse.has(name)) return holdsIf(no.has(word) || closed.has(word));
  if (status.has(name)) return holdsIf(!open.has(word));
  if (perhapsStatus.has(name)) return closed.has(word) ? { kind: 'holds' } : undefined;
  return from.has(name) || until.has(name) ? holdsIf(!no.has(word)) : undefined;
}

/** Whether something in an object holds back: `_build: { render: never }`, `cascade: { draft: true }`. */
const holdsWithin = (object: object, isDate: (written: string) => boolean): boolean =>
  Object.entries(object).some(([key, value]: [string, unknown]) =>
    Array.isArray(object) && (typeof value !== 'object' || value === null)
      ? false
      : effectOf({ key, value, isDate })?.kind === 'holds',
  );
