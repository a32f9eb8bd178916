/** What askers are asked of the line afterwards, in Finnish: the measure of the other languages. */
export const fiFeedback = {
  heading: 'Mitä pidit?',
  score: 'Kuinka todennäköisesti suosittelet linjaa työkaverillesi? (0 = en lainkaan, 10 = erittäin)',
  anonymous: 'Vastaus on nimetön: siitä jäävät vain lukumäärät. Kysymme korkeintaan kerran viikossa.',
  statement: { helped: 'Sain apua, kun sitä tarvitsin', clear: 'Sain ymmärrettävää tietoa' },
  agreement: {
    1: 'Täysin eri mieltä',
    2: 'Jokseenkin eri mieltä',
    3: 'En samaa enkä eri mieltä',
    4: 'Jokseenkin samaa mieltä',
    5: 'Täysin samaa mieltä',
    unsure: 'En osaa sanoa',
  },
  choose: 'Valitse 0–10',
  send: 'Lähetä palaute',
  thanks: 'Kiitos palautteesta!',
  refused: {
    'already-given': 'Olet jo antanut palautetta tällä viikolla. Kiitos!',
    'turned-off': 'Palautetta ei nyt kerätä.',
    'not-yours': 'Palautteen voi antaa omasta valmiista kysymyksestä.',
  },
};

export type FeedbackTexts = typeof fiFeedback;
