import { defineMessages } from './i18n/define'
import { textsOf } from './i18n/i18n'

const messages = defineMessages('rules', {
  'rule.P6': {
    de: 'Passwort weitergegeben oder ein fremdes benutzt',
    en: 'Passed on a password or used somebody else’s'
  },
  'rule.P9': {
    de: 'Verstoß gegen die Nutzungsordnung, der eine Sperre nach sich zieht',
    en: 'Breach of the usage rules that leads to a suspension'
  },
  'rule.P10': { de: 'Missbrauch eines einzelnen Moduls', en: 'Misuse of a single module' },
  'rule.P14': {
    de: 'Eigenes Gerät ohne Anmeldung im WLAN benutzt',
    en: 'Used a private device on the WLAN without registration'
  },
  'rule.P15': {
    de: 'Schulgerät ohne Erlaubnis oder nicht für die Schule benutzt',
    en: 'Used a school device without permission or not for school'
  },
  'rule.P17': { de: 'Fremde Software installiert oder benutzt', en: 'Installed or used foreign software' },
  'rule.P18': {
    de: 'Verbotene Inhalte, übermäßige Downloads oder umgangene Filter',
    en: 'Forbidden content, excessive downloads or circumvented filters'
  },
  'rule.P24': { de: 'E-Mail, Forum oder Messenger missbraucht', en: 'Misused e-mail, forum or messenger' },
  ruleWithText: { de: '{rule} – {text}', en: '{rule} – {text}' }
})
const t = textsOf(messages)

/** The rules whose breach can lead to a case (POLICY.md), the most frequent first. */
export const violatedRules = ['P18', 'P17', 'P15', 'P14', 'P6', 'P24', 'P10', 'P9'] as const
export type ViolatedRule = (typeof violatedRules)[number]

export function isViolatedRule(rule: string): rule is ViolatedRule {
  return violatedRules.some((known) => known === rule)
}

/** A rule by its number with what it is about; a rule of the school's own as it was written. */
export function ruleText(rule: string): string {
  return isViolatedRule(rule) ? t('ruleWithText', { rule, text: t(`rule.${rule}`) }) : rule
}
