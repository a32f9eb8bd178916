/** What is said where a message is sent to the line and where the line is searched, in Swedish. */
import type { ExtensionTexts } from '../fi/extension.ts';

export const svExtension: ExtensionTexts = {
  message: {
    title: 'Skicka till myndighetslinjen',
    masked: (what) =>
      `Vi dolde i texten: ${what}. Det syns ännu i det ursprungliga meddelandet: be skribenten ta bort det.`,
    empty:
      'Meddelandet har ingen text. Linjen tar inte emot bilagor eller bilder: skriv ärendet till appen med egna ord, utan klientens namn.',
    tooLong: (most, length) =>
      `Meddelandet har ${length} tecken, högst ${most} ryms. Kopiera det väsentliga och skriv det till appen. Inget skickades.`,
    sent: (id) => `Fråga ${id} har skickats. Du ser läget och svaret i din chatt med den här appen.`,
    discarded: 'Frågan skickades inte.',
    addApp:
      'Svaret skulle komma i din chatt med den här appen, men chatten gick inte att öppna. Lägg först till appen för dig själv (Teams: Appar, Lägg till) och välj sedan meddelandet på nytt. Inget skickades.',
  },
  search: {
    addApp:
      'Det gick inte att bekräfta att du är anställd i välfärdsområdet. Lägg först till appen för dig själv (Teams: Appar, Lägg till) och sök sedan på nytt.',
    onlyLine: 'Bara klienthandledare och chefer kan söka frågor. Anvisningar kan alla söka.',
    nothingOpen: 'Inga frågor är öppna.',
    noCases: 'Ingen öppen fråga hittades. Sök på ort, ämne, läge eller hela koden.',
    noPages: 'Ingen anvisning hittades. Pröva ett annat ord.',
    noPagesYet: 'Inga anvisningar har publicerats ännu.',
    status: {
      waiting: 'Väntar på handläggare',
      claimed: 'Under behandling',
      'asked-back': 'Mer information begärd',
      answered: 'Besvarad',
      closed: 'Avslutad',
      withdrawn: 'Återtagen',
    },
    state: 'Läge',
    holder: 'Sköts av',
    asOf: (when) => `Läget ${when}. Kortet uppdateras inte: öppna tråden.`,
    version: (subject, n) => `${subject} · version ${n}`,
  },
};
