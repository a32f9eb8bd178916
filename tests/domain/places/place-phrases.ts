/** What people write, and where the client of it lives: the measure of places.ts, written before it. */

/** Place ids: one, or those offered; `none` when the text tells of no place. */
export type Phrase = readonly [text: string, expected: string];

const kuopio = 'kuopio karttula maaninka nilsia';
const juankoski = 'kuopio nilsia maaninka karttula';
const varpaisjarvi = 'lapinlahti nilsia rautavaara sonkajarvi';

export const inflected: readonly Phrase[] = [
  ['Iisalmi', 'iisalmi'],
  ['iisalmi', 'iisalmi'],
  ['IISALMI', 'iisalmi'],
  ['Asiakas Iisalmessa tarvitsee ateriapalvelua', 'iisalmi'],
  ['Asiakas on Iisalmesta', 'iisalmi'],
  ['Palvelutarpeen arviointi Iisalmeen', 'iisalmi'],
  ['Iisalmen alueen asiakas', 'iisalmi'],
  ['iisalmessakin on jonoa', 'iisalmi'],
  ['Koskeeko tämä Iisalmeakin?', 'iisalmi'],
  ['Eikö Iisalmessakaan ole paikkaa', 'iisalmi'],
  ['Iisalmessako arvio tehdään?', 'iisalmi'],
  ['Iisalmihan se oli', 'iisalmi'],
  ['Joroinen', 'joroinen'],
  ['Asiakas Joroisissa, 82 v', 'joroinen'],
  ['Turvapuhelin Joroisiin', 'joroinen'],
  ['Muuttanut Joroisista', 'joroinen'],
  ['Joroisten kunnan alueella', 'joroinen'],
  ['Koskee Joroisia', 'joroinen'],
  ['Kaavi', 'kaavi'],
  ['Kaavilla asuva leski', 'kaavi'],
  ['Kaaville tarvitaan turvapuhelin', 'kaavi'],
  ['Asiakas Kaavilta', 'kaavi'],
  ['Kaavin kunta', 'kaavi'],
  ['kaavilla yksin', 'kaavi'],
  ['Karttulassa yksin asuva', 'karttula'],
  ['Karttulaan kotihoitoa tilapäisesti', 'karttula'],
  ['Karttulasta soitettu', 'karttula'],
  ['Keiteleellä asuva mies', 'keitele'],
  ['Keiteleeltä, 79-vuotias', 'keitele'],
  ['Ateriat Keiteleelle kahdeksi viikoksi', 'keitele'],
  ['Keiteleen asiakas', 'keitele'],
  ['Keitele on kotikunta', 'keitele'],
  ['Kiuruvedellä', 'kiuruvesi'],
  ['Kiuruvedeltä kotoisin', 'kiuruvesi'],
  ['kotihoito Kiuruvedelle', 'kiuruvesi'],
  ['Kiuruveden alue', 'kiuruvesi'],
  ['Koskee Kiuruvettä', 'kiuruvesi'],
  ['Kuopio', kuopio],
  ['Kuopiossa', kuopio],
  ['Asiakas Kuopiosta', kuopio],
  ['kuopioon tarvitaan ateriat', kuopio],
  ['Kuopion keskusta', kuopio],
  ['pohjois-kuopio', kuopio],
  ['Kuopiokin käy', kuopio],
  ['Lapinlahdella asuva rouva', 'lapinlahti'],
  ['Lapinlahdelta', 'lapinlahti'],
  ['Lapinlahteen', 'lapinlahti'],
  ['Lapinlahden asiakas, omaishoito', 'lapinlahti'],
  ['Leppävirralla', 'leppavirta'],
  ['Leppävirralta soittaa', 'leppavirta'],
  ['Leppävirralle turvapuhelin', 'leppavirta'],
  ['Leppävirran kunta', 'leppavirta'],
  ['Leppavirta', 'leppavirta'],
  ['leppavirralla asuu', 'leppavirta'],
  ['Leppävirtaa koskeva kysymys', 'leppavirta'],
  ['Maaningalla', 'maaninka'],
  ['Maaningalta oleva', 'maaninka'],
  ['Maaningan kirkonkylä', 'maaninka'],
  ['Maaninkaan', 'maaninka'],
  ['Nilsiästä', 'nilsia'],
  ['Nilsiässä asuva', 'nilsia'],
  ['Nilsiään kotihoitoa', 'nilsia'],
  ['nilsia ', 'nilsia'],
  ['nilsiassa', 'nilsia'],
  ['Kuopion Nilsiästä', 'nilsia'],
  ['Nilsiä, Kuopio', 'nilsia'],
  ['Kuopio (Maaninka)', 'maaninka'],
  ['Kuopion Karttulassa asuva', 'karttula'],
  ['Pielavedeltä', 'pielavesi'],
  ['Pielavedellä asuva pariskunta', 'pielavesi'],
  ['Pielavedelle', 'pielavesi'],
  ['Rautalammilla', 'rautalampi'],
  ['Rautalammilta', 'rautalampi'],
  ['Rautalammin asiakas', 'rautalampi'],
  ['Rautalampi', 'rautalampi'],
  ['Rautavaaralla', 'rautavaara'],
  ['Rautavaaralta', 'rautavaara'],
  ['Rautavaaran kunta', 'rautavaara'],
  ['Siilinjärveltä', 'siilinjarvi'],
  ['siilinjarvella', 'siilinjarvi'],
  ['Siilinjärven keskustassa', 'siilinjarvi'],
  ['Siilinjärvelle', 'siilinjarvi'],
  ['Sonkajärvellä asuva', 'sonkajarvi'],
  ['Sonkajärveltä', 'sonkajarvi'],
  ['Suonenjoella', 'suonenjoki'],
  ['Suonenjoelta', 'suonenjoki'],
  ['Suonenjoen kaupunki', 'suonenjoki'],
  ['Suonenjoelle ateriapalvelu', 'suonenjoki'],
  ['Tervossa', 'tervo'],
  ['Tervosta', 'tervo'],
  ['Tervoon', 'tervo'],
  ['Tervon kunta', 'tervo'],
  ['Tuusniemellä', 'tuusniemi'],
  ['Tuusniemeltä', 'tuusniemi'],
  ['Tuusniemen asiakas', 'tuusniemi'],
  ['Varkaus', 'varkaus'],
  ['varkaus', 'varkaus'],
  ['Varkaudessa', 'varkaus'],
  ['Varkaudesta', 'varkaus'],
  ['Varkauteen tarvitaan kriisipaikka', 'varkaus'],
  ['Varkauden asiakas', 'varkaus'],
  ['asiakas varkaudessa, 90 v', 'varkaus'],
  ['Vesannolla', 'vesanto'],
  ['Vesannolta', 'vesanto'],
  ['Vesantoon', 'vesanto'],
  ['Vieremällä', 'vierema'],
  ['Vieremältä', 'vierema'],
  ['vieremalla asuu', 'vierema'],
];

export const demonyms: readonly Phrase[] = [
  ['kuopiolainen', kuopio],
  ['kuopiolaisen asiakkaan asia', kuopio],
  ['iisalmelaista', 'iisalmi'],
  ['iisalmelaiselle rouvalle', 'iisalmi'],
  ['iisalmelaiset asiakkaat', 'iisalmi'],
  ['leppävirtalainen', 'leppavirta'],
  ['leppävirtalaisella miehellä', 'leppavirta'],
  ['nilsiäläinen', 'nilsia'],
  ['siilinjärveläistä asiakasta', 'siilinjarvi'],
  ['suonenjokelaiselta', 'suonenjoki'],
  ['varkautelainen', 'varkaus'],
  ['varkautelaisten', 'varkaus'],
  ['joroislainen', 'joroinen'],
  ['kiuruveteläinen vanhus', 'kiuruvesi'],
  ['rautalampilaisen', 'rautalampi'],
  ['vesantolainen', 'vesanto'],
  ['tervolaiset', 'tervo'],
  ['Kuopiolainen Nilsiästä', 'nilsia'],
  ['iisalmelaisasiakas', 'iisalmi'],
];

export const misspelt: readonly Phrase[] = [
  ['Isalmi', 'iisalmi'],
  ['Iisalmesa asuva', 'iisalmi'],
  ['Iisalmmessa', 'iisalmi'],
  ['Iislmessa', 'iisalmi'],
  ['Sillinjärvi', 'siilinjarvi'],
  ['Siilijärvellä', 'siilinjarvi'],
  ['siilinjävellä', 'siilinjarvi'],
  ['Lepävirta', 'leppavirta'],
  ['Leppävirala', 'leppavirta'],
  ['leppävitralla', 'leppavirta'],
  ['Suonejoki', 'suonenjoki'],
  ['Suonenjöella', 'suonenjoki'],
  ['Kiuruvesellä', 'kiuruvesi'],
  ['Kiruvesi', 'kiuruvesi'],
  ['Pielavessi', 'pielavesi'],
  ['Rautalamilla', 'rautalampi'],
  ['Rautvaara', 'rautavaara'],
  ['Lapinlahdela', 'lapinlahti'],
  ['Lapilahti', 'lapinlahti'],
  ['Koupio', kuopio],
  ['Kuopiosa', kuopio],
  ['Tuusnimi', 'tuusniemi'],
  ['Tusniemellä', 'tuusniemi'],
  ['Sonkjärvi', 'sonkajarvi'],
  ['Maanika', 'maaninka'],
  ['Karttulasa', 'karttula'],
  ['Kartula', 'karttula'],
  ['Varkaudesa', 'varkaus'],
  ['Nilsiäsä', 'nilsia'],
  ['Vieremälä', 'vierema'],
  ['Joroisisa', 'joroinen'],
  ['Keiteleelä', 'keitele'],
  // as near to one as to the other, or to neither
  ['Rautalaara', 'rautavaara'],
  ['Rautavaapi', 'none'],
  ['Rautakylä', 'none'],
  ['Kavi', 'none'],
  ['Tervi', 'none'],
];

export const swedish: readonly Phrase[] = [
  ['Klienten bor i Kuopio', kuopio],
  ['bor i Idensalmi', 'iisalmi'],
  ['En kvinna från Idensalmi behöver hjälp', 'iisalmi'],
  ['Kuopios äldreomsorg frågar', kuopio],
  ['Idensalmis område', 'iisalmi'],
  ['Hemma i Leppävirta', 'leppavirta'],
  ['Hemkommun: Siilinjärvi', 'siilinjarvi'],
  ['Han är på sjukhus i Kuopio men bor i Idensalmi', 'iisalmi'],
  ['Bosatt i Varkaus, nu på avdelning i Kuopio', 'varkaus'],
  ['Vårdas på sjukhuset i Idensalmi, hemkommun Kiuruvesi', 'kiuruvesi'],
  ['Skrivs ut hem till Nilsiä', 'nilsia'],
  ['Jorois', 'joroinen'],
  ['i Jorois bor en 88-årig man', 'joroinen'],
  ['Dottern bor i Kuopio, klienten i Tervo', 'tervo'],
  ['kuopiobo', kuopio],
];

export const twoPlaces: readonly Phrase[] = [
  ['Iisalmi-Kiuruvesi', 'iisalmi kiuruvesi'],
  ['Iisalmi tai Kiuruvesi', 'iisalmi kiuruvesi'],
  ['Onko tämä Tervo vai Vesanto?', 'tervo vesanto'],
  ['Kaavi/Tuusniemi', 'kaavi tuusniemi'],
  ['asiakas Leppävirta ja Varkaus', 'leppavirta varkaus'],
  ['Asuu Iisalmessa ja Vieremällä', 'iisalmi vierema'],
  ['muuttaa Iisalmesta Varkauteen', 'iisalmi varkaus'],
  ['Rautalampi, Rautavaara', 'rautalampi rautavaara'],
  ['Iisalmi-Kiuruvesi alueella asuva', 'iisalmi kiuruvesi'],
  ['Kaavilla ja Tuusniemellä asuva perhe', 'kaavi tuusniemi'],
  ['osastolla Iisalmessa tai Kiuruvedellä', 'iisalmi kiuruvesi'],
  ['Iisalmi tai Kuopio', `iisalmi ${kuopio}`],
  ['Iisalmi, Iisalmi, Iisalmessa', 'iisalmi'],
];

export const residence: readonly Phrase[] = [
  ['Iisalmen sairaalassa oleva kuopiolainen', kuopio],
  ['asuu Leppävirralla, nyt Kuopiossa osastolla', 'leppavirta'],
  ['Kuopiossa osastolla oleva leppävirtalainen', 'leppavirta'],
  ['Asiakas KYSissä Kuopiossa, kotoisin Iisalmesta', 'iisalmi'],
  ['KYS Kuopio, kotikunta Kaavi', 'kaavi'],
  ['Kotikunta on Rautavaara, hoidossa Iisalmen sairaalassa', 'rautavaara'],
  ['Asuinkunta: Sonkajärvi. Osastolla Iisalmessa.', 'sonkajarvi'],
  ['Kotiutuu Nilsiään Kuopion yliopistollisesta sairaalasta', 'nilsia'],
  ['kotiutuu Kuopion sairaalasta Nilsiään', 'nilsia'],
  ['Kotiutuu Kuopiosta Iisalmeen huomenna', 'iisalmi'],
  ['Kotiutumassa Varkauden sairaalasta Joroisiin', 'joroinen'],
  ['Iisalmessa asuva, tällä hetkellä Kuopiossa KYS:n osastolla 2204', 'iisalmi'],
  ['Potilas Kuopion yliopistollisessa sairaalassa, asuu Tuusniemellä', 'tuusniemi'],
  ['Varkauden päivystykseen tuli Joroisissa yksin asuva mies', 'joroinen'],
  ['Iisalmen päivystyksessä sonkajärveläinen mies', 'sonkajarvi'],
  ['Soitan KYSistä, asiakas Suonenjoelta', 'suonenjoki'],
  ['Kuopion kaupunginsairaalasta kotiutuva potilas, Siilinjärvi', 'siilinjarvi'],
  ['Iisalmen terveyskeskuksen vuodeosastolla vieremäläinen 91 v', 'vierema'],
  ['osastolla Kuopiossa, koti Karttulassa', 'karttula'],
  ['Palaa kotiin Maaningalle, nyt hoidossa Siilinjärven terveyskeskuksessa', 'maaninka'],
  ['Kirjoilla Pielavedellä, oleskelee Keiteleellä', 'pielavesi'],
  ['Asuu Kuopion Nilsiässä', 'nilsia'],
  ['Asuu omakotitalossa yksin Lapinlahdella, sairaalassa Iisalmessa', 'lapinlahti'],
  ['Lapinlahdella yksin asuva nainen on Iisalmessa sairaalassa', 'lapinlahti'],
  ['Tytär asuu Kuopiossa, äiti asuu Kaavilla', 'kaavi'],
  ['Tytär Kuopiosta soitti, asiakas asuu Tervossa', 'tervo'],
  ['Asiakas asuu Vesannolla, poika Kuopiossa', 'vesanto'],
  ['kotoa Kiuruvedeltä tuotu Iisalmeen päivystykseen', 'kiuruvesi'],
  ['Ambulanssi toi Rautavaaralta KYSin päivystykseen Kuopioon', 'rautavaara'],
  ['Osoite Keskuskatu 1, Suonenjoki. Osastolla Kuopiossa.', 'suonenjoki'],
  ['Iisalmesta siirretty Kuopioon sairaalaan', 'iisalmi'],
  ['Käymässä sukulaisissa Varkaudessa, asuu Iisalmessa', 'iisalmi'],
  ['Kuopiolainen asiakas Iisalmen sairaalassa', kuopio],
  ['Nyt Varkaudessa hoidossa, kotipaikka Leppävirta', 'leppavirta'],
  ['Nyt asuu Leppävirralla', 'leppavirta'],
  ['asuu varkaudessa', 'varkaus'],
  ['kotoisin varkaudesta', 'varkaus'],
  ['kotikunta varkaus', 'varkaus'],
  ['Iisalmen kotihoito kysyy ateriapalvelua asiakkaalle', 'iisalmi'],
  ['Asukas palvelutalossa Joroisissa', 'joroinen'],
  ['KYS Kuopio kotikunta Kaavi', 'kaavi'],
  ['Iisalmessa asuu 90-vuotias leski', 'iisalmi'],
  ['Varkaudessa asuu tytär, asiakas Joroisissa', 'joroinen'],
];

export const whereaboutsOnly: readonly Phrase[] = [
  ['KYS Kuopio', kuopio],
  ['Kuopion yliopistollinen sairaala', kuopio],
  ['Iisalmen päivystys', 'iisalmi?'],
  ['Asiakas on Iisalmen sairaalassa', 'iisalmi?'],
  ['Varkauden terveyskeskuksen vuodeosastolla', 'varkaus?'],
  ['Potilas Siilinjärven terveysasemalla', 'siilinjarvi?'],
  ['osastolla Iisalmessa', 'iisalmi?'],
  ['Iisalmessa osastolla', 'iisalmi?'],
  ['Soitan Varkauden sairaalasta', 'varkaus?'],
  ['nyt Leppävirralla', 'leppavirta?'],
  ['tyttären luona Lapinlahdella', 'lapinlahti?'],
  ['Tytär asuu Iisalmessa', 'iisalmi?'],
  ['På sjukhuset i Idensalmi', 'iisalmi?'],
  ['Idensalmi sjukhus', 'iisalmi?'],
  ['Patienten är nu i Varkaus', 'varkaus?'],
];

export const unsettled: readonly Phrase[] = [
  ['Juankoski', juankoski],
  ['Juankoskella asuva', juankoski],
  ['asuu Juankoskella, Kuopio', juankoski],
  ['Vehmersalmelta', juankoski],
  ['Riistavedellä asuva', juankoski],
  ['Varpaisjärvellä', varpaisjarvi],
  ['Varpaisjärveltä kotoisin, Lapinlahti', 'lapinlahti'],
  ['Juankoskella, Nilsiän puolella', 'nilsia'],
  ['Vehmersalmen kautta Tuusniemelle kotiutuva', 'tuusniemi'],
];

/** A noun that is also a town: in lower case it is the noun, where nothing tells of a place. */
export const homographs: readonly Phrase[] = [
  ['Varkaudesta soitettu', 'varkaus'],
  ['Kysymys koskee Varkautta', 'varkaus'],
  ['VARKAUDESTA', 'varkaus'],
  ['asiakas varkaudesta', 'varkaus'],
  ['varkauden sairaala', 'varkaus?'],
  ['rahat kadonneet, varkaus', 'none'],
  ['ilmoitus varkaudesta tehty', 'none'],
  ['kokenut useita varkauksia', 'none'],
  ['varkauteen liittyvä asia', 'none'],
  ['varkauden takia peloissaan', 'none'],
  ['kotona tapahtunut varkaus', 'none'],
  ['tytär epäilee varkautta', 'none'],
  // a capital is taken for the town: the asker sees the guess and corrects it
  ['Varkaudesta epäilty hoitaja', 'varkaus'],
];

/** Whole messages, in the hurry that they are written in. */
export const messages: readonly Phrase[] = [
  [
    'Hei, osastolta 2204 KYS soittelen. Meillä on 86-v rouva Siilinjärveltä, kotiutumassa huomenna',
    'siilinjarvi',
  ],
  ['Moi! Kotihoidosta Varkaudesta. Asiakas 79v, Leppävirralla asuva, omaishoitaja sairastui.', 'leppavirta'],
  ['Päivystyksestä Iisalmesta hei, täällä mummo Vieremältä joka ei pärjää kotona', 'vierema'],
  ['Potilas on ollut osastolla Iisalmessa 2 vk. Kotipaikka Kiuruvesi.', 'kiuruvesi'],
  ['Mies 81 v Suonenjoki, kaatuillut', 'suonenjoki'],
  ['Nainen 77 v., Joroinen, asuu yksin.', 'joroinen'],
  ['Onko Kaavilla ateriapalvelua viikonloppuna?', 'kaavi'],
  ['Asiakas asuu Kuopiossa, Petosella', kuopio],
  ['Pitäisi saada turvapuhelin Nilsiään, poika Kuopiosta hoitaa asiaa', 'nilsia'],
  ['asiakkaan tytär soitti Kuopiosta, äiti Tuusniemellä', 'tuusniemi'],
  ['Sonkajärveltä Iisalmen sairaalaan tuotu mies kotiutuu perjantaina', 'sonkajarvi'],
  ['Siilinjärven tk osasto, potilas Maaningalta', 'maaninka'],
  ['Siilinjärven tk:n osastolla potilas, kotoisin Lapinlahdelta', 'lapinlahti'],
  ['Rautalammin terveysasemalta kysytään', 'rautalampi?'],
  ['Soittaja Pielaveden terveyskeskuksesta, asiakas Keiteleeltä', 'keitele'],
  ['asiakkaan koti on Vesannolla', 'vesanto'],
  ['Hän on muuttanut Kuopiosta Kaaville tyttären lähelle', 'kaavi'],
  ['Asunut koko ikänsä Rautavaaralla, nyt väliaikaisesti Kuopiossa', 'rautavaara'],
  ['Lääkäri Kuopion päivystyksestä: iisalmelainen nainen, ei voi kotiuttaa', 'iisalmi'],
  ['Missä on Leppävirran asiakasohjaaja', 'leppavirta'],
  ['Asiakas kotiutuu KYSistä Kuopioon', kuopio],
  ['Kotikäynti tehty Iisalmen maaseudulla', 'iisalmi'],
  ['äiti asuu iisalmessa ja tytär kuopiossa', 'iisalmi'],
  ['Asiakkaan poika asuu Varkaudessa, asiakas itse Joroisissa', 'joroinen'],
  ['rva Esimerkki, Kuopio/Nilsiä', 'nilsia'],
  ['Puijon sairaala, pot. Siilinjärvi', 'siilinjarvi'],
  ['Alavan sairaalasta kotiutuu kuopiolainen mies', kuopio],
  ['Varkauden sairaalan osasto 3, leppävirtalainen rouva', 'leppavirta'],
  ['Klienten är hemma i Varkaus men vårdas nu på sjukhus i Kuopio', 'varkaus'],
  ['Patient från Idensalmi på akuten i Kuopio', 'iisalmi'],
  ['The client lives in Iisalmi, now in hospital in Kuopio', 'iisalmi'],
  ['Varkaudessa varkaus', 'varkaus'],
  ['Asiakas epäilee varkautta, asuu Iisalmessa', 'iisalmi'],
  ['asuu yksin rivitalossa Suonenjoen keskustassa', 'suonenjoki'],
  ['asuu poikansa kanssa Pielavedellä', 'pielavesi'],
  ['Käynyt Kuopiossa silmälääkärillä, asuu Tervossa', 'tervo'],
  ['Tyttären mukaan asuu Vieremällä', 'vierema'],
  ['Leppävirran vuodeosasto soittaa: potilas Varkaudesta', 'varkaus'],
  ['Tervon kirkonkylä, 84 v mies', 'tervo'],
  // two homes may be meant: asked
  ['Hoitokoti Iisalmessa, asukas muuttanut Sonkajärveltä', 'iisalmi sonkajarvi'],
  ['silmälääkäri Kuopiossa ensi viikolla, Rautalampi', `rautalampi ${kuopio}`],
  ['Asiakas, Iisalmi. Omainen, Varkaus.', 'iisalmi varkaus'],
];

/** In a bilingual county, with other names for towns and parts of them. */
export const bilingual: readonly Phrase[] = [
  ['Asiakas asuu Espoossa', 'espoo'],
  ['Espooseen ateriapalvelu', 'espoo'],
  ['espoolaista', 'espoo'],
  ['Klienten bor i Esbo', 'espoo'],
  ['Esbos hemvård', 'espoo'],
  ['esbobo', 'espoo'],
  ['Asiakas Hangosta', 'hanko'],
  ['Hankoon', 'hanko'],
  ['asiakas hangosta', 'hanko'],
  ['en man i Hangö', 'hanko'],
  ['Inkoossa', 'inkoo'],
  ['från Ingå', 'inkoo'],
  ['hemma i Ingå', 'inkoo'],
  ['Karkkilaan', 'karkkila'],
  ['Högfors', 'karkkila'],
  ['Kauniaisissa asuva', 'kauniainen'],
  ['Kauniaisten alue', 'kauniainen'],
  ['bor i Grankulla', 'kauniainen'],
  ['Granissa', 'kauniainen'],
  ['Kirkkonummella', 'kirkkonummi'],
  ['Kirkkonummelta', 'kirkkonummi'],
  ['Kirkonummi', 'kirkkonummi'],
  ['Kyrkslätts hälsostation', 'kirkkonummi?'],
  ['Lohjalla asuva', 'lohja'],
  ['Nummi-Pusulasta', 'lohja'],
  ['bor i Lojo', 'lohja'],
  ['Raaseporissa', 'raasepori'],
  ['Tammisaaressa asuva', 'raasepori'],
  ['Karjaalla', 'raasepori'],
  ['Klienten i Ekenäs', 'raasepori'],
  ['Raseborgs sjukhus, patienten bor i Hangö', 'hanko'],
  ['Siuntioon', 'siuntio'],
  ['bosatt i Sjundeå', 'siuntio'],
  ['Vihdissä', 'vihti'],
  ['Vihtiin', 'vihti'],
  ['Nummelassa asuva', 'vihti'],
  ['i Vichtis', 'vihti'],
  // what only looks like a name
  ['Hon har inga anhöriga', 'none'],
  ['bor hemma, inga mediciner', 'none'],
  ['Kan måltider ingå i tjänsten?', 'none'],
  ['Han är den sjunde i kön', 'none'],
  ['Pihalla karjaa ja koiria', 'none'],
  ['Ikkunasta näkyi kotka', 'none'],
  ['Hanko katkesi', 'hanko'],
  ['karkkia liikaa', 'none'],
  ['suntio soitti', 'none'],
  ['kauniissa kodissa', 'none'],
];

/** Of the kind nurses write; none of them tells of a place. */
export const ordinary: readonly string[] = `
  Asiakas on 83-vuotias ja tarvitsee apua kotiin.
  Tervetuloa, miten voin auttaa?
  Hän on terve ja reipas.
  Terveyskeskus soittaa huomenna.
  Terveisin sairaanhoitaja osastolta.
  Katso kaavio liitteestä.
  Lääkekaaviossa on virhe.
  Kaaviossa näkyy kolme käyntiä.
  Täytä kaavake ja palauta se.
  Kaavan mukaan annos puolitetaan.
  Rahat vietiin, epäilen varkautta.
  Varkain otettu lääkkeitä.
  Asiakas ilmoitti varkaudesta poliisille.
  Epäillään varkauden uhriksi joutunutta.
  Varaus on tehty perjantaiksi.
  Varauksen voi perua.
  Varkaat kävivät mökillä.
  Asiakas keittelee kahvia yksin.
  Keittele itse puuroa aamuisin.
  Ruokaa ei enää keitellä kotona.
  Rautalääke aloitettu viime viikolla.
  Rautainen kaide puuttuu portaista.
  Raudanpuuteanemia todettu.
  Rautamäärä koholla verikokeessa.
  Leppäkerttu ikkunalla häiritsee häntä.
  Suonikohjut vaivaavat.
  Suonensisäinen antibiootti jatkuu.
  Suonenveto öisin.
  Karttumassa on paljon vapaita.
  Kartta löytyy intrasta.
  Kartalla näkyvät kaikki toimipisteet.
  Maaninen jakso takana.
  Maanantaina uusi arvio.
  Maaniset oireet lieventyneet.
  Kuoppia pihassa, kaatumisvaara.
  Kuopassa auton rengas.
  Vesa soitti ja kysyi ateriapalvelusta.
  Vesat pitäisi raivata pihasta.
  Viereinen huone vapaana.
  Vieressä asuva naapuri auttaa.
  Vieraili eilen kotona.
  Tunniste puuttuu lomakkeelta.
  Tuuli kaatoi puun pihatielle.
  Lapinkoira seurana.
  Lapsenlapset auttavat viikonloppuisin.
  Lahjoitus seurakunnalta.
  Kiireellinen arvio, ei selviydy yksin.
  Kiukkuinen ja levoton iltaisin.
  Pielessä jokin, ei vastaa puhelimeen.
  Siili pihalla, ei muuta.
  Siilot tyhjenivät.
  Jaro soittaa takaisin.
  Joroa vaan, ei kiirettä.
  Sonni karkasi laitumelta.
  Nilkka turvonnut, ei varaa painoa.
  Nilviäisallergia.
  Iisisti ottaa vaan.
  Iso omakotitalo maalla, yksin siellä.
  Voiko asiakas saada ateriapalvelun kahdeksi viikoksi?
  Mihin teen huoli-ilmoituksen?
  Kotihoito käy kolme kertaa päivässä.
  Omaishoitaja uupunut, tarvitaan lyhytaikaishoitoa.
  Palvelutarpeen arviointia toivotaan pikaisesti.
  Muistisairaus etenee, MMSE 18.
  Turvapuhelin lainaksi kotiutuksen ajaksi.
  Kriisipaikkaa tarvitaan tänään.
  Päivystyksessä ei hoidon tarvetta, sosiaalinen syy.
  Osastolla kaksi viikkoa lonkkamurtuman takia.
  Tytär soitti huolissaan äidistään.
  Poika asuu ulkomailla.
  Puoliso kuoli keväällä.
  Asuu yksin kerrostalossa ilman hissiä.
  Kotiutuu huomenna, kotona ei ruokaa.
  Kotikunta ei tiedossa.
  Ei asunut siellä enää.
  Kauppapalvelu ja siivous järjestettävä.
  Lääkkeet jakamatta, annosjakelu puuttuu.
  Haju asunnossa, roskat kertyneet.
  Kaatuili yöllä, ambulanssi kävi.
  Ravitsemustila heikko, laihtunut 8 kg.
  Omatoiminen pesuissa, tarvitsee apua suihkussa.
  Rollaattori ja suihkutuoli lainassa.
  Edunvalvonta vireillä.
  Mielenterveyden ongelmia ja päihdekäyttöä.
  Kotisairaala antaa antibiootin.
  Lähete fysioterapiaan tehty.
  Palveluseteli siivoukseen, tulot alle rajan.
  Veteraani, etuuksia käyttämättä.
  Onko teillä vapaita paikkoja?
  Kiitos avusta ja hyvää viikonloppua!
  Tarvitaanko lääkärinlausunto hoitotukeen?
  Saako asiakas kuljetuspalvelua?
  Koira hoidettava, kun asiakas on sairaalassa.
  Kylässä käynyt naapuri löysi lattialta.
  Pyörätuoli ei mahdu ovesta.
  Kynnyksille luiskat, saunaan kahva.
  Huolestunut naapuri soitti illalla.
  Klienten behöver hjälp hemma.
  Hon bor ensam och klarar sig inte längre.
  Patienten skrivs ut i morgon.
  Kan hon få måltidsservice i två veckor?
  Anhöriga är oroliga för henne.
  Han har fallit flera gånger hemma.
  Behöver tillfällig hemvård efter operationen.
  Var gör jag en orosanmälan?
  Trygghetstelefon behövs genast.
  Vem bedömer servicebehovet?
  Hon är på sjukhus nu.
  Var vänlig och ring mig.
  Vi har varken bil eller taxi.
  The client needs a safety phone.
  She lives alone and has fallen twice.
  `
  .trim()
  .split(/\n\s*/);
