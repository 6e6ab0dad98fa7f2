/** Fields of ours by the names that other systems have for them, which are compared by their letters alone. */
const ours: Readonly<Record<string, string>> = {
  summary: 'description excerpt teaser deck dek standfirst subtitle lede lead abstract metadescription',
  aliases: 'redirectfrom redirects redirect redirectsfrom oldurl oldurls alias',
  updated:
    'lastmod lastmodified lastmodifiedat modified modifiedat modifieddate datemodified updatedat updateddate dateupdated',
  'image.credit': 'imagecredit imagecredits photocredit photographer photoby',
  'image.caption': 'imagecaption photocaption',
  'image.alt': 'imagealt photoalt featuredimagealt',
  image:
    'featureimage featuredimage thumbnail thumb cover coverimage banner bannerimage heroimage hero ogimage',
  tags: 'topics keywords tag',
  authors: 'byline bylines writer writers',
  category: 'section',
  lang: 'language locale',
};

const fieldByName = new Map(
  Object.entries(ours).flatMap(([field, names]) => names.split(' ').map((name) => [name, field] as const)),
);

/** The field of ours that a key of another system means; undefined when none of these fields is it. */
export function ourField(key: string, fieldNames: readonly string[]): string | undefined {
  const field = fieldByName.get(key.toLowerCase().replace(/[^a-z]/g, ''));
  return field !== undefined && fieldNames.includes(field.split('.')[0] ?? '') ? field : undefined;
}

/** Words of other systems for what is approved. */
const published = new Set(['publish', 'published', 'public']);

/** What other systems call a status, and which of ours keeps what it means: `sent` was for e-mail alone. */
const meant: Readonly<Record<string, string>> = {
  scheduled: 'approved',
  future: 'approved',
  sent: 'draft',
  private: 'draft',
  archived: 'withdrawn',
  trash: 'draft',
};

/** The status of ours that one of another system's may mean, for a message. */
export const statusMeant = (value: string): string | undefined => meant[value.trim().toLowerCase()];

/** A status as we name it, for one that other systems name otherwise. */
export const toStatus = (value: unknown): unknown =>
  typeof value === 'string' && published.has(value.trim().toLowerCase()) ? 'approved' : value;
