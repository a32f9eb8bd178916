/** The tab's instructions, as markup: what each reader and writer is shown, and what saving does to their words. */
import assert from 'node:assert/strict';
import type { ComponentProps } from 'react';
import { languages } from '../../bot/domain/county.ts';
import type { Version } from '../../bot/domain/instructions/instructions.ts';
import { indexOf, search } from '../../bot/domain/instructions/search.ts';
import { day, instructionId } from '../../bot/domain/names.ts';
import type {
  InstructionSummary,
  InstructionView,
  LibrarySearchView,
  LibraryView,
  SavedView,
  VersionView,
} from '../../bot/domain/views/library-views.ts';
import type { MeView } from '../../bot/domain/views/tab-views.ts';
import { instructionTextsFor } from '../../bot/words/tab/instructions-texts.ts';
import { tabTextsFor } from '../../bot/words/tab/tab-texts.ts';
import { Changed } from '../../tab/src/instructions/between.tsx';
import { Editor, Texts } from '../../tab/src/instructions/editor.tsx';
import { draftOf, inConflict, newDraft, withWording, writingOf } from '../../tab/src/instructions/form.ts';
import { oncePerPage, piecesOf } from '../../tab/src/instructions/found-pages.tsx';
import { InstructionShown } from '../../tab/src/instructions/instruction.tsx';
import { LibraryList } from '../../tab/src/instructions/library-list.tsx';
import { MarkdownText } from '../../tab/src/instructions/markdown.tsx';
import { Readership } from '../../tab/src/instructions/readers.tsx';
import { save } from '../../tab/src/instructions/saving.ts';
import { dropUnsaved, keepUnsaved } from '../../tab/src/instructions/unsaved.ts';
import { VersionList } from '../../tab/src/instructions/versions.tsx';
import type { Query } from '../../tab/src/kit/query.ts';
import type { Answered, Ready, Server, Undone, WriteRequest } from '../../tab/src/kit/server.ts';
import { ada, county, eve, noon, nurse } from '../support/cases.ts';
import { draw, has, noServer, wordsOf } from '../support/draw.tsx';

type Language = (typeof languages)[number];

const employee: MeView = {
  id: nurse.id,
  name: 'Niina Nurmi',
  supervisor: false,
  advisorIn: [],
  county: county.name,
  line: county.lineName,
};
const common = (language: Language = 'fi', me = employee) => ({
  me,
  texts: tabTextsFor(language),
  say: instructionTextsFor(language),
  server: noServer,
});
const nothing = async () => undefined;

const meals = { title: 'Ateriat', text: 'Ateriapalvelu kahdeksi viikoksi.' };
const måltider = { title: 'Måltider', text: 'Måltidsservice i två veckor.' };
const summary = (change: Partial<InstructionSummary> = {}): InstructionSummary => ({
  id: instructionId('meals'),
  subject: 'criteria',
  titles: { fi: 'Ateriat' },
  state: 'published',
  version: 2,
  changedAt: noon,
  owner: 'Eve Eklund',
  overdue: false,
  unapproved: false,
  read: false,
  mayWrite: false,
  ...change,
});
const version = (change: Partial<Version> = {}): Version => ({
  n: 2,
  at: noon,
  by: { id: eve.id, name: 'Eve Eklund' },
  did: 'publish',
  wordings: { fi: meals },
  ...change,
});
const view = (change: Partial<InstructionView> = {}): InstructionView => ({
  ...summary(),
  wordings: { fi: meals },
  by: 'Eve Eklund',
  ...change,
});
const writing = (newest: Version = version()) => ({
  mayWrite: true,
  writing: { newest, missing: [], mayHandOver: true },
});

function list(
  library: Partial<LibraryView> = {},
  { sought = '', language = 'fi' as Language, texts = [] as LibrarySearchView['pages'] } = {},
): string {
  const words: Pick<Query<LibrarySearchView>, 'remote' | 'again'> = {
    remote: { state: 'ready', value: { pages: texts } },
    again: nothing,
  };
  const view = { pages: [], mayBegin: false, induction: { read: 0, of: 0 }, ...library };
  return draw(
    <LibraryList
      library={view}
      words={words}
      sought={sought}
      onSeek={() => undefined}
      {...common(language)}
    />,
  );
}
const page = (change: Partial<InstructionView> = {}, language: Language = 'fi', me = employee) =>
  draw(
    <InstructionShown view={view(change)} onChanged={nothing} onDone={nothing} {...common(language, me)} />,
  );
const hasNot = (text: string, ...parts: readonly string[]) => {
  for (const part of parts) assert.ok(!text.includes(part), `“${part}” is in: ${text}`);
};

describe('the list of instructions', () => {
  it('tells each page under its subject, with its owner and review day', () => {
    const told = list({ pages: [summary({ reviewBy: day('2027-02-01') })] });
    has(told, 'href="#/instructions/meals"');
    has(wordsOf(told), 'Myöntämisperusteet', 'Ateriat', 'Vastaa Eve Eklund', 'viimeistään 1.2.2027');
  });

  it('leaves empty subjects out, and says when there is nothing at all', () => {
    hasNot(wordsOf(list({ pages: [summary()] })), 'Päätöspohjat');
    has(wordsOf(list()), 'Ohjeita ei ole vielä julkaistu.');
  });

  it('offers a new page only to those who keep the instructions', () => {
    has(list({ mayBegin: true }), 'href="#/instructions/new"');
    hasNot(list(), 'href="#/instructions/new"');
  });

  it('lists what is overdue first to those who can mend it, the longest overdue first', () => {
    const late = (id: string, on: string, mayWrite = true) =>
      summary({ id: instructionId(id), titles: { fi: id }, overdue: true, reviewBy: day(on), mayWrite });
    const told = list({
      pages: [late('b', '2026-10-02'), late('a', '2026-10-01'), late('c', '2026-09-01', false)],
    });
    const lead = instructionTextsFor('fi').list.overdueLead;
    const overdue = told.slice(told.indexOf(lead), told.indexOf('</section>', told.indexOf(lead)));
    assert.deepEqual(
      [...overdue.matchAll(/#\/instructions\/(\w)/g)].map(([, id]) => id),
      ['a', 'b'],
    );
  });

  it('tells how far one has come with the induction', () => {
    const pages = [summary({ subject: 'induction' })];
    has(wordsOf(list({ pages, induction: { read: 1, of: 3 } })), '1/3', 'Lukematta');
  });
});

describe('the search', () => {
  const texts = [
    { id: instructionId('meals'), language: 'fi', ...meals },
    { id: instructionId('meals'), language: 'sv', ...måltider },
  ] as const;

  it('marks what was sought, and finds a page once however many languages hold it', () => {
    const told = list({ pages: [summary()] }, { sought: 'ateriapalvelun', texts });
    has(told, '>Ateriapalvelu</mark>', 'lang="fi"');
    const both = search(indexOf([texts[0], { ...texts[0], language: 'sv' }]), 'ateria');
    assert.deepEqual([both.length, oncePerPage(both).length], [2, 1]);
  });

  it('loses no letter of an excerpt by marking it', () => {
    const pieces = piecesOf('yksi kaksi kolme', [
      [0, 4],
      [11, 16],
    ]);
    assert.equal(pieces.map(({ text }) => text).join(''), 'yksi kaksi kolme');
    assert.deepEqual(
      pieces.filter(({ sought }) => sought).map(({ text }) => text),
      ['yksi', 'kolme'],
    );
  });

  it('says in words that nothing was found', () => {
    has(wordsOf(list({}, { sought: 'zzz', texts })), 'Mikään ohje ei vastaa hakua.');
  });
});

describe('a page of the instructions', () => {
  it('reads plainly at once, in its own language, with who changed it and when', () => {
    const told = page({ note: 'Uusi raja' });
    has(told, 'lang="fi"');
    has(wordsOf(told), 'Ateriat', meals.text, 'Mikä muuttui: Uusi raja', 'Versio 2', 'Vastaa Eve Eklund');
  });

  it('shows a Swedish reader the Swedish words when there are some', () => {
    const both = { titles: { fi: 'Ateriat', sv: 'Måltider' }, wordings: { fi: meals, sv: måltider } };
    has(wordsOf(page(both, 'sv')), 'Måltider', måltider.text);
    has(wordsOf(page({}, 'sv')), meals.text);
  });

  it('puts the languages of a decision template side by side, and says which is missing', () => {
    const template = { subject: 'templates' } as const;
    has(wordsOf(page({ ...template, wordings: { fi: meals, sv: måltider } })), meals.text, måltider.text);
    has(wordsOf(page(template)), meals.text, 'Ei vielä ruotsiksi.');
  });

  it('lets a reader confirm what is published, and tells them when they have', () => {
    has(page(), 'Olen lukenut tämän');
    const told = wordsOf(page({ read: true }));
    has(told, 'Olet kuitannut lukeneesi version 2.');
    hasNot(told, 'Olen lukenut tämän');
  });

  const unconfirmed: readonly (readonly [string, Partial<InstructionView>, string])[] = [
    ['a draft', { state: 'draft', ...writing(version({ n: 2, did: 'write' })) }, 'Tämä on luonnos.'],
    ['a retired page', { state: 'retired', ...writing() }, 'Ohje on poistettu käytöstä.'],
    ['an old version', { newer: 5 }, 'Voimassa on versio 5.'],
    [
      'a draft on top of what is published',
      { state: 'changed', ...writing(version({ did: 'write' })) },
      'luonnos',
    ],
    [
      'the finders, which are made of the county’s file',
      { state: 'generated', subject: 'finders' },
      'Palveluhaut',
    ],
  ];
  for (const [what, change, told] of unconfirmed) {
    it(`asks nobody to confirm ${what}`, () => {
      const words = wordsOf(page(change));
      has(words, told);
      hasNot(words, 'Olen lukenut tämän');
    });
  }

  it('points a writer from what is published to the draft that is newer', () => {
    const told = page({ state: 'changed', ...writing(version({ n: 3, did: 'write' })) });
    has(told, 'href="#/instructions/meals/3"', 'Olen lukenut tämän');
  });

  it('warns of what nobody has approved', () => {
    has(wordsOf(page({ state: 'draft', unapproved: true })), 'Kukaan ei ole vielä hyväksynyt');
  });

  it('offers each deed only to those who may', () => {
    const reader = page();
    has(reader, 'Tulosta');
    hasNot(reader, '/write', '/versions', 'Julkaise', 'Poista käytöstä', 'Lukukuittaukset');
    const advisor = page({}, 'fi', { ...employee, advisorIn: county.regions });
    has(advisor, '/versions');
    hasNot(advisor, '/write', 'Lukukuittaukset');
    const writer = page({ state: 'changed', ...writing(version({ n: 3, did: 'write' })) });
    has(writer, '/write', '/versions', 'Julkaise', 'Poista käytöstä', 'Lukukuittaukset');
    hasNot(wordsOf(page(writing())), 'Julkaise');
  });

  it('tells those who keep it who has read it, and offers to remind the others', () => {
    const person = ({ id, name }: typeof ada) => ({ id, name });
    const told = (notYet: readonly (typeof ada)[]) =>
      wordsOf(
        draw(
          <Readership
            id="meals"
            readership={{ version: 2, read: [person(eve)], earlier: [], notYet: notYet.map(person) }}
            {...common()}
          />,
        ),
      );
    has(told([ada]), 'Lukenut: 1', eve.name, 'Ei vielä lukenut: 1', ada.name, 'Muistuta');
    hasNot(told([]), 'Muistuta');
  });
});

describe('Markdown', () => {
  const markup = (text: string) => draw(<MarkdownText table="Taulukko" text={text} />);

  it('is drawn with headings below the page’s own, tables and lists', () => {
    has(markup('# A\n\n| a |\n|---|\n| 1 |\n\n- [x] b'), '<h2>A</h2>', '<td>1</td>', '☑');
  });

  const attacks = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '![x](https://elsewhere.example/x.png)',
    '[x](javascript:alert(1))',
    '[x](data:text/html;base64,PHNjcmlwdD4=)',
    '<a href="javascript:alert(1)">x</a>',
    '[x](tel:javascript:alert(1))',
  ];
  for (const attack of attacks) {
    it(`lets nothing run or be fetched by ${attack}`, () => {
      const drawn = markup(attack).replace(/<style.*?<\/style>/g, '');
      assert.doesNotMatch(drawn, /<(script|img|iframe)|<[^>]+(javascript:|data:|onerror=)/i);
    });
  }

  it('opens links beside the page, other instructions within it', () => {
    has(markup('[x](https://x.fi)'), 'target="_blank"', 'rel="noreferrer"');
    hasNot(markup('[x](#/instructions/meals)'), 'target=');
    has(markup('[soita](tel:+358441234567)'), 'href="tel:+358441234567"');
  });
});

describe('versions', () => {
  const versions: readonly VersionView[] = [
    { n: 1, at: noon, did: 'write', published: false },
    { n: 2, at: noon, by: 'Eve Eklund', did: 'publish', note: 'Uusi raja', published: true },
    { n: 3, at: noon, by: 'Ada Aalto', did: 'restore', restored: 1, published: false },
  ];
  const told = (change: Partial<InstructionView>) =>
    draw(<VersionList view={view(change)} versions={versions} onChanged={nothing} {...common()} />);

  it('are told newest first: who, what and why, and which is in force', () => {
    const words = wordsOf(told({}));
    has(words, 'Versio 3 palautettu', 'Palautettu versiosta 1', 'Versio 2 julkaistu Voimassa', 'Uusi raja');
    assert.ok(words.indexOf('Versio 3') < words.indexOf('Versio 2'));
    has(words, 'Linja');
  });

  it('can be restored by those who may write, all but the newest', () => {
    const restore = (markup: string) => [...markup.matchAll(/Palauta versio (\d)/g)].map(([, n]) => n);
    assert.deepEqual(restore(told(writing())), ['2', '1']);
    assert.deepEqual(restore(told({})), []);
  });

  it('tell what changed without colour: by marks, and in words for those who listen', () => {
    const unchanged = 'yksi\ntoinen\nkolmas\nneljäs\nviides\nkuudes\nseitsemäs\n';
    const difference = {
      from: 1,
      to: 2,
      language: 'fi',
      before: { title: 'Ateriat', text: `${unchanged}Enintään kaksi viikkoa` },
      after: { title: 'Ateriat', text: `${unchanged}Enintään kolme viikkoa` },
    } as const;
    const markup = draw(<Changed difference={difference} say={instructionTextsFor('fi')} />);
    assert.match(markup, /<del>.*kaksi<\/del>.*<ins>.*kolme<\/ins>/);
    has(wordsOf(markup), '5 riviä ennallaan', 'poistettu: kaksi', 'lisätty: kolme', 'viikkoa');
    has(
      wordsOf(
        draw(
          <Changed
            difference={{ ...difference, after: difference.before }}
            say={instructionTextsFor('fi')}
          />,
        ),
      ),
      'Teksti on sama molemmissa.',
    );
  });
});

describe('the editor', () => {
  const editor = (change: Partial<ComponentProps<typeof Editor>> = {}) =>
    draw(
      <Editor
        place="meals"
        first={draftOf(view(), version())}
        heading="Muokkaa: Ateriat"
        onChanged={nothing}
        mayHandOver={false}
        {...common()}
        {...change}
      />,
    );
  afterEach(() => dropUnsaved(employee.id, 'meals'));

  it('holds both languages, the subject, the review day and the owner', () => {
    const markup = editor({ owner: 'Eve Eklund' });
    has(markup, meals.text, 'type="date"', 'lang="sv"');
    has(wordsOf(markup), 'Suomeksi', 'Ruotsiksi', 'Ohjeesta vastaa: Eve Eklund', 'Tallenna luonnos');
  });

  it('lets those who may hand the page over look for another owner', () => {
    hasNot(wordsOf(editor()), 'Vaihda vastuuhenkilö');
    has(wordsOf(editor({ mayHandOver: true })), 'Vaihda vastuuhenkilö');
  });

  it('goes on with what was left unsaved, and says so', () => {
    const draft = draftOf(view(), version());
    keepUnsaved(employee.id, 'meals', {
      ...draft,
      form: withWording(draft.form, 'fi', { ...meals, text: 'Kesken jäi.' }),
    });
    const markup = editor();
    has(markup, 'Kesken jäi.');
    has(wordsOf(markup), 'Jatkat siitä, mihin jäit', 'Hylkää muutokseni');
  });

  it('shows both texts when somebody else wrote meanwhile, theirs with what the writer’s lacks', () => {
    const theirs = version({
      n: 3,
      by: ada,
      wordings: { fi: { ...meals, text: 'Ateriapalvelu kolmeksi viikoksi.' } },
    });
    const draft = inConflict(draftOf(view(), version()), theirs);
    keepUnsaved(employee.id, 'meals', draft);
    const markup = editor();
    has(
      wordsOf(markup),
      'Joku muu on tallentanut',
      `${ada.name} tallensi version 3`,
      'Käytä heidän tekstiään',
    );
    has(markup, `>${meals.text}</textarea>`);
    assert.match(markup, /<ins>.*kolmeksi<\/ins>/);
    const texts = draw(<Texts draft={draft} hasPreview onChange={() => undefined} say={common().say} />);
    has(wordsOf(texts), 'Ei tekstiä tällä kielellä.', 'Palauta oma tekstini');
    has(texts, 'aria-label="Esikatselu suomeksi"');
  });

  it('sends no language in which nothing is written', () => {
    const { form } = newDraft('x');
    assert.deepEqual(writingOf(withWording(form, 'sv', måltider)), {
      subject: 'operating',
      wordings: { sv: måltider },
    });
  });
});

describe('saving', () => {
  const page = view(writing(version({ n: 3 })));
  const ready = { state: 'ready', value: page } as const;
  const saved = { state: 'ready', value: { page } } as const;
  const missing = { state: 'failed', failure: 'not-found' } as const;
  const offline = { state: 'failed', failure: 'offline' } as const;

  /** A server that answers each deed in turn, and remembers what it was asked. */
  function serving(reads: Answered<InstructionView>, ...answers: readonly (Ready<SavedView> | Undone)[]) {
    const deeds: WriteRequest[] = [];
    const readings: string[] = [];
    const server = {
      ...noServer,
      async read(path: string) {
        readings.push(path);
        return reads;
      },
      hear: async (deed: WriteRequest) => answers[deeds.push(deed) - 1],
    } as Server;
    return { server, deeds, readings };
  }

  it('makes a new page under the form’s own id, in one trip', async () => {
    const { server, deeds, readings } = serving(ready, saved);
    assert.deepEqual(await save(server, newDraft('x')), { did: 'save', version: 3 });
    assert.deepEqual(
      deeds.map(({ method, path }) => [method, path]),
      [['PUT', '/library/pages/x']],
    );
    assert.deepEqual(readings, []);
  });

  it('of a page that was given away tells no version to go to', async () => {
    const { server } = serving(ready, { state: 'ready', value: {} });
    assert.deepEqual(await save(server, draftOf(view(), version())), { did: 'save' });
  });

  it('writes over a new page whose answer was lost, so that what was written since is not dropped', async () => {
    const { server, deeds } = serving(ready, saved);
    await save(server, { ...newDraft('x'), sent: true });
    assert.deepEqual(deeds, [
      {
        method: 'POST',
        path: '/library/pages/x/changes',
        body: { do: 'write', seen: 1, subject: 'operating', wordings: {} },
      },
    ]);
  });

  it('sends a new page again that never arrived', async () => {
    const { server, deeds } = serving(missing, saved);
    assert.deepEqual(await save(server, { ...newDraft('x'), sent: true }), { did: 'save', version: 3 });
    assert.equal(deeds[0]?.method, 'PUT');
  });

  it('goes on from the other’s version after a conflict, and keeps the writer’s words', async () => {
    const theirs = version({ n: 3, by: ada });
    const no = { code: 'changed-since', theirs };
    const { server, deeds } = serving(ready, { state: 'failed', failure: 'not-now', no }, saved);
    const mine = draftOf(view(), version());
    assert.deepEqual(await save(server, mine), { did: 'conflict', theirs });
    const merged = inConflict(mine, theirs);
    assert.deepEqual([merged.form, merged.conflict?.mine], [mine.form, mine.form.words]);
    await save(server, merged);
    assert.deepEqual(
      deeds.map(({ body }) => (body as { seen: number }).seen),
      [2, 3],
    );
  });

  it('tells why it failed', async () => {
    const { server } = serving(ready, offline);
    assert.deepEqual(await save(server, newDraft('x')), { did: 'fail', undone: offline });
  });
});

describe('the words of the instructions', () => {
  const keysOf = (texts: object, path = ''): string[] =>
    Object.entries(texts).flatMap(([key, value]) =>
      typeof value === 'object' ? keysOf(value, `${path}.${key}`) : [`${path}.${key}:${String(value)}`],
    );
  const finnish = new Set(keysOf(instructionTextsFor('fi')));

  for (const language of languages) {
    it(`are whole in ${language}: every part can be drawn`, () => {
      const { say } = common(language);
      has(wordsOf(list({}, { language })), say.title, say.search.label, say.list.none);
      has(wordsOf(page(writing(), language)), say.page.edit, say.page.print, say.page.retire);
    });

    if (language !== 'fi')
      it(`are translated into ${language}`, () => {
        assert.deepEqual(
          keysOf(instructionTextsFor(language)).filter((one) => finnish.has(one)),
          [],
        );
      });
  }
});
