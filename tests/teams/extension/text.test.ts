import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { textOfHtml, tidy } from '../../../bot/teams/extension/text.ts';

describe('the words of a message', () => {
  const cases: [what: string, html: string, words: string][] = [
    [
      'are the text of its paragraphs, a line each',
      '<p>Saako ateriat?</p><p>Iisalmi</p>',
      'Saako ateriat?\nIisalmi',
    ],
    [
      'keep line breaks and lists',
      '<div>Tarve:<br/>heti</div><ul><li>ateriat</li><li>kauppa</li></ul>',
      'Tarve:\nheti\n- ateriat\n- kauppa',
    ],
    [
      'are read once: what was written as a sign is a sign',
      '<p>alle &lt;75&gt; &amp;lt;b&amp;gt; &quot;x&quot; &#228;&#xe4;&nbsp;y</p>',
      'alle <75> &lt;b&gt; "x" ää y',
    ],
    [
      'keep whom they mention and which emoji',
      '<p><at id="0">Niina</at>, kiitos <emoji id="x" alt="🙂" title="Smile"></emoji></p>',
      'Niina, kiitos 🙂',
    ],
    ['know nothing of a card or a file', '<p></p><attachment id="123"></attachment>', ''],
    ['know nothing of a picture', '<div><img src="https://x/y" alt="kuva"></div>', ''],
    ['leave an unknown entity as it was written', '<p>A&foo; R&D</p>', 'A&foo; R&D'],
    ['have no blank heaps', '<p> a   b </p><p></p><p></p><p></p><p>c</p>', 'a b\n\nc'],
  ];
  for (const [what, html, words] of cases) it(what, () => assert.equal(textOfHtml(html), words));

  it('come back as they were written, whatever signs stand in them', () => {
    const escaped = (text: string) =>
      text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\n/g, '<br>');
    const pieces = fc.constantFrom(
      '<p>',
      '</p>',
      '<',
      '&',
      '&amp;',
      '&lt;',
      ' ',
      'ä',
      '\n',
      '"',
      '<attachment>',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        assert.equal(textOfHtml(`<div>${escaped(text)}</div>`), tidy(text));
      }),
    );
  });

  it('keep every word of plain text', () => {
    assert.equal(tidy('  a <b>  c\r\n\r\n\r\n\r\nd '), 'a <b> c\n\nd');
  });
});
