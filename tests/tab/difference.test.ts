/** What the reader of two versions is told to have changed. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { abridged, differenceOf } from '../../tab/src/instructions/difference.ts';

describe('the difference of two texts', () => {
  const earlier = 'Enintään kaksi viikkoa.\nKysy esihenkilöltä.';
  const later = 'Enintään kolme viikkoa.\nKysy esihenkilöltä.';

  it('names the words that changed', () => {
    assert.deepEqual(
      differenceOf(earlier, later).filter(({ kind }) => kind !== 'kept'),
      [
        { kind: 'removed', text: 'kaksi' },
        { kind: 'added', text: 'kolme' },
      ],
    );
  });

  it('holds both texts whole, whatever they are', () => {
    const text = fc.stringMatching(/^[abåä .\n]{0,40}$/);
    fc.assert(
      fc.property(text, text, (one, other) => {
        const stretches = differenceOf(one, other);
        const side = (gone: string) =>
          stretches
            .filter(({ kind }) => kind !== gone)
            .map((stretch) => stretch.text)
            .join('');
        assert.deepEqual([side('added'), side('removed')], [one, other]);
      }),
    );
  });

  it('leaves out long stretches that nobody changed, and says how long they are', () => {
    const lines = Array.from({ length: 30 }, (_, n) => `rivi ${n}`);
    const [before, after] = [lines.join('\n'), lines.with(15, 'muutettu').join('\n')];
    const short = abridged(differenceOf(before, after));
    assert.deepEqual(short.filter(({ kind }) => kind === 'gap').length, 2);
    const gaps = short.reduce((sum, one) => sum + (one.kind === 'gap' ? one.lines : 0), 0);
    const shown = short.flatMap((one) => (one.kind === 'kept' || one.kind === 'removed' ? [one.text] : []));
    const shownLines = shown
      .join('')
      .split('\n')
      .filter((line) => line !== '').length;
    assert.equal(gaps + shownLines, 30);
    assert.deepEqual(abridged(differenceOf(earlier, later)), differenceOf(earlier, later));
  });
});
