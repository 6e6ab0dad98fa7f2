import { expect, test } from 'vitest';
import { frontMatterSnippets } from '../../src/commands/front-matter-snippets.ts';

test('a snippet for each kind of field', () => {
  expect(
    frontMatterSnippets({
      title: { title: 'Tiêu đề', description: 'The headline.', type: 'string' },
      status: { type: 'string', enum: ['draft', 'approved'] },
      tags: { anyOf: [{ type: 'string' }, { type: 'array' }] },
      image: { anyOf: [{ type: 'string' }, { type: 'object', properties: { src: {}, alt: {} } }] },
    }),
  ).toEqual({
    title: {
      scope: 'markdown,yaml',
      prefix: 'title',
      body: ['title: $1'],
      description: 'Tiêu đề: The headline.',
    },
    status: {
      scope: 'markdown,yaml',
      prefix: 'status',
      body: [`status: \${1|draft,approved|}`],
      description: '',
    },
    tags: { scope: 'markdown,yaml', prefix: 'tags', body: ['tags: [$1]'], description: '' },
    image: {
      scope: 'markdown,yaml',
      prefix: 'image',
      body: ['image:', '  src: $1', '  alt: $2'],
      description: '',
    },
  });
});
