/** What a spreadsheet makes of our files. */
import assert from 'node:assert/strict';
import { csvOf } from '../../bot/http/csv.ts';

const textOf = (cells: readonly string[]) => Buffer.from(csvOf([cells])).toString('utf8');

describe('a CSV file', () => {
  const cells: readonly (readonly [cell: string, written: string])[] = [
    ['plain', 'plain'],
    ['a;b', '"a;b"'],
    ['say "no"', '"say ""no"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', `"'=1+1"`],
    ['+358', `"'+358"`],
    ['-1', `"'-1"`],
    ['@cmd', `"'@cmd"`],
    ['\t=1', `"'\t=1"`],
    ['', ''],
  ];
  for (const [cell, written] of cells)
    it(`writes ${JSON.stringify(cell)} as ${JSON.stringify(written)}`, () => {
      assert.equal(textOf([cell]), `\uFEFF${written}\r\n`);
    });

  it('parts cells by semicolons and rows by line ends', () => {
    assert.equal(
      Buffer.from(
        csvOf([
          ['a', 'b'],
          ['c', 'd'],
        ]),
      ).toString('utf8'),
      '\uFEFFa;b\r\nc;d\r\n',
    );
  });
});
