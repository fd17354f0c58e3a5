import { connectionSchema } from '../../../src-main/contract/directory'
import { defineMessages } from '../../shared/i18n/define'
import { textsOf } from '../../shared/i18n/i18n'
import type { FieldLooks, StatementLooks } from '../../shared/looks'
import { sentence } from '../../shared/statements'

/** What an entry says, in one sentence. `.withheld` where names and contents are not to be seen. */
const messages = defineMessages('setupStatements', {
  connection: {
    de: '{who} hat die Verbindung zum Verzeichnis festgelegt: {url}, {base}.',
    en: '{who} set the connection to the directory: {url}, {base}.'
  },
  'connection.withheld': {
    de: '{who} hat die Verbindung zum Verzeichnis festgelegt.',
    en: '{who} set the connection to the directory.'
  }
})
const t = textsOf(messages)

/** How the journal shows the fields of what is said here. */
export const fields: FieldLooks = {
  connection: {
    label: { de: 'Server, Dienstkonto, Basis', en: 'Server, bind account, base' },
    values(value) {
      const connection = connectionSchema.safeParse(value)
      if (!connection.success) return null
      const { url, bindDn, baseDn } = connection.data
      return [url, bindDn, baseDn]
    }
  }
}

/** How the journal shows what is said here. */
export const statements: StatementLooks = {
  'connection.changed': {
    icon: 'i-lucide-plug-zap',
    area: 'upkeep',
    order: 20,
    sentence: sentence('connection.changed', (who, _body, payload) =>
      payload === null
        ? t('connection.withheld', { who })
        : t('connection', { who, url: payload.connection.url, base: payload.connection.baseDn })
    )
  }
}
