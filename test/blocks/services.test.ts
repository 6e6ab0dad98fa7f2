import { expect, test } from 'vitest';
import { readService } from '../../src/blocks/services.ts';

test.each([
  [
    'https://www.youtube.com/watch?v=abc_1-2&t=90s',
    'YouTube',
    'https://www.youtube-nocookie.com/embed/abc_1-2?autoplay=1&start=90',
  ],
  ['https://youtu.be/abc', 'YouTube', 'https://www.youtube-nocookie.com/embed/abc?autoplay=1'],
  [
    '//www.youtube-nocookie.com/embed/abc?rel=0',
    'YouTube',
    'https://www.youtube-nocookie.com/embed/abc?autoplay=1',
  ],
  ['https://m.youtube.com/shorts/abc', 'YouTube', 'https://www.youtube-nocookie.com/embed/abc?autoplay=1'],
  ['https://vimeo.com/123456', 'Vimeo', 'https://player.vimeo.com/video/123456?dnt=1&autoplay=1'],
  [
    'https://www.facebook.com/bao/videos/123/',
    'Facebook',
    'https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2Fbao%2Fvideos%2F123%2F',
  ],
  [
    'https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fbao%2Fposts%2F1&width=500',
    'Facebook',
    'https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fbao%2Fposts%2F1',
  ],
  ['https://www.tiktok.com/@bao/video/7123456789', 'TikTok', 'https://www.tiktok.com/embed/v2/7123456789'],
  [
    'https://twitter.com/bao/status/1234567890',
    'X',
    'https://platform.twitter.com/embed/Tweet.html?id=1234567890&dnt=true',
  ],
  [
    'https://www.openstreetmap.org/export/embed.html?bbox=106.1%2C9.8%2C106.7%2C10.1&layer=mapnik',
    'OpenStreetMap',
    'https://www.openstreetmap.org/export/embed.html?bbox=106.10000%2C9.80000%2C106.70000%2C10.10000&layer=mapnik',
  ],
  ['https://www.google.com/maps/embed?pb=!1m18', 'Google Maps', 'https://www.google.com/maps/embed?pb=!1m18'],
])('%s is shown by %s', (address, name, player) => {
  expect(readService(address)).toMatchObject({ name, player });
});

test.each([
  'https://khac.example/watch?v=abc',
  'https://www.youtube.com/@bao',
  'https://www.youtube.com.evil.example/watch?v=abc',
  'https://evil.example/?https://youtu.be/abc',
  'https://youtu.be/"><script>',
  'javascript:alert(1)//youtu.be/abc',
  'https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fevil.example%2F',
  'https://www.google.com/search?q=a',
  'youtu.be/abc',
  '',
])('%s is none', (address) => {
  expect(readService(address)).toBeUndefined();
});
