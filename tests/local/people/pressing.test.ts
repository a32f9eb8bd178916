import assert from 'node:assert/strict';
import { buttonsOf, fillAndPress, type Inputs } from '../../../bot/local/people/pressing.ts';
import type { Json, TeamsCard } from '../../../bot/local/service/world.ts';

const card = (body: unknown[], actions: unknown[] = []): TeamsCard => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body,
  actions,
});
const send = { type: 'Action.Submit', title: 'Send', data: { caseId: 'k1' } };
const formOf = (input: Json) => card([{ type: 'Container', items: [{ id: 'field', ...input }] }], [send]);
const dataAfter = (input: Json, inputs: Inputs) => {
  const filled = fillAndPress(formOf(input), 'Send', inputs);
  return 'pressed' in filled ? (filled.pressed.data as Json)['field'] : filled.errors[0]?.message;
};
const choices = [
  { title: 'Yes', value: 'y' },
  { title: 'No', value: 'n' },
];

describe('a card in a person’s hands', () => {
  const typed: [what: string, input: Json, inputs: Inputs, sent: string | undefined][] = [
    ['sends what was typed', { type: 'Input.Text' }, { field: 'hello' }, 'hello'],
    ['sends the value that stood there', { type: 'Input.Text', value: 'draft' }, {}, 'draft'],
    ['leaves out a field left empty', { type: 'Input.Text' }, {}, undefined],
    ['stops typing at the longest text', { type: 'Input.Text', maxLength: 3 }, { field: 'hello' }, 'hel'],
    [
      'asks for a required text',
      { type: 'Input.Text', isRequired: true, errorMessage: 'Write' },
      {},
      'Write',
    ],
    [
      'asks in Teams’ words when the card has none',
      { type: 'Input.Text', isRequired: true },
      {},
      'Tämä tieto tarvitaan.',
    ],
    [
      'checks a pattern',
      { type: 'Input.Text', regex: '^\\d+$', errorMessage: 'Digits' },
      { field: 'x' },
      'Digits',
    ],
    ['sends a number as text', { type: 'Input.Number' }, { field: 3 }, '3'],
    [
      'checks a number’s limits',
      { type: 'Input.Number', max: 2, errorMessage: 'Too big' },
      { field: 3 },
      'Too big',
    ],
    ['checks a date’s shape', { type: 'Input.Date', errorMessage: 'Date' }, { field: '1.2.2026' }, 'Date'],
    [
      'checks a date’s limits',
      { type: 'Input.Date', min: '2026-02-01', errorMessage: 'Late' },
      { field: '2026-01-31' },
      'Late',
    ],
    ['sends a time', { type: 'Input.Time' }, { field: '09:30' }, '09:30'],
    ['sends a choice', { type: 'Input.ChoiceSet', choices }, { field: 'y' }, 'y'],
    [
      'has no choice that is not offered',
      { type: 'Input.ChoiceSet', choices, errorMessage: 'Choose' },
      { field: 'x' },
      'Choose',
    ],
    [
      'sends several choices with commas',
      { type: 'Input.ChoiceSet', choices, isMultiSelect: true },
      { field: ['y', 'n'] },
      'y,n',
    ],
    ['sends a toggle as text, on', { type: 'Input.Toggle' }, { field: true }, 'true'],
    ['sends a toggle as text, off', { type: 'Input.Toggle' }, {}, 'false'],
    [
      'wants a required toggle on',
      { type: 'Input.Toggle', isRequired: true, errorMessage: 'Tick' },
      {},
      'Tick',
    ],
  ];
  for (const [what, input, inputs, sent] of typed)
    it(what, () => assert.equal(dataAfter(input, inputs), sent));

  it('adds what was typed to the button’s data', () => {
    const filled = fillAndPress(formOf({ type: 'Input.Text' }), 'Send', { field: 'x' });
    assert.deepEqual('pressed' in filled && filled.pressed.data, { caseId: 'k1', field: 'x' });
  });

  it('neither checks nor sends inputs with a button that has none associated', () => {
    const required = { type: 'Input.Text', id: 'field', isRequired: true };
    const cancel = {
      type: 'Action.Execute',
      verb: 'cancel',
      title: 'Cancel',
      associatedInputs: 'none',
      data: { a: 1 },
    };
    const filled = fillAndPress(card([required], [cancel]), 'cancel', { field: 'x' });
    assert.deepEqual('pressed' in filled && filled.pressed.data, { a: 1 });
  });

  it('finds buttons by title or verb wherever they are', () => {
    const nested = card(
      [
        { type: 'ActionSet', actions: [{ type: 'Action.Execute', title: 'A', verb: 'a' }] },
        {
          type: 'ColumnSet',
          columns: [{ type: 'Column', items: [], selectAction: { type: 'Action.Submit', title: 'B' } }],
        },
      ],
      [
        {
          type: 'Action.ShowCard',
          title: 'More',
          card: card([{ type: 'Input.Text', id: 'inner' }], [{ ...send, title: 'C' }]),
        },
      ],
    );
    assert.deepEqual(
      buttonsOf(nested).map(({ title }) => title),
      ['A', 'B', 'More', 'C'],
    );
    assert.ok('pressed' in fillAndPress(nested, 'a', {}));
    const inner = fillAndPress(nested, 'C', { inner: 'x' });
    assert.deepEqual('pressed' in inner && inner.pressed.data, { caseId: 'k1', inner: 'x' });
  });

  it('tells what buttons and inputs there are when one is missing', () => {
    assert.throws(
      () => fillAndPress(formOf({ type: 'Input.Text' }), 'Claim', {}),
      /No button "Claim".*"Send"/,
    );
    assert.throws(
      () => fillAndPress(formOf({ type: 'Input.Text' }), 'Send', { wrong: 'x' }),
      /no input wrong; it has field/,
    );
  });

  it('wants to be told which of several buttons, and takes it by its data', () => {
    const two = card([], [send, { ...send, data: { caseId: 'k2' } }]);
    assert.throws(() => fillAndPress(two, 'Send', {}), /2 buttons "Send"/);
    const filled = fillAndPress(two, 'Send', {}, { where: ({ caseId }) => caseId === 'k2' });
    assert.deepEqual('pressed' in filled && filled.pressed.data, { caseId: 'k2' });
  });

  it('has no use for a disabled button', () => {
    assert.throws(() => fillAndPress(card([], [{ ...send, isEnabled: false }]), 'Send', {}), /disabled/);
  });
});
