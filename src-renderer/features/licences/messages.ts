import { defineMessages } from '../../shared/i18n/define'

export const licencesMessages = defineMessages('licences', {
  title: { de: 'Lizenzen', en: 'Licences' },
  text: {
    de: 'Netzwart ist freie Software und besteht zum Teil aus freier Software anderer. Hier steht, unter welchen Bedingungen sie weitergegeben wird.',
    en: 'Netzwart is free software and partly consists of free software of others. Here it says under which terms it is passed on.'
  },
  chromium: {
    de: 'Die Lizenzen von Chromium, dem Browser in Netzwart, stehen im Programmordner in der Datei LICENSES.chromium.html; alle anderen auch dort, in LICENSES.packages.txt.',
    en: 'The licences of Chromium, the browser inside Netzwart, are in the program’s folder in the file LICENSES.chromium.html; all others are there, too, in LICENSES.packages.txt.'
  },
  search: { de: 'Lizenzen durchsuchen', en: 'Search the licences' },
  count: { de: '{count} Bestandteil | {count} Bestandteile', en: '{count} part | {count} parts' },
  none: { de: 'Kein Bestandteil heißt so.', en: 'No part has that name.' },
  missing: {
    de: 'Die Liste der Lizenzen fehlt in dieser Fassung von Netzwart. Sie entsteht erst beim Bauen.',
    en: 'The list of licences is missing in this version of Netzwart. It is made by the build.'
  }
})
