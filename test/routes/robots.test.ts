import { expect, test } from 'vitest';
import { article, configuration, inlineSite, reported } from '../inline-site.ts';

test('training is refused to those who ask robots.txt, and by the TDM Reservation Protocol', async () => {
  const site = inlineSite({
    'broadsheet.config.ts': configuration(
      "robots: { training: 'refuse', policy: 'https://bao.example/ban-quyen/' }",
    ),
    'content/kinh-te/a.md': article('title: A'),
  });
  await site.build();
  const groups = site.read('robots.txt').split('\n\n');
  expect(groups[0]).toMatch(/^User-agent: AI2Bot\n[\s\S]*\nUser-agent: GPTBot\n[\s\S]*\nDisallow: \/$/);
  expect(groups[0]).not.toMatch(/Googlebot|bingbot/i);
  expect(groups[1]).toBe('User-agent: *\nAllow: /');
  expect(JSON.parse(site.read('.well-known/tdmrep.json'))).toEqual([
    { location: '/', 'tdm-reservation': 1, 'tdm-policy': 'https://bao.example/ban-quyen/' },
  ]);
});

test('by default nobody is refused anything', async () => {
  const site = inlineSite({ 'content/kinh-te/a.md': article('title: A') });
  await site.build();
  expect(site.read('robots.txt')).not.toContain('Disallow');
  expect([...site.tree().keys()].filter((file) => file.startsWith('.well-known'))).toEqual([]);
});

const security =
  "security: { contact: ['mailto:an-ninh@bao.example', 'https://bao.example/bao-loi/'], expires: '2027-01-31', policy: 'https://bao.example/quy-dinh/' }";

test('security.txt says whom to tell, until when', async () => {
  const site = inlineSite({
    'broadsheet.config.ts': configuration(`languages: { vi: {}, en: {} }, ${security}`),
    'content/kinh-te/a.md': article('title: A\ndate: 2026-11-01'),
  });
  const end = Date.parse('2027-01-31');
  const result = await site.build({ now: end - 1 });
  expect(reported(result)).toEqual([]);
  expect(result.nextChange).toBe('2027-01-31T00:00:00.000Z');
  expect(site.read('.well-known/security.txt')).toBe(`Contact: mailto:an-ninh@bao.example
Contact: https://bao.example/bao-loi/
Expires: 2027-01-31T00:00:00Z
Preferred-Languages: vi, en
Canonical: https://bao.example/.well-known/security.txt
Policy: https://bao.example/quy-dinh/
`);
  // Nothing else changed, and still it is told.
  expect(reported(await site.build({ now: end }))).toEqual(['broadsheet.config.ts:2:206 security-expired']);
});

test.each([
  ["contact: ['an-ninh@bao.example'], expires: '2027-01-31'", 'config-value'],
  ["contact: [], expires: '2027-01-31'", 'config-value'],
  ["contact: ['tel:+84292000000'], expires: 'mai'", 'config-value'],
  ["contact: ['tel:+84292000000']", 'config-missing'],
])('security: { %s } is refused', async (options, rule) => {
  const site = inlineSite({
    'broadsheet.config.ts': configuration(`security: { ${options} }`),
    'content/kinh-te/a.md': article('title: A'),
  });
  await expect(site.build()).rejects.toMatchObject({ messages: [{ rule }] });
});
