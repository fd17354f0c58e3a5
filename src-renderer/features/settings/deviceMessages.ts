import { defineMessages } from '../../shared/i18n/define'

export const deviceMessages = defineMessages('schoolDevices', {
  text: {
    de: 'Welche Geräte der Schule gehören und welche privat sind. Manche Suchregeln fragen danach, zum Beispiel die nach einer Anmeldung bei Nacht; ohne diese Angaben finden sie nichts.',
    en: 'Which devices belong to the school and which are private. Some log rules ask for it, for example the one about a sign-in at night; without it they find nothing.'
  },
  noneTitle: { de: 'Noch keine Geräte', en: 'No devices yet' },
  noneText: {
    de: 'Tragen Sie ein, woran man die Computerräume und das WLAN erkennt.',
    en: 'Enter how the computer rooms and the WLAN are recognised.'
  },
  add: { de: 'Geräte eintragen', en: 'Enter devices' },
  remove: { de: '{name} entfernen', en: 'Remove {name}' },
  entry: { de: 'Geräte {number}', en: 'Devices {number}' },
  name: { de: 'Name', en: 'Name' },
  nameHint: { de: 'Zum Beispiel „Computerraum 2“.', en: 'For example “Computer room 2”.' },
  nameMissing: { de: 'Geben Sie einen Namen ein.', en: 'Enter a name.' },
  what: { de: 'Was für Geräte', en: 'What devices' },
  'what.pupils': {
    de: 'Geräte der Schule für Schülerinnen und Schüler',
    en: 'Devices of the school for pupils'
  },
  'what.staff': { de: 'Geräte der Schule für das Personal', en: 'Devices of the school for the staff' },
  'what.school': { de: 'Geräte der Schule für alle', en: 'Devices of the school for everybody' },
  'what.private': { de: 'Private Geräte', en: 'Private devices' },
  places: { de: 'Woran man sie in Protokollen erkennt', en: 'How logs show them' },
  placesHint: {
    de: 'Je Zeile ein Netz (10.20.2.0/24), eine Adresse, ein Rechnername oder eine MAC-Adresse; bei diesen beiden steht * für beliebige Zeichen (PC2-*). Der Name gilt vor der Adresse.',
    en: 'One a line: a network (10.20.2.0/24), an address, the name of a computer or a MAC address; in these two * stands for any characters (PC2-*). The name counts before the address.'
  },
  placesMissing: {
    de: 'Geben Sie 1 bis 50 Zeilen ein, jede mit einem Netz (10.20.2.0/24), einer Adresse, einem Rechnernamen oder einer MAC-Adresse. Ein Bereich (10.20.2.1-10.20.2.50) und eine Netzmaske (255.255.255.0) sind keine.',
    en: 'Enter 1 to 50 lines, each with a network (10.20.2.0/24), an address, the name of a computer or a MAC address. A range (10.20.2.1-10.20.2.50) and a netmask (255.255.255.0) are none.'
  }
})
