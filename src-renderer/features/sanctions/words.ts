import type { CasePreview, CaseState, CaseSummary } from '../../../src-main/contract/sanctions'
import { daysBetween } from '../../shared/i18n/format'
import { formats } from '../../shared/i18n/formats'
import { textsOf } from '../../shared/i18n/i18n'
import { moduleName } from '../../shared/measures'
import { caseWordMessages } from './messages/words'

const t = textsOf(caseWordMessages)

type Effect = CasePreview['effects'][number]

/** What carrying the measure out changes. */
export function effectText({ measure, group, modules, idle }: Effect): string {
  if (measure.kind === 'warning') return t('effectWarning')
  if (idle) return t('effectIdle')
  if (measure.kind === 'suspension') {
    return modules.length === 0
      ? t('effectSuspension')
      : t('effectSuspensionModules', { modules: listOf(modules) })
  }
  return t('effectRefusal', { module: moduleName(measure.module), group })
}

/** Who ends it, and what that takes; empty: there is nothing to end. */
export function endText({ measure, modules, endsBy }: Effect): string {
  if (measure.kind === 'warning') return ''
  if (measure.until === null || endsBy === 'nobody') return t('endsByNobody')
  const day = formats.day(measure.until)
  if (endsBy === 'app') return t('endsByApp', { day })
  return modules.length === 0 ? t('endsByDirectory', { day }) : t('endsByDirectoryAndApp', { day })
}

/** What lifting the measure changes. */
export function liftText({ measure, group, modules, idle }: Effect): string {
  if (measure.kind === 'warning') return t('liftWarning')
  if (idle) return t('effectIdle')
  if (measure.kind === 'moduleRefusal') {
    return t('liftRefusal', { module: moduleName(measure.module), group })
  }
  return modules.length === 0 ? t('liftSuspension') : t('liftSuspensionModules', { modules: listOf(modules) })
}

/** What happens to one account, in words; `groups` are named below where they are several. */
interface TouchedAccount {
  /** `Kim Beispiel (k.beispiel, 7b)` */
  readonly who: string
  readonly changes: readonly { readonly text: string; readonly groups: readonly string[] }[]
}

/**
 * What the steps of a plan do, account by account: every step is in it, and groups of the same kind stand together so that
 * a person's name is read once and not with each of twelve groups.
 */
export function touchedAccounts(touches: CasePreview['touches']): readonly TouchedAccount[] {
  return [...new Set(touches.map(({ login }) => login))].map((account) => {
    const own = touches.filter(({ login }) => login === account)
    const [there, away] = [own.filter(({ gone }) => !gone), own.filter(({ gone }) => gone)]
    return {
      who: whoIs(own),
      changes: [
        ...[...new Set(there.map(({ kind }) => kind))].map((kind) => change(there, kind)),
        ...(away.length === 0 ? [] : [{ text: t('touchGone'), groups: away.map(({ group }) => group) }])
      ]
    }
  })
}

function change(
  own: CasePreview['touches'],
  kind: CasePreview['touches'][number]['kind']
): TouchedAccount['changes'][number] {
  const groups = own.filter((touch) => touch.kind === kind).map(({ group }) => group)
  const [group = ''] = groups
  return kind === 'suspend' || kind === 'free' || groups.length === 1
    ? { text: t(`touch.${kind}`, { group }), groups: [] }
    : { text: t(`touch.${kind}s`, { count: groups.length }), groups }
}

function whoIs([first]: CasePreview['touches']): string {
  if (first === undefined) return ''
  const { name, login, schoolClass } = first
  return `${name} (${schoolClass === '' ? login : `${login}, ${schoolClass}`})`
}

function listOf(modules: Effect['modules']): string {
  return modules.map(moduleName).join(', ')
}

export function stateText(state: CaseState): string {
  return t(`state.${state}`)
}

export function fullName({ names }: CaseSummary['person']): string {
  return `${names.givenName} ${names.familyName}`.trim()
}

/** `Anna Beispiel, 8b`. */
export function personText(person: CaseSummary['person']): string {
  return person.schoolClass === '' ? fullName(person) : `${fullName(person)}, ${person.schoolClass}`
}

/** `seit 3 Tagen`. */
export function sinceText(instant: string, now = new Date()): string {
  const days = daysBetween(new Date(instant), now)
  return days <= 0 ? t('today') : t('daysAgo', { count: days })
}

/** Whether a deadline has passed, comes within three days, or is still far. */
export function urgencyOf(deadline: string, now = new Date()): 'over' | 'soon' | 'later' {
  if (new Date(deadline) < now) return 'over'
  return daysBetween(now, new Date(deadline)) <= 3 ? 'soon' : 'later'
}
