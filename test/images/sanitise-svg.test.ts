import { expect, describe as group, test } from 'vitest';
import { sanitiseSvg } from '../../src/images/sanitise-svg.ts';

const svg = (inside: string, attributes = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"${attributes}>${inside}</svg>`;
/** Nothing of these may be left, in any spelling. */
const harmful =
  /script|on\w+\s*=|foreignObject|iframe|<a\b|javascript|evil|vbscript|<!|<\?|@import|html|svg\+xml|expression|behavior/i;

const attacks: Readonly<Record<string, string>> = {
  script: svg('<script>alert(1)</script>'),
  'script by reference': svg('<script href="https://evil.example/x.js"/>'),
  'script in CDATA': svg('<script><![CDATA[alert(1)]]></script>'),
  'script in another namespace prefix':
    '<x:svg xmlns:x="http://www.w3.org/2000/svg"><x:script>alert(1)</x:script></x:svg>',
  'HTML script': svg('<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>'),
  'HTML under a prefix': svg('<h:iframe xmlns:h="http://www.w3.org/1999/xhtml" src="https://evil.example"/>'),
  'handler on the root': svg('<g/>', ' onload="alert(1)"'),
  'handler in capitals': svg('<g ONCLICK="alert(1)" onMouseOver="alert(1)"/>'),
  'handler of an animation': svg('<rect><animate attributeName="x" onbegin="alert(1)"/></rect>'),
  foreignObject: svg(
    '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><img src="x" onerror="alert(1)"/></body></foreignObject>',
  ),
  'link with javascript': svg('<a href="javascript:alert(1)"><text>x</text></a>'),
  'link with xlink and entities': svg('<a xlink:href="java&#115;cript&#58;alert(1)"><text>x</text></a>'),
  'link made by set': svg('<a id="a"><set attributeName="href" to="javascript:alert(1)"/><text>x</text></a>'),
  'link made by animate': svg(
    '<a id="a"><animate attributeName="xlink:href" values="javascript:alert(1);javascript:alert(2)"/></a>',
  ),
  'handler made by set': svg('<g><set attributeName="onmouseover" to="alert(1)"/></g>'),
  'external use': svg('<use href="https://evil.example/a.svg#b"/>'),
  'external use by xlink': svg('<use xlink:href="//evil.example/a.svg#b"/>'),
  'external use by another prefix':
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:q="http://www.w3.org/1999/xlink"><use q:href="//evil.example/a.svg#b"/></svg>',
  'use of an SVG data URI': svg('<use href="data:image/svg+xml;base64,PHN2Zy8+#x"/>'),
  'external picture': svg('<image href="https://evil.example/pixel.png"/>'),
  'relative picture': svg('<image href="../evil.png"/>'),
  'picture of an SVG data URI': svg(
    '<image xlink:href="data:image/svg+xml,&lt;svg onload=&quot;alert(1)&quot;/&gt;"/>',
  ),
  'picture of an HTML data URI': svg('<image href="data:text/html,&lt;b onclick=x&gt;"/>'),
  'external feImage': svg('<filter id="f"><feImage href="https://evil.example/x.png"/></filter>'),
  'import in a style sheet': svg('<style>@import "https://evil.example/x.css"; rect { fill: red }</style>'),
  'import by url': svg('<style>@import url(//evil.example/x.css);</style>'),
  'import with an escape': svg('<style>@\\69mport "//evil.example";</style>'),
  'url in a style sheet': svg('<style>rect { fill: url(https://evil.example/a.svg#b) }</style>'),
  'url with an escape': svg('<style>rect { background: u\\72l(//evil.example) }</style>'),
  'url split by a comment': svg(
    '<style>@imp/**/ort "x"; rect { background: ur/**/l(//evil.example) }</style>',
  ),
  'url split by a tag': svg('<style>@imp<!-- -->ort "//evil.example";</style>'),
  'url hidden in CDATA': svg('<style><![CDATA[ @import "//evil.example"; ]]></style>'),
  'font face': svg('<style>@font-face { font-family: x; src: url("https://evil.example/x.woff2") }</style>'),
  'image-set': svg('<style>g { background: image-set("https://evil.example/x.png" 1x) }</style>'),
  'url in a style attribute': svg('<rect style="fill: red; background: url(\'//evil.example\')"/>'),
  'url in a presentation attribute': svg(
    '<rect fill="url(//evil.example#x)" filter="url( &quot;https://evil.example/f.svg#x&quot; )" cursor="url(evil.cur)"/>',
  ),
  'url that is not closed': svg('<rect fill="url(//evil.example"/>'),
  'url in an animation': svg('<rect><animate attributeName="fill" values="url(//evil.example)"/></rect>'),
  expression: svg('<rect style="width: expression(alert(1)); behavior: url(#default#x)"/>'),
  'xml:base': svg('<g xml:base="https://evil.example/"><use href="#a"/></g>'),
  'external entity':
    '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/evil">]><svg xmlns="http://www.w3.org/2000/svg"><text>&x;</text></svg>',
  'entity that is a tag':
    '<!DOCTYPE svg [<!ENTITY x "&#60;script>alert(1)&#60;/script>">]><svg xmlns="http://www.w3.org/2000/svg"><text>&x;</text></svg>',
  'external DTD':
    '<!DOCTYPE svg SYSTEM "https://evil.example/x.dtd"><svg xmlns="http://www.w3.org/2000/svg"/>',
  'style sheet by processing instruction':
    '<?xml-stylesheet href="https://evil.example/x.css"?><svg xmlns="http://www.w3.org/2000/svg"><?php evil() ?></svg>',
  comment: svg('<!-- <script>evil</script> --><g/>'),
  'iframe and embed': svg(
    '<iframe src="//evil.example"/><embed src="evil"/><object data="evil"/><video src="evil"/><audio src="evil"/>',
  ),
  handler: svg(
    '<handler type="application/ecmascript">evil()</handler><listener event="click" handler="#x"/>',
  ),
  'discard and unknown': svg('<evil><rect/></evil>'),
};

test.each(Object.entries(attacks))('%s', (_name, text) => {
  const clean = sanitiseSvg(text);
  expect(clean).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[\s>]/);
  expect(clean.replaceAll('&#x26;', '&')).not.toMatch(harmful);
  expect(sanitiseSvg(clean)).toBe(clean);
});

test('a billion laughs stay one', () => {
  const entities = Array.from(
    { length: 10 },
    (_, index) => `<!ENTITY a${index + 1} "${`&a${index};`.repeat(10)}">`,
  ).join('');
  const started = performance.now();
  const clean = sanitiseSvg(
    `<!DOCTYPE svg [<!ENTITY a0 "ha">${entities}]><svg xmlns="http://www.w3.org/2000/svg"><text>&a10;</text></svg>`,
  );
  expect(clean.length).toBeLessThan(200);
  expect(performance.now() - started).toBeLessThan(500);
});

group('refuses', () => {
  test.each([
    ['HTML', '<html><svg/></html>', /not an SVG: its first element is <html>/],
    ['an SVG name in another namespace', '<svg xmlns="http://www.w3.org/1999/xhtml"/>', /not an SVG/],
    ['text', 'hello', /not a well-formed SVG/],
    ['nothing', '', /not an SVG/],
    ['an open element', '<svg xmlns="http://www.w3.org/2000/svg"><g>', /not a well-formed SVG/],
    [
      'crossed elements',
      svg('<g><path></g></path>'),
      /not a well-formed SVG: unexpected close tag on line 1/,
    ],
    ['great depth', svg('<g>'.repeat(5000) + '</g>'.repeat(5000)), /more than 256 levels/],
  ])('%s', (_name, text, message) => expect(() => sanitiseSvg(text)).toThrow(message));
});

group('keeps', () => {
  test.each([
    [
      'names with capitals',
      '<linearGradient id="a" gradientUnits="userSpaceOnUse" x1="0" x2="1"><stop offset=".5" stop-color="#fff"></stop></linearGradient><clipPath id="c" clipPathUnits="objectBoundingBox"><circle r="1"></circle></clipPath>',
    ],
    [
      'local references',
      '<rect fill="url(#a)" style="filter: url(#f); stroke: url(\'#s\')"></rect><use href="#a"></use>',
    ],
    [
      'style sheets',
      '<style>.a > .b { fill: url(#a); opacity: .5 } @media (prefers-color-scheme: dark) { .a { fill: #fff } }</style>',
    ],
    ['bitmaps written out', '<image href="data:image/png;base64,iVBORw0KGgo=" width="1" height="1"></image>'],
    [
      'text',
      '<title>Bản đồ</title><text x="1" y="2" font-family="\'Be Vietnam\', sans-serif">Sông <tspan dy="1">Hậu</tspan> < 5 & 6</text>',
    ],
    [
      'filters',
      '<filter id="f"><feGaussianBlur in="SourceGraphic" stdDeviation="2" result="b"></feGaussianBlur><feColorMatrix values="1 0 0 0 0" in="b"></feColorMatrix></filter>',
    ],
    [
      'movement',
      '<circle r="1"><animate attributeName="r" from="1" to="5" dur="2s" repeatCount="indefinite"></animate><animateTransform attributeName="transform" type="rotate" values="0;360"></animateTransform></circle>',
    ],
  ])('%s', (_name, inside) => {
    const escaped = inside.replace(' < 5 & 6', ' &#x3C; 5 &#x26; 6');
    expect(sanitiseSvg(svg(escaped, ' viewBox="0 0 10 10"'))).toBe(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">${escaped}</svg>`,
    );
  });

  test('xlink, with its namespace', () =>
    expect(sanitiseSvg(svg('<use xlink:href="#a"/>'))).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg"><use xlink:href="#a" xmlns:xlink="http://www.w3.org/1999/xlink"></use></svg>',
    ));
  test('what a link holds', () =>
    expect(sanitiseSvg(svg('<a href="https://a.example"><path d="M0 0"/></a>'))).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg"><g><path d="M0 0"></path></g></svg>',
    ));
  test('the drawing of an SVG written under a prefix', () =>
    expect(sanitiseSvg('<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:path d="M0 0"/></s:svg>')).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"></path></svg>',
    ));
  test('files of drawing programs', () =>
    expect(
      sanitiseSvg(`<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd" [<!ENTITY ns_svg "http://www.w3.org/2000/svg"><!ENTITY st "fill:#F00;">]>
<svg xmlns="&ns_svg;" xmlns:inkscape="http://inkscape.example" inkscape:version="1" width="1"><metadata><x/></metadata><inkscape:view/><g inkscape:label="a" sketch:type="b" style="&st;"/></svg>`),
    ).toBe('<svg xmlns="http://www.w3.org/2000/svg" width="1"><g style="fill:#F00;"></g></svg>'));
  test('a large bitmap', () => {
    const data = `data:image/jpeg;base64,${'A'.repeat(3_000_000)}`;
    expect(sanitiseSvg(svg(`<image href="${data}"/>`))).toContain(data);
  });
  test('a safe part of a style sheet', () =>
    expect(
      sanitiseSvg(
        svg('<style>@import "x"; .a { fill: red; background: url(http://x); stroke: blue }</style>'),
      ),
    ).toMatch(/<style>; \.a \{ fill: red;; stroke: blue }<\/style>|\.a \{\s*fill: red;+\s*stroke: blue\s*}/));
});
