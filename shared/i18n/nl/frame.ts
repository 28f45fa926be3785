import type { frame as english } from '../en/frame.ts'
import type { Messages } from '../messages.ts'

export const frame = {
  navigation: { label: 'Schermen', customers: 'Klanten', plan: 'Plannen', data: 'Gegevens', settings: 'Instellingen' },
  skip: 'Direct naar de inhoud',
  loading: 'Een ogenblik …',
  about: 'ongeveer {{amount}}',
  aboutWord: 'ongeveer',
  exactly: 'precies {{amount}}',
  estimate: 'schatting',
  range: 'waarschijnlijk {{low}} tot {{high}}',
  rangeSame: 'waarschijnlijk {{amount}}',
  rangeNothing: 'waarschijnlijk niets',
  explain: 'Hoe is dit berekend?',
  close: 'Sluiten',
  tryAgain: 'Probeer het nog eens',
  choose: 'Kies …',
  clearSearch: 'Maak het zoekveld leeg',
  notices: 'Berichten',
  sample: {
    text: 'Dit is een voorbeeldwinkel. Niets hierin is van jou, en wat je hier doet raakt je eigen winkel niet.',
    leave: 'Terug naar je eigen winkel',
  },
  engine: {
    restarting: 'Het deel van Stamgast dat je gegevens bewaart is gestopt en wordt opnieuw gestart. Wat bewaard was is veilig.',
    stopped: 'Het deel van Stamgast dat je gegevens bewaart start niet meer. Wat bewaard was is veilig. Sluit Stamgast en open het opnieuw.',
  },
  failed: { title: 'Dit kon niet getoond worden' },
  crash: {
    title: 'Dit venster is vastgelopen',
    text: 'Er ging iets mis bij het tonen van dit scherm. Wat bewaard was is veilig. Open het venster opnieuw om verder te gaan.',
    reload: 'Open het venster opnieuw',
    logs: 'Toon de logbestanden',
  },
  aboutBox: {
    title: 'Over Stamgast',
    version: 'Versie {{version}}',
    offline: 'Stamgast maakt geen verbinding met internet. Je verkopen blijven op deze computer.',
    standIn: 'Dit venster is een vervanger van Electron {{electron}}, bedoeld om te testen.',
    electron: 'Electron {{electron}}',
    logs: 'Toon de logbestanden',
  },
  saved: 'De pagina is bewaard als PDF.',
  chart: { asTable: 'Toon als tabel', asChart: 'Toon als grafiek' },
  table: { loadingRow: 'Laden …' },
  bar: {
    label: 'Tot nu toe {{soFar}}, verwacht {{expected}}',
    labelRange: 'Tot nu toe {{soFar}}, verwacht {{expected}}, waarschijnlijk {{low}} tot {{high}}',
    labelSoFar: 'Tot nu toe {{soFar}}',
  },
} satisfies Messages<typeof english>
