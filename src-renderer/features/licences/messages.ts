import { defineMessages } from '../../shared/i18n/define'

export const licencesMessages = defineMessages('licences', {
  de: {
    title: 'Lizenzen',
    text: 'Netzwart ist freie Software und besteht zum Teil aus freier Software anderer. Hier steht, unter welchen Bedingungen sie weitergegeben wird.',
    chromium:
      'Die Lizenzen von Chromium, dem Browser in Netzwart, stehen im Programmordner in der Datei LICENSES.chromium.html; alle anderen auch dort, in LICENSES.packages.txt.',
    search: 'Lizenzen durchsuchen',
    count: '{count} Bestandteil | {count} Bestandteile',
    none: 'Kein Bestandteil heißt so.',
    missing: 'Die Liste der Lizenzen fehlt in dieser Fassung von Netzwart. Sie entsteht erst beim Bauen.'
  },
  en: {
    title: 'Licences',
    text: 'Netzwart is free software and partly consists of free software of others. Here it says under which terms it is passed on.',
    chromium:
      'The licences of Chromium, the browser inside Netzwart, are in the program’s folder in the file LICENSES.chromium.html; all others are there, too, in LICENSES.packages.txt.',
    search: 'Search the licences',
    count: '{count} part | {count} parts',
    none: 'No part has that name.',
    missing: 'The list of licences is missing in this version of Netzwart. It is made by the build.'
  }
})
