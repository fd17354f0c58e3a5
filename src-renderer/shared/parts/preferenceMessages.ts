import { defineMessages } from '../i18n/define'

/** Words of the menus for language and theme. */
export const preferenceMessages = defineMessages('preferences', {
  language: { de: 'Sprache', en: 'Language' },
  theme: { de: 'Darstellung', en: 'Appearance' },
  themeSystem: { de: 'Wie das System', en: 'Like the system' },
  themeLight: { de: 'Hell', en: 'Light' },
  themeDark: { de: 'Dunkel', en: 'Dark' }
})
