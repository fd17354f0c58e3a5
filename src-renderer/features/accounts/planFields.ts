import { membershipsSchema, type PersonKind, type Suspension } from '../../../src-main/contract/accounts'
import { accountFieldNames, fieldWord } from '../../../src-main/contract/fields'
import type { Text } from '../../../src-main/contract/language'
import type { Image } from '../../../src-main/contract/plan'
import { dayOf, formatDay } from '../../shared/i18n/format'
import { currentLanguage, textsOf } from '../../shared/i18n/i18n'
import { commonMessages } from '../../shared/i18n/messages'
import type { ImageField } from '../../shared/planLooks'

const common = textsOf(commonMessages)

const withoutClass: Text = { de: 'ohne Klasse', en: 'without class' }
const free: Text = { de: 'nicht gesperrt', en: 'not suspended' }
const forever: Text = { de: 'gesperrt', en: 'suspended' }
const until: Text = { de: 'gesperrt, frei ab ', en: 'suspended, free from ' }

/** The fields that say most about a change, for one line. */
const telling = ['displayName', 'suspension', 'classes', 'groups', 'login', 'schoolId', 'leaverSince']

function suspensionText(value: Suspension): string {
  const language = currentLanguage()
  switch (value.kind) {
    case 'none':
      return free[language]
    case 'forever':
      return forever[language]
    case 'until':
      return until[language] + formatDay(dayOf(new Date(value.until)), language)
  }
}

/** Of the groups that the step is about, those that the person is in; an image that is none of ours says nothing. */
function heldGroups(value: Image[string]): string {
  const memberships = membershipsSchema.safeParse(value)
  const held = (memberships.data ?? []).filter(({ member }) => member).map(({ group }) => group)
  return held.join(', ')
}

const written: Readonly<Record<string, Pick<ImageField, 'text' | 'inLine'>>> = {
  suspension: {
    text: (value) => suspensionText(value as Suspension),
    inLine: (value) =>
      value == null || (value as Suspension).kind === 'none' ? '' : suspensionText(value as Suspension)
  },
  classes: {
    inLine: (value) =>
      Array.isArray(value) && value.length > 0
        ? value.map(String).join(', ')
        : withoutClass[currentLanguage()]
  },
  kind: { text: (value) => common(`kind.${value as PersonKind}`) },
  memberships: { text: heldGroups }
}

function accountField(name: string): ImageField {
  const place = telling.indexOf(name)
  return {
    label: () => fieldWord(name, currentLanguage()),
    ...written[name],
    ...(place < 0 ? {} : { telling: place })
  }
}

/** Fields of accounts, then those of steps that are about a class or a container. */
export const planFields: Readonly<Record<string, ImageField>> = {
  ...Object.fromEntries(accountFieldNames.map((name) => [name, accountField(name)])),
  name: { label: () => ({ de: 'Klasse', en: 'Class' })[currentLanguage()] },
  dn: {
    label: () => ({ de: 'Ort im Verzeichnis', en: 'Place in the directory' })[currentLanguage()],
    telling: telling.length
  }
}
