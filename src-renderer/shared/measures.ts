import { moduleNames, type ModuleId } from '../../src-main/contract/modules'
import type { Measure } from '../../src-main/contract/sanctions'
import { formats } from './i18n/formats'
import { currentLanguage, textsOf } from './i18n/i18n'
import { measureMessages } from './measureMessages'

const t = textsOf(measureMessages)

export function moduleName(module: ModuleId): string {
  return moduleNames[module][currentLanguage()]
}

/** `WLAN entzogen, frei ab 03.12.2026`. */
export function measureText(measure: Measure): string {
  switch (measure.kind) {
    case 'warning':
      return t('warning')
    case 'suspension':
      return measure.until === null
        ? t('suspensionForGood')
        : t('suspensionUntil', { day: formats.day(measure.until) })
    case 'moduleRefusal': {
      const module = moduleName(measure.module)
      return measure.until === null
        ? t('refusalForGood', { module })
        : t('refusalUntil', { module, day: formats.day(measure.until) })
    }
  }
}

/** All measures in one line. */
export function measuresText(measures: readonly Measure[]): string {
  return measures.map(measureText).join(' · ')
}
