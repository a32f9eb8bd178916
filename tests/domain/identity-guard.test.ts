/** What names a person by number or address leaves the text; every other number stays. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { guardText, isHenkilotunnus, placeholder } from '../../bot/domain/identity-guard.ts';

/** The Digital and Population Data Services Agency's made-up identities, and made-up ones of the elderly. */
const identities =
  `010594Y9032 010594Y9021 020594X903P 020594X902N 030594W903B 030694W9024 040594V9030 040594V902Y
  050594U903M 050594U902L 010516B903X 010516B902W 020516C903K 020516C902J 030516D9037 030516D9026 010501E9032
  020502E902X 020503F9037 020504A902E 020504B904H 010145-9003 150638-901C 240331-9020 070750-955V 311240-9986
  290236-903R`.split(/\s+/);

const kindsIn = (text: string) => guardText(text).masked.map(({ kind }) => kind);

describe('a henkilötunnus', () => {
  for (const identity of identities) {
    it(`${identity} is valid, in lower case too, and masked`, () => {
      assert.ok(isHenkilotunnus(identity));
      assert.ok(isHenkilotunnus(` ${identity.toLowerCase()} `));
      assert.equal(guardText(`Asiakas ${identity}, yksin.`).text, `Asiakas ${placeholder}, yksin.`);
      assert.equal(guardText(`hetu:${identity.toLowerCase()}:n asia`).text, `hetu:${placeholder}:n asia`);
    });
  }

  // but for the first, the check character is right: what else is wrong must be found
  const invalid = [
    ['010145-9004', 'a wrong check character'],
    ['300245-900L', 'no such day'],
    ['290200-901C', '1900 was no leap year'],
    ['290201A900L', '2001 was no leap year'],
    ['310445-900V', 'no such day in April'],
    ['320145-9003', 'no such day'],
    ['000145-900E', 'no such day'],
    ['011345-900S', 'no such month'],
    ['010045-9009', 'no such month'],
    ['010145-0002', 'number 000 is never given'],
    ['010145-0013', 'number 001 is never given'],
    ['010145G9003', 'no such separator'],
    ['010145-900G', 'no such check character'],
    ['010145-90033', 'too long'],
    ['010145-900', 'too short'],
    ['', 'nothing'],
  ] as const;
  for (const [text, why] of invalid) {
    it(`is not "${text}": ${why}`, () => assert.equal(isHenkilotunnus(text), false));
  }

  it('may have the first number that is given, and any dash', () => {
    assert.ok(isHenkilotunnus('010145-0024'));
    for (const dash of '‐‑‒–—−') assert.ok(isHenkilotunnus(`010145${dash}9003`), dash);
  });

  it('of a leap day is valid in the century that had it', () => {
    const checkOf = (digits: string) => '0123456789ABCDEFHJKLMNPRSTUVWXY'[Number(digits) % 31];
    assert.ok(isHenkilotunnus(`290200A901${checkOf('290200901')}`));
    assert.equal(isHenkilotunnus(`290200-901${checkOf('290200901')}`), false);
    assert.ok(isHenkilotunnus(`290296+901${checkOf('290296901')}`));
  });

  const written: [text: string, guarded: string][] = [
    ['hetu 010145–9003', `hetu ${placeholder}`],
    ['hetu 010145—9003.', `hetu ${placeholder}.`],
    ['hetu 010145‑9003', `hetu ${placeholder}`],
    ['hetu 010145−9003', `hetu ${placeholder}`],
    ['hetu 010145 -9003', `hetu ${placeholder}`],
    ['hetu 010145- 9003', `hetu ${placeholder}`],
    ['hetu 010145 - 9003', `hetu ${placeholder}`],
    ['hetu 010145 – 9003', `hetu ${placeholder}`],
    ['hetu 150638 - 901c', `hetu ${placeholder}`],
    ['hetu 010145 9003', `hetu ${placeholder}`],
    ['hetu 0101459003', `hetu ${placeholder}`],
    ['hetu 150638901C', `hetu ${placeholder}`],
    ['hetu 010145-900 3', `hetu ${placeholder}`],
    ['hetu 15.06.38-901C', `hetu ${placeholder}`],
    ['hetu 15 06 38 901C', `hetu ${placeholder}`],
    ['hetu 010594 y 9032', `hetu ${placeholder}`],
    ['hetu 010594Y-9032', `hetu ${placeholder}`],
    ['hetu 010145_9003', `hetu ${placeholder}`],
    ['hetu 010145/9003', `hetu ${placeholder}`],
    ['hetu010145-9003', `hetu${placeholder}`],
    ['(010145-9003)', `(${placeholder})`],
    ['010145-9003/150638-901C', `${placeholder}/${placeholder}`],
    ['1010145-90031', `1${placeholder}1`],
    ['010145-9003rouva', `${placeholder}rouva`],
    ['311399-010145-9003', `311399-${placeholder}`],
    // a leap day of 2000 only
    ['hetu 290200901C', `hetu ${placeholder}`],
    // a mistyped one still tells who it is
    ['hetu 010145-9004', `hetu ${placeholder}`],
    ['hetu 150638-901g', `hetu ${placeholder}`],
    ['hetu 010594Y9033', `hetu ${placeholder}`],
    ['hetu 290200-1234', `hetu ${placeholder}`],
  ];
  for (const [text, guarded] of written) {
    it(`is masked in "${text}"`, () => {
      assert.equal(guardText(text).text, guarded);
      assert.ok(kindsIn(text).includes('henkilotunnus'));
    });
  }

  it('is handed back to nobody, only counted', () => {
    assert.deepEqual(guardText('010145-9003 ja 150638-901C'), {
      text: `${placeholder} ja ${placeholder}`,
      masked: [{ kind: 'henkilotunnus', count: 2 }],
      taken: { phones: [], emails: [] },
    });
  });
});

describe('a phone number', () => {
  const numbers = [
    '040 123 4567', '0401234567', '040-1234567', '040-123 4567', '040 - 123 4567', '(040) 123 4567', '044 1234567',
    '0457 123 4567', '0457 1234567', '0400 123 456', '0400-123456', '050 123 4567', '0500 123 456', '045 12 34 567',
    '+358 40 123 4567', '+358401234567', '+358-40-1234567', '+358 (0)40 123 4567', '00358 40 123 4567',
    '+358 17 123 456', '017-123456', '017 123 456', '(017) 123 456', '0171234567', '09 123 4567', '09-1234567',
    '019 123 4567', '02 123 4567', '+46 70 123 45 67', '040\u00a0123\u00a04567', '040–123 4567',
  ]; // biome-ignore format: a list to read across
  for (const number of numbers) {
    it(`${number} is taken out and handed back as typed`, () => {
      assert.deepEqual(guardText(`Omainen ${number}, soita. Puh ${number}`), {
        text: `Omainen ${placeholder}, soita. Puh ${placeholder}`,
        masked: [{ kind: 'phone', count: 2 }],
        taken: { phones: [number, number], emails: [] },
      });
    });
  }

  it('ends before a number that is not its own', () => {
    assert.deepEqual(guardText('Tytär 040 123 4567 2 krt viikossa').taken.phones, ['040 123 4567']);
    assert.deepEqual(guardText('Tytär 040 123 4567 12 viikkoa').taken.phones, ['040 123 4567']);
    assert.deepEqual(guardText('Soitan klo 12 0401234567').taken.phones, ['0401234567']);
    assert.deepEqual(guardText('Soitan klo 12 017 123456, p0401234567').taken.phones, [
      '0401234567',
      '017 123456',
    ]);
  });
});

describe('an e-mail address', () => {
  const addresses = ['tytar@example.fi', 'Etu.Suku+koti@posti.example.com', 'a_b-c%d@x-y.example', 'päivi@esimerkki.fi', 'etu.suku(at)example.fi', 'etu.suku [at] example.fi']; // biome-ignore format: a list to read across
  for (const address of addresses) {
    it(`${address} is taken out and handed back`, () => {
      assert.deepEqual(guardText(`Tyttären osoite ${address}.`), {
        text: `Tyttären osoite ${placeholder}.`,
        masked: [{ kind: 'email', count: 1 }],
        taken: { phones: [], emails: [address] },
      });
    });
  }
});

describe('a birth date', () => {
  const dates: [text: string, guarded: string][] = [
    ['synt. 12.3.1938', `synt. ${placeholder}`],
    ['Mies 12.03.1938 Iisalmi', `Mies ${placeholder} Iisalmi`],
    ['12. 3. 1938', placeholder],
    ['1938-03-12', placeholder],
    ['12/3/1938', placeholder],
    ['12-03-1938', placeholder],
    ['s. 12.3.38', `s. ${placeholder}`],
    ['syntynyt 120338', `syntynyt ${placeholder}`],
    ['s. 1. 12. 38', `s. ${placeholder}`],
    // the first year that can be one, and the last
    ['1.1.1900', placeholder],
    ['31.12.1899', '31.12.1899'],
    ['31.12.2008', placeholder],
    ['1.1.2009', '1.1.2009'],
    ['hetun alku 120338', 'hetun alku 120338'],
    ['hetu 120338', `hetu ${placeholder}`],
    ['född 1.12.1941 i Kuopio', `född ${placeholder} i Kuopio`],
  ];
  for (const [text, guarded] of dates) {
    it(`"${text}" → "${guarded}"`, () => assert.equal(guardText(text).text, guarded));
  }
});

describe('other numbers', () => {
  const ordinary = `
    Asiakas on 83-vuotias ja asuu yksin.
    Ateriapalvelu 2 viikoksi alkaen 23.11.2026.
    Kotiutuu 1.12.2026 klo 14.30.
    Kotiutuu 2026-12-01 iltapäivällä.
    Käynti sovittu 02-03-2027 klo 9.
    Avoinna 08-16, la 10-14.
    Avoinna ma 08-16 09-17 ti.
    Linja on auki 8.00–16.00.
    Klo 08 00 – 09 30 fysioterapia.
    Yövuoro 2100-0700, päivä 0800-1600.
    Päivystys 0900-1700 viikonloppuisin.
    Verenpaine 135/85, syke 72.
    Verensokeri 12,4 ja lämpö 37,8.
    CRP 120, Hb 98, krea 145.
    Paino 58,4 kg, pituus 162 cm.
    Huone 0401, paikka 2.
    Huone 12-3, osasto 2204.
    Osasto 0821, 3. krs.
    Marevan 3 mg 1x1, Panadol 1 g 3x1.
    Maksu 1 200,50 € kuukaudessa.
    Palveluseteli 32,00 €/h, 1 000 000 euroa.
    Tulot 1250 e/kk, vuokra 640.
    Eläke 0,50 % korotus.
    Tapaus K7F3A2M odottaa.
    Tapaus 4QX-82 on auki.
    Päätös 2026/1042, dnro 123/05.02/2026.
    Diaarinumero PSHVA/1234/2026.
    Y-tunnus 0201256-6.
    Y-tunnus 2828235-7.
    Tili FI21 1234 5600 0007 85.
    Postinumero 70100 Kuopio.
    Postinumero 02100 Espoo, 00100 Helsinki.
    Kerros 3, asunto B 12.
    Ovikoodi 1234.
    Hätätilanteessa 112.
    Päivystysapu 116117 auttaa.
    Päivystysapu 116 117 auttaa.
    SHL 1301/2014 35 § ja 36 §.
    Laki 980/2012 25 § 1 mom.
    Asiakastietolaki 703/2023.
    MMSE 18/30, RAI MAPLe 4.
    MNA 17,5 ja BMI 21.
    Kaatunut 3 kertaa 2 viikossa.
    Lääkkeet jaettu viikoille 47-48.
    Vuonna 2019 muuttanut, leski vuodesta 2015.
    Asunut vuodesta 1965 samassa talossa.
    Talvisodan 1939-1940 aikainen vamma.
    Syntynyt 1938.
    Ikähaarukka 75–84.
    Käynnit 3 krt/vko, 45 min.
    Turvapuhelin 10.11.2026 alkaen, 60 pv.
    Ajalla 1.12.–14.12.2026.
    Ajalla 1.12.2026-14.12.2026 ateriat.
    Arviointi viimeistään 2.12.
    Rokotettu 12.10.2025.
    Lonkkaleikkaus tehty 4.5.2021.
    Klo 12.15 soitettu, klo 13 uudelleen.
    Versio 1.2.3, ohje 4.0.1.
    Sivu 12/34, kohta 5.6.
    Kela 25 % hoitotuki 3.
    Paikat 101, 102, 103, 104, 105, 106.
    Numerot 1 2 3 4 5 6 7 8 9 10.
    Osoite Esimerkkitie 12 A 3.
    Lämpötila -12 – -15 astetta.
    Suhde 50/50, varmuus 100 %.
    Auto ABC-123 pihassa.
    Laite SN 994512-1234.
    Laite SN 99120-4411-77.
    Ringer 1000 ml 12 h.
    Öppet 8–16, tfn-tid 9–11.
    Klienten är 91 år, bor på våning 3.
    Beslut 17.11.2026, måltider 14 dagar.
    s. 12 ohjeessa, s. 3.4 kohta.
    Läsnä @kaikki klo 9.
    Vastaa @tiimi tai #ohje.
    `
    .trim()
    .split(/\n\s*/);
  for (const text of ordinary) {
    it(`stay in "${text}"`, () => {
      assert.deepEqual(guardText(text), { text, masked: [], taken: { phones: [], emails: [] } });
    });
  }
});

describe('any text', () => {
  const piece = fc.oneof(
    fc.constantFrom(...identities, ...identities.map((one) => one.toLowerCase()), '010145-9004'),
    fc.constantFrom(
      '040 123 4567',
      '+358401234567',
      '017-123456',
      'a@b.fi',
      '12.3.1938',
      '1938-03-12',
      's. 1.2.34',
    ),
    fc.constantFrom(' ', '-', '–', '.', '(', '/', '\n', 'A', 'y', '0', '12', '345', placeholder),
    fc.string({ maxLength: 4, unit: 'binary' }),
  );
  const anyText = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

  it('keeps no valid henkilötunnus', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { text: guarded } = guardText(text);
        for (let at = 0; at < guarded.length; at += 1) {
          assert.equal(isHenkilotunnus(guarded.slice(at, at + 11)), false, guarded);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('guarded again stays as it is', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { text: guarded } = guardText(text);
        assert.deepEqual(guardText(guarded), {
          text: guarded,
          masked: [],
          taken: { phones: [], emails: [] },
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('without a digit or an @ is left alone', () => {
    const harmless = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\p{N}@]|at/giu, ''));
    fc.assert(fc.property(harmless, (text) => assert.equal(guardText(text).text, text)));
  });
});
