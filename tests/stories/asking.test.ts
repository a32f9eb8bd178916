/** Asking: from an employee's own words to a card that is filled in, sent, or turned to where it belongs. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { momentAt } from '../../bot/domain/calendar.ts';
import { readCaseId } from '../../bot/domain/case/case-id.ts';
import { day, regionId } from '../../bot/domain/names.ts';
import type { PersonDriver } from '../../bot/local/people/driver.ts';
import { buttonsOf } from '../../bot/local/people/pressing.ts';
import { textsFor } from '../../bot/words/bot/texts.ts';
import { at, noon } from '../support/cases.ts';
import { inMinutes } from '../support/line.ts';
import { cardsWith, cardWords, linesTo, openScene, type Scene } from '../support/scene.ts';
import { wordsIn } from '../support/words.ts';

const pohjoinen = regionId('pohjoinen');
const keskinen = regionId('keskinen');
const closed = at('18:30');

/** What an input of the newest card holds. */
function valueIn(person: PersonDriver, input: string): string | undefined {
  const field = inputs(person.lastCard().card).find(({ id }) => id === input);
  assert.ok(field, `The card has no input ${input}`);
  return field['value'] as string | undefined;
}

type Field = Readonly<Record<string, unknown>>;

function inputs(node: unknown): Field[] {
  if (Array.isArray(node)) return node.flatMap(inputs);
  if (typeof node !== 'object' || node === null) return [];
  const field = node as Field;
  const own = String(field['type']).startsWith('Input.') ? [field] : [];
  return [...own, ...Object.values(field).flatMap(inputs)];
}

function offeredPlaces(person: PersonDriver): string[] {
  const field = inputs(person.lastCard().card).find(({ id }) => id === 'place');
  return ((field?.['choices'] ?? []) as { readonly value: string }[]).map(({ value }) => value);
}

describe('Asking', () => {
  let scene: Scene;
  let niina: PersonDriver;
  const open = async (wish: Parameters<typeof openScene>[0] = {}) => {
    await scene?.town.stop();
    scene = await openScene(wish);
    niina = scene.niina;
  };
  beforeEach(() => open());
  afterEach(async () => {
    await scene.town.stop();
  });
  const nothingAsked = () => {
    for (const { id } of scene.town.county.regions) assert.equal(scene.town.threads(id).length, 0);
  };

  describe('where the client lives', () => {
    it('is recognised in the words, and the region is shown before anything is sent', async () => {
      await niina.say('Siilinjärveltä kotoisin olevalle rouvalle turvapuhelin?');
      assert.equal(valueIn(niina, 'place'), 'siilinjarvi');
      assert.match(cardWords(niina), /Menee alueelle: Koillinen alue/);
      nothingAsked();
    });

    it('is never decided silently: Kuopio offers its districts and the card is not sent without a choice', async () => {
      await niina.say('Kuopiossa asuva asiakas tarvitsee ateriat');
      assert.equal(valueIn(niina, 'place'), undefined);
      assert.match(cardWords(niina), /Tarkoititko: .*Kuopio.*Karttula|Tarkoititko: .*Karttula.*Kuopio/s);
      assert.deepEqual(offeredPlaces(niina).slice(0, 4).toSorted(), [
        'karttula',
        'kuopio',
        'maaninka',
        'nilsia',
      ]);
      const unchosen = await niina.press(niina.lastCard(), 'ask', { topic: 'guidance' });
      assert.equal(unchosen.saw, 'blocked');
      nothingAsked();
      await niina.press(niina.lastCard(), 'ask', { topic: 'guidance', place: 'kuopio' });
      await scene.regionSays(keskinen, /Kuopiossa asuva/);
    });

    it('is asked when the words do not tell', async () => {
      await niina.say('Asiakas tarvitsee ateriat kahdeksi viikoksi');
      assert.match(cardWords(niina), /Valitse paikka: se ratkaisee, kuka vastaa/);
      assert.match(cardWords(niina), /Missä asiakas asuu/);
    });

    it('is asked also of a client too old to check what is filled in', async () => {
      await niina.say('Asiakas tarvitsee ateriat');
      const outcome = await niina.press(niina.lastCard(), 'ask', { topic: 'guidance', place: 'tuusniemi' });
      assert.equal(outcome.saw, 'card');
      assert.match(cardWords(niina), /Keskinen alue/);
    });
  });

  describe('what must be told', () => {
    it('is the category when an assessment is asked for; what was typed stays', async () => {
      await niina.say('Iisalmelainen tarvitsee arvion');
      const inputs = { topic: 'assessment', callback: '', question: 'Iisalmelainen tarvitsee arvion pian' };
      await niina.press(niina.lastCard(), 'ask', inputs);
      assert.match(cardWords(niina), /Valitse, mitä palvelua arviointi koskee/);
      assert.equal(valueIn(niina, 'question'), 'Iisalmelainen tarvitsee arvion pian');
      assert.equal(valueIn(niina, 'topic'), 'assessment');
      nothingAsked();
      await niina.press(niina.lastCard(), 'ask', { category: 'home-care', priority75: 'yes' });
      await scene.regionSays(pohjoinen, /Kotihoito/);
      assert.match(wordsIn(scene.town.advisorsCard(pohjoinen).card), /75\+/);
    });

    it('is whether the client is 75 or over: the card asks, and not known counts as yes', async () => {
      await niina.say('Iisalmelainen tarvitsee arvion');
      assert.match(cardWords(niina), /75 vuotta täyttänyt tai saa ylintä hoitotukea/);
      assert.match(cardWords(niina), /Ei tiedossa lasketaan kylläksi/);
      assert.equal(valueIn(niina, 'priority75'), 'unknown');
    });
  });

  describe('a crisis place', () => {
    it('is not queued out of hours: the emergency service is given at once', async () => {
      scene.town.clock.set(closed);
      await niina.say('Iisalmessa asuva tarvitsee kriisipaikan täksi yöksi');
      await niina.press(niina.lastCard(), 'ask', { topic: 'crisis-place' });
      assert.match(cardWords(niina), /Sosiaali- ja kriisipäivystys/);
      assert.match(cardWords(niina), /Kysymystä ei laitettu jonoon/);
      assert.match(cardWords(niina), /Hengenvaara tai välitön hätä: \*\*soita 112/);
      nothingAsked();
      assert.equal((await scene.town.service.desk.casework.askedBy(niina.person as never)).length, 0);
    });

    it('is asked for in hours like anything else', async () => {
      await scene.ask(niina, 'Iisalmessa asuva tarvitsee kriisipaikan', { topic: 'crisis-place' });
      await scene.regionSays(pohjoinen, /Kriisipaikka/);
    });
  });

  describe('a client who is somebody’s already', () => {
    it('in home care: the responsible team is named and the line is not burdened, unless the asker insists', async () => {
      await niina.say('Iisalmessa asuvan lääkkeet ovat sekaisin');
      await niina.press(niina.lastCard(), 'ask', { topic: 'guidance', care: 'home-care' });
      assert.match(cardWords(niina), /Asiakkaan hoitava sairaanhoitaja tai kotihoidon tiimi/);
      nothingAsked();
      await niina.press(niina.lastCard(), 'sendAnyway');
      await scene.regionSays(pohjoinen, /lääkkeet ovat sekaisin/);
      const [asked] = await scene.town.service.desk.casework.askedBy(niina.person as never);
      assert.equal(asked?.misdirected, true);
    });

    it('in informal care: the line takes the question and the advisors are told', async () => {
      await scene.ask(niina, 'Iisalmessa asuvan omaishoitaja uupuu', { care: 'informal-care' });
      const card = await scene.regionSays(pohjoinen, /omaishoitaja uupuu/);
      assert.match(wordsIn(card.card), /[Oo]maishoito/);
      const [asked] = await scene.town.service.desk.casework.askedBy(niina.person as never);
      assert.equal(asked?.flagged, true);
      assert.equal(asked?.misdirected, false);
    });
  });

  describe('a card that is not sent', () => {
    const reminders = () => linesTo(niina).filter((line) => /ei ole vielä lähetetty/.test(line));

    it('says so, reminds exactly once, and is forgotten after its days, its text too', async () => {
      await niina.say('Iisalmessa asuva tarvitsee ateriat');
      assert.match(cardWords(niina), /Ei vielä lähetetty/);
      await scene.town.round(inMinutes(noon, 29));
      assert.equal(reminders().length, 0);
      await scene.town.round(inMinutes(noon, 31));
      await scene.town.round(inMinutes(noon, 40));
      await scene.town.round(at('12:00', 2));
      assert.equal(reminders().length, 1);
      assert.equal(niina.lastCard().edited, false, 'a redraw would empty boxes that are filled in half');
      await scene.town.round(at('12:00', 8));
      assert.equal(reminders().length, 1);
      assert.doesNotMatch(cardWords(niina), /ateriat/);
      assert.match(cardWords(niina), /Kysymystä ei lähetetty/);
    });

    it('can be sent after its reminder like before', async () => {
      await niina.say('Iisalmessa asuva tarvitsee ateriat');
      await scene.town.round(inMinutes(noon, 31));
      await niina.press(niina.lastCard(), 'ask', { topic: 'guidance' });
      await scene.regionSays(pohjoinen, /tarvitsee ateriat/);
      await scene.town.round(at('12:00', 8));
      assert.match(cardWords(niina), /tarvitsee ateriat/);
    });

    it('is thrown away by one press, and the same words may be written again at once', async () => {
      await niina.say('Iisalmessa asuva tarvitsee ateriat');
      await niina.press(niina.lastCard(), 'discard');
      assert.match(cardWords(niina), /Kysymystä ei lähetetty/);
      await niina.say('Iisalmessa asuva tarvitsee ateriat');
      assert.equal(valueIn(niina, 'place'), 'iisalmi');
      await scene.town.round(inMinutes(noon, 31));
      assert.equal(reminders().length, 1);
    });
  });

  describe('identity in the words', () => {
    const hetu = '131052-308T';
    const phone = '040 123 4567';

    it('is told of, masked on the card, and stands nowhere in what is posted or kept', async () => {
      await niina.say(`Iisalmessa asuva (${hetu}) tarvitsee ateriat, puh ${phone}`);
      const card = cardWords(niina);
      assert.match(card, /Peitimme tekstistäsi: henkilötunnus/);
      assert.match(card, /Siirsimme salattuihin tietoihin: puhelinnumero/);
      assert.doesNotMatch(card, new RegExp(`${hetu}|${phone}`));
      await niina.press(niina.lastCard(), 'ask', { topic: 'guidance' });
      const shown = await scene.regionSays(pohjoinen, /tarvitsee ateriat/);
      for (const words of [wordsIn(shown.card), cardWords(niina)]) {
        assert.doesNotMatch(words, new RegExp(`${hetu}|${phone}`));
      }
      const [asked] = await scene.town.service.desk.casework.askedBy(niina.person as never);
      assert.doesNotMatch(JSON.stringify(asked), new RegExp(`${hetu}|${phone}`));
      assert.equal(asked?.hasDetails, true);
      assert.doesNotMatch(JSON.stringify(scene.town.log), new RegExp(`${hetu}|${phone}|ateriat|Niina`));
    });

    it('typed into the card itself is masked as well, and told of when a follow-up carries it', async () => {
      await niina.say('Iisalmessa asuva tarvitsee ateriat');
      await niina.press(niina.lastCard(), 'ask', { topic: 'guidance', question: `Tunnus ${hetu}, ateriat?` });
      await scene.regionSays(pohjoinen, /ateriat\?/);
      await niina.say(`Siis ${hetu}`);
      assert.match(linesTo(niina).at(-1) ?? '', /Poistin tekstistä ennen tallennusta: henkilötunnus/);
      assert.doesNotMatch(JSON.stringify(scene.town.teams.calls.map(({ body }) => body)), new RegExp(hetu));
    });
  });

  describe('words that are no question', () => {
    it('over-long: told how long it may be, and nothing is kept', async () => {
      await niina.say('a'.repeat(2001));
      assert.match(linesTo(niina).at(-1) ?? '', /2001 merkkiä, enintään 2000/);
      await scene.town.round(inMinutes(noon, 60));
      assert.doesNotMatch(linesTo(niina).at(-1) ?? '', /ei ole vielä lähetetty/);
    });

    it('an attachment alone: told that text is wanted', async () => {
      await niina.say('', {
        attachments: [{ contentType: 'image/png', contentUrl: 'https://x.invalid/a.png' }],
      });
      assert.match(linesTo(niina).at(-1) ?? '', /En voi ottaa vastaan liitteitä/);
    });

    it('a card that a search put into the chat: nothing, for it asks for nothing', async () => {
      const found = await niina.search({ commandId: 'searchInstructions' });
      const before = niina.chat().length;
      const result = found.saw === 'results' ? found.results[0] : undefined;
      assert.ok(result, JSON.stringify(found));
      await niina.insert(result);
      assert.equal(niina.chat().length, before + 1);
    });

    it('the word for a concern report: its own card, from whose button the form opens', async () => {
      await niina.say('huoli-ilmoitus');
      assert.match(cardWords(niina), /Avaa lomake painikkeesta/);
      assert.equal((await niina.press(niina.lastCard(), 'concern')).saw, 'dialog');
    });

    it('about a client elsewhere, while a question is open: asked where they belong, not put into it', async () => {
      await scene.ask(niina, 'Iisalmessa asuva tarvitsee ateriat');
      // a card that is drawn only after the next words moves down below them
      await scene.town.shown();
      await niina.say('Kaavilla asuva tarvitsee turvapuhelimen');
      assert.match(cardWords(niina), /Mihin tämä kuuluu\?[\s\S]*toinen paikka kuin avoimessa/);
      await niina.press(niina.lastCard(), 'newQuestion');
      assert.equal(valueIn(niina, 'place'), 'kaavi');
      await niina.press(niina.lastCard(), 'ask', { topic: 'guidance' });
      await scene.regionSays(keskinen, /turvapuhelimen/);
      assert.doesNotMatch(wordsIn(scene.town.advisorsCard(pohjoinen).card), /turvapuhelimen/);
    });

    it('nothing but spaces: the menu', async () => {
      await niina.say('   ');
      assert.match(cardWords(niina), /Mitä tarvitset\?/);
    });

    it('edited or deleted before sending: told where the text of the card is changed', async () => {
      const words = await niina.say('Iisalmessa asuva tarvitsee ateriat');
      await niina.edit(words, 'Kiuruvedellä asuva tarvitsee ateriat');
      assert.match(linesTo(niina).at(-1) ?? '', /kortissa/i);
      await niina.remove(words);
      assert.match(linesTo(niina).at(-1) ?? '', /Hylkää|hylkää/);
    });

    it('edited or deleted after sending: told that the question stays, and where it is changed', async () => {
      const words = await niina.say('Iisalmessa asuva tarvitsee ateriat');
      await niina.press(niina.lastCard(), 'ask', { topic: 'guidance' });
      await niina.edit(words, 'Kiuruvedellä asuva tarvitsee ateriat');
      assert.match(linesTo(niina).at(-1) ?? '', /muokkaa kysymystä sen kortista/);
      await niina.remove(words);
      assert.match(linesTo(niina).at(-1) ?? '', /voit perua sen kortista/);
    });

    it('edited when nothing is open: nothing is said', async () => {
      const words = await niina.say('valikko');
      const before = niina.chat().length;
      await niina.edit(words, 'valikko kiitos');
      assert.equal(niina.chat().length, before);
    });
  });

  describe('the menu and the command words', () => {
    const says: Readonly<Record<string, { readonly fi: RegExp; readonly sv: RegExp; readonly en: RegExp }>> =
      {
        'valikko meny menu hei hej hello': {
          fi: /Mitä tarvitset/,
          sv: /Vad behöver du/,
          en: /What do you need/,
        },
        'ohje hjälp help': { fi: /Ohje: /, sv: /Hjälp: |Anvisning/, en: /Help: |Instructions|How/ },
      };
    for (const [words, answer] of Object.entries(says)) {
      for (const word of words.split(' ')) {
        it(`“${word}” is understood from anybody and answered in their language`, async () => {
          for (const [person, language] of [
            [niina, 'fi'],
            [scene.sofia, 'sv'],
            [scene.emily, 'en'],
          ] as const) {
            await person.say(word);
            assert.match(cardWords(person), answer[language]);
          }
        });
      }
    }

    for (const [language, who] of [
      ['fi', 'niina'],
      ['sv', 'sofia'],
      ['en', 'emily'],
    ] as const) {
      const { common, asker } = textsFor(language);
      const answers = {
        ask: asker.question.heading,
        concern: asker.menu.concernHow,
        'my-questions': asker.mine.heading,
        help: asker.help.how,
        menu: asker.menu.heading,
      };
      for (const [command, answer] of Object.entries(answers)) {
        it(`${language}: every word for “${command}” is one`, async () => {
          const person = scene[who];
          for (const word of common.commands[command as keyof typeof answers]) {
            await person.say(`${word[0]?.toUpperCase()}${word.slice(1)}!`);
            assert.ok(cardWords(person).includes(answer), `${word}: ${cardWords(person)}`);
            // the next word must bring a card of its own
            if (command === 'ask') await person.press(person.lastCard(), 'discard');
          }
        });
      }
    }

    it('“uusi kysymys” opens an empty card; its second delivery opens no other', async () => {
      scene.town.teams.faults.addToDeliveries({ kind: 'double', match: ({ text }) => text === 'kysy' });
      await niina.say('kysy');
      assert.equal(cardsWith(niina, /Ei vielä lähetetty/).length, 1);
      assert.equal(valueIn(niina, 'question'), undefined);
    });

    it('a case’s id shows its live card, and only to its asker', async () => {
      await scene.ask(niina, 'Iisalmessa asuva tarvitsee ateriat');
      const [id = ''] = /\w{3}-\w{4}/.exec(cardWords(niina)) ?? [];
      assert.ok(readCaseId(id));
      await niina.say('valikko');
      await niina.say(id);
      await scene.chatSays(niina, /Lähetetty, odottaa ohjaajaa/);
      await scene.sofia.say(id);
      assert.match(linesTo(scene.sofia).at(-1) ?? '', /hittas inte|finns inte/);
    });
  });

  describe('in the asker’s own language', () => {
    for (const [language, words, sent, answered] of [
      ['sv', /Går till området: Norra området|Norra området/, /väntar på/, /svar/],
      ['en', /Northern region/, /waiting for/, /answer/],
    ] as const) {
      it(`${language}: card, dialogs, answer and ring`, async () => {
        const asker = language === 'sv' ? scene.sofia : scene.emily;
        await asker.say('Iisalmi: matservice? Meals for two weeks?');
        assert.match(cardWords(asker), words);
        await asker.press(asker.lastCard(), 'ask', { topic: 'guidance', place: 'iisalmi' });
        await scene.chatSays(asker, sent);
        await scene.regionSays(pohjoinen, /Odottaa/);
        const advisor = scene.advisor(pohjoinen);
        await advisor.press(scene.town.advisorsCard(pohjoinen), 'claim');
        await advisor.press(await scene.regionSays(pohjoinen, /hoitaa/), 'answer');
        await advisor.submitDialog({ text: 'Kyllä.' });
        await scene.chatSays(asker, /Kyllä\./);
        await scene.sees(() => asker.toasts.map(({ text }) => text).join('\n'), answered);
        const finnish = /[ää]{2}|kysymy|vastau|Lähet|ohjaaj|Odotta|alue/i;
        for (const { card } of asker.chat()) {
          const said = wordsIn(card).replace(/Iisalmi[^\n]*|Kyllä\./g, '');
          assert.doesNotMatch(said, finnish);
        }
      });
    }
  });

  describe('out of hours', () => {
    it('the card tells when the line opens and who helps until then; the question is kept', async () => {
      scene.town.clock.set(closed);
      await niina.say('Iisalmessa asuva tarvitsee ateriat');
      assert.match(cardWords(niina), /Linja on kiinni\. Linja avautuu .*8\.00/);
      assert.match(cardWords(niina), /Jos asia ei voi odottaa: Sosiaali- ja kriisipäivystys/);
      await niina.press(niina.lastCard(), 'ask', { topic: 'guidance', urgency: 'today' });
      assert.match(cardWords(niina), /Linja on kiinni/);
      assert.match(cardWords(niina), /Vastaus viimeistään .*12\.00/);
      await scene.regionSays(pohjoinen, /tarvitsee ateriat/);
    });

    it('a day off and its eve tell the right morning', async () => {
      // Independence Day 2026 is a Sunday; the Friday before it the line closes at four
      scene.town.clock.set(momentAt(day('2026-12-04'), '17:00'));
      await niina.say('Iisalmessa asuva tarvitsee ateriat');
      assert.match(cardWords(niina), /Linja avautuu .*7\.12\.|Linja avautuu maanantai/);
    });
  });

  describe('twice', () => {
    it('the same words delivered twice give one card', async () => {
      for (const kind of ['double', 'same-twice'] as const) {
        scene.town.teams.faults.addToDeliveries({ kind, match: ({ type }) => type === 'message' });
        await niina.say(`Iisalmessa asuva tarvitsee ateriat ${kind}`);
        assert.equal(cardsWith(niina, new RegExp(`ateriat ${kind}`)).length, 1);
      }
    });

    it('pressed twice, on an old card, or delivered twice it is one question', async () => {
      await niina.say('Iisalmessa asuva tarvitsee ateriat');
      const card = niina.lastCard();
      scene.town.teams.faults.addToDeliveries({ kind: 'double', match: ({ type }) => type === 'invoke' });
      const inputs = { topic: 'guidance' };
      await Promise.all([niina.press(card, 'ask', inputs), niina.press(card, 'ask', inputs)]);
      await niina.press(card, 'ask', inputs);
      await scene.regionSays(pohjoinen, /ateriat/);
      await scene.town.round();
      assert.equal(scene.town.threads(pohjoinen).length, 1);
      assert.equal((await scene.town.service.desk.casework.askedBy(niina.person as never)).length, 1);
      assert.equal(cardsWith(niina, /tarvitsee ateriat/).length, 1);
    });

    it('an old client that knows no Action.Execute sends and sees the same', async () => {
      await niina.say('Iisalmessa asuva tarvitsee ateriat');
      await niina.press(niina.lastCard(), 'ask', { topic: 'guidance' }, { oldClient: true });
      await scene.chatSays(niina, /Lähetetty, odottaa ohjaajaa/);
      await scene.regionSays(pohjoinen, /ateriat/);
    });
  });

  it('every button of every card of the asker is understood', async () => {
    await niina.say('valikko');
    await niina.say('omat kysymykset');
    await niina.say('ohje');
    const shown = niina.chat().flatMap((message) => (message.card ? [message] : []));
    const pressed = new Set<string>();
    for (const message of shown) {
      for (const { title, type } of message.card ? buttonsOf(message.card) : []) {
        if (type === 'Action.OpenUrl' || type === 'Action.ToggleVisibility') continue;
        const outcome = await niina.press(message, String(title));
        const text = JSON.stringify(outcome);
        pressed.add(String(title));
        assert.doesNotMatch(text, /en enää tunne|"saw":"error"|meni vikaan/, `${String(title)}: ${text}`);
        niina.closeDialog();
      }
    }
    for (const title of ['Uusi kysymys', 'Omat kysymykset'])
      assert.ok(pressed.has(title), [...pressed].join());
  });
});
