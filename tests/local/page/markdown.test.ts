import assert from 'node:assert/strict';
import fc from 'fast-check';
import { markdownToHtml } from '../../../bot/local/page/markdown.ts';

describe('the Markdown that Teams draws', () => {
  const examples: [text: string, html: string][] = [
    ['plain', 'plain'],
    ['**bold** and *leaning*', '<strong>bold</strong> and <em>leaning</em>'],
    ['__bold__ and _leaning_', '<strong>bold</strong> and <em>leaning</em>'],
    ['snake_case_name stays', 'snake_case_name stays'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    [
      '[site](https://example.org/a?b=1&c)',
      '<a href="https://example.org/a?b=1&amp;c" target="_blank" rel="noopener">site</a>',
    ],
    ['[bad](javascript:alert(1))', '[bad](javascript:alert(1))'],
    ['- one\n- two', '<ul><li>one</li><li>two</li></ul>'],
    ['1. one\n2. two', '<ol><li>one</li><li>two</li></ol>'],
    ['first\nsecond', 'first<br>second'],
    ['a\n\nb', '<div class="block">a</div><div class="block">b</div>'],
    ['<b>tag</b>', '&lt;b&gt;tag&lt;/b&gt;'],
    ['\\*not leaning\\* \\<b\\>', '&#42;not leaning&#42; &lt;b&gt;'],
    ['<at>Ada</at> look', '<span class="mention">Ada</span> look'],
  ];
  for (const [text, html] of examples)
    it(JSON.stringify(text), () => assert.equal(markdownToHtml(text), html));

  it('lets out no tag but its own, whatever comes in', () => {
    const own =
      /<(\/?(strong|em|s|ul|ol|li)|br|div class="block"|\/div|span class="mention"|\/span|a href="(https?|mailto|tel):[^"<>]*" target="_blank" rel="noopener"|\/a)>/g;
    const nasty = fc.array(
      fc.oneof(
        fc.string(),
        fc.constantFrom(
          '<img src=x onerror=y>',
          '[a](https://x" onclick="y)',
          '**',
          '_',
          '<at>',
          '</at>',
          '\\',
          '"',
          '\n- ',
        ),
      ),
    );
    fc.assert(
      fc.property(nasty, (parts) => {
        assert.doesNotMatch(markdownToHtml(parts.join('')).replace(own, ''), /[<>"]/);
      }),
    );
  });
});
