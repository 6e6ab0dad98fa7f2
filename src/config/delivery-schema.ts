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
        'Hosts to write configuration files for, with redirects from old addresses, 410 for removed pages, and headers: [Deploy](deploy.md#files-for-hosts).',
      ),
    precompressed: z
      .boolean()
      .default(false)
      .describe(
        'Write precompressed versions of texts (`.br`, `.gz`) at the highest level, for servers that support them.',
      ),
    forms: z
      .array(
        z
          .url({ protocol: /^https?$/, message: 'an origin without a path, such as https://news.example' })
          .transform((url) => new URL(url).origin),
      )
      .default([])
      .describe(
        "Other origins that forms may submit to, for the Content-Security-Policy: `['https://gop-y.example']`.",
      ),
    gone: z
      .array(z.string().regex(/^\/[^?#\s]*$/, 'an address such as /tin/cu/'))
      .default([])
      .describe(
        'Addresses that are removed for good: hosts answer 410 with `410.html`, and `address-lost` does not report them.',
      ),
  })
  .prefault({})
  .describe('Hosting of the site.');
