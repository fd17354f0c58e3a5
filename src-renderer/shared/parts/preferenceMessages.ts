import { defineMessages } from '../i18n/define'

/** Words of the menus for language and theme. */
export const preferenceMessages = defineMessages('preferences', {
  de: {
    language: 'Sprache',
    theme: 'Darstellung',
    themeSystem: 'Wie das System',
    themeLight: 'Hell',
    themeDark: 'Dunkel'
  },
  en: {
    language: 'Language',
    theme: 'Appearance',
    themeSystem: 'Like the system',
    themeLight: 'Light',
    themeDark: 'Dark'
  }
})
