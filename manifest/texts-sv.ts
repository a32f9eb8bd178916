/** What Teams shows of the app before anybody opens it, in Swedish. */
import type { AppTexts } from './texts-fi.ts';

export const svTexts: AppTexts = {
  name: 'Myndighetslinjen',
  brief: 'Fråga klienthandledningen i Teams. Handledaren i rätt område svarar.',
  full: `Den anställdas direkta kontakt till klienthandledningen, där du redan arbetar.

Skriv vad din klient behöver. Boten tar reda på vilket områdes klienthandledare frågan hör till och ger svaret i samma chatt. På ett enda kort ser du hela tiden hur ärendet framskrider.

• Be om råd, tillfällig service eller en bedömning av servicebehovet.
• Gör en orosanmälan.
• Skicka ett Teams-meddelande till linjen från meddelandets egen meny.
• Läs anvisningar, beviljandegrunder och beslutsmallar på fliken Linjen.
• Klienthandledarna sköter frågorna i sitt områdes kanal, och cheferna ser hur linjen fungerar.

Appen är till för välfärdsområdets egna anställda, inte för klienter eller närstående. Skriv inte klientens namn, adress eller personbeteckning i meddelandet. Vid livsfara, ring 112.`,
  tab: 'Linjen',
  commands: {
    ask: { title: 'Fråga', description: 'Öppnar en ny fråga' },
    concern: { title: 'Orosanmälan', description: 'Öppnar menyn där du gör en orosanmälan' },
    'my-questions': { title: 'Mina frågor', description: 'Vad du har frågat och hur ärendet framskrider' },
    help: { title: 'Hjälp', description: 'Vad man kan fråga linjen, hur och när' },
    menu: { title: 'Meny', description: 'Vad man kan göra här' },
    'my-cases': { title: 'Mina ärenden', description: 'För klienthandledare: ärenden som du sköter nu' },
    record: {
      title: 'Anteckna',
      description: 'För klienthandledare: anteckna ett samtal eller en annan kontakt',
    },
    people: { title: 'Personer', description: 'För chefer: vem som svarar på linjen och i vilket område' },
    channels: { title: 'Kanaler', description: 'För chefer: vilket område som är kopplat till vilken kanal' },
    setup: { title: 'Ibruktagning', description: 'För chefer: kanaler, handledare och testfrågor i skick' },
  },
  sendToLine: {
    title: 'Skicka till myndighetslinjen',
    description: 'Gör meddelandet till en fråga till klienthandledarna',
  },
  searchCases: {
    title: 'Sök frågor',
    description: 'För klienthandledare: hitta en fråga och lägg in dess kort i ett meddelande',
  },
  searchInstructions: {
    title: 'Sök anvisningar',
    description: 'Hitta en anvisning eller beslutsmall och lägg in dess kort i ett meddelande',
  },
  query: { title: 'Sök', cases: 'Ort, ämne, läge eller frågans kod', instructions: 'Ett ord ur anvisningen' },
};
