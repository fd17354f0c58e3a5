import { Menu, type MenuItemConstructorOptions } from 'electron'
import { fill, type Language, type Text } from '../contract/language'

const texts = {
  file: { de: '&Datei', en: '&File' },
  quit: { de: '&Beenden', en: '&Quit' },
  edit: { de: '&Bearbeiten', en: '&Edit' },
  undo: { de: 'Rückgängig', en: 'Undo' },
  redo: { de: 'Wiederholen', en: 'Redo' },
  cut: { de: 'Ausschneiden', en: 'Cut' },
  copy: { de: 'Kopieren', en: 'Copy' },
  paste: { de: 'Einfügen', en: 'Paste' },
  selectAll: { de: 'Alles auswählen', en: 'Select all' },
  view: { de: '&Ansicht', en: '&View' },
  larger: { de: 'Größer', en: 'Larger' },
  smaller: { de: 'Kleiner', en: 'Smaller' },
  actualSize: { de: 'Normale Größe', en: 'Actual size' },
  fullScreen: { de: 'Vollbild', en: 'Full screen' },
  reload: { de: 'Neu laden', en: 'Reload' },
  developerTools: { de: 'Entwicklerwerkzeuge', en: 'Developer tools' }
} as const satisfies Record<string, Text>

/**
 * The menu: editing, size, quit. Everything else has its place in the window.
 *
 * @param development offers reload and developer tools; never in the packaged app
 */
export function setMenu(language: Language, development: boolean): void {
  const label = (name: keyof typeof texts): string => fill(texts[name], language)
  const template: MenuItemConstructorOptions[] = [
    { label: label('file'), submenu: [{ role: 'quit', label: label('quit') }] },
    {
      label: label('edit'),
      submenu: [
        { role: 'undo', label: label('undo') },
        { role: 'redo', label: label('redo') },
        { type: 'separator' },
        { role: 'cut', label: label('cut') },
        { role: 'copy', label: label('copy') },
        { role: 'paste', label: label('paste') },
        { role: 'selectAll', label: label('selectAll') }
      ]
    },
    {
      label: label('view'),
      submenu: [
        { role: 'zoomIn', label: label('larger') },
        { role: 'zoomOut', label: label('smaller') },
        { role: 'resetZoom', label: label('actualSize') },
        { type: 'separator' },
        { role: 'togglefullscreen', label: label('fullScreen') },
        ...(development
          ? ([
              { type: 'separator' },
              { role: 'reload', label: label('reload') },
              { role: 'toggleDevTools', label: label('developerTools') }
            ] satisfies MenuItemConstructorOptions[])
          : [])
      ]
    }
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
