import * as z from 'zod';

/** Hosts that files can be written for. */
export const hosts = ['nginx', 'apache', 'caddy', 'iis', 'netlify', 'cloudflare'] as const;

/** How the site is served. */
export const deliverySchema = z
  .strictObject({
    hosts: z
      .array(z.enum(hosts))
      .default([])
      .describe(
        'Hosts that files are written for with redirects from old addresses, 410 for what is gone, and headers: [Deploy](deploy.md#files-for-hosts).',
      ),
    precompressed: z
      .boolean()
      .default(false)
      .describe(
        'Lay versions of texts beside them that are compressed as far as can be (`.br`, `.gz`), for servers that serve them.',
      ),
    forms: z
      .array(
        z
          .url({ protocol: /^https?$/, message: 'an origin without a path, such as https://news.example' })
          .transform((url) => new URL(url).origin),
      )
      .default([])
      .describe(
        "Other servers that forms on pages may send to, for the Content-Security-Policy: `['https://gop-y.example']`.",
      ),
    gone: z
      .array(z.string().regex(/^\/[^?#\s]*$/, 'an address such as /tin/cu/'))
      .default([])
      .describe(
        'Addresses at which nothing will stand again: hosts answer 410 with the page `410.html`, and `address-lost` is silent about them.',
      ),
  })
  .prefault({})
  .describe('How the site is served.');
