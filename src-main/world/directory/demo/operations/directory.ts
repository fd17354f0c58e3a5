import { randomUUID } from 'node:crypto'
import type { Session } from './session'
import { generalizedTime } from '../policy/time'
import { judgeBind, judgePasswordChange, readPolicy, type PasswordPolicy } from '../policy/policy'
import { verifyPassword } from '../policy/passwords'
import { refuse, resultCodes, Refusal, type PolicyError } from '../protocol/results'
import type { Filter } from '../protocol/filter'
import type { AttributeInput, ChangeInput } from '../protocol/requests'
import { isWithin, makeName, nameKey, parseName, type Name } from '../tree/distinguishedName'
import { Entry, type Change } from '../tree/entry'
import { matches } from '../tree/matching'
import { attributeKey, attributeRule, checkRequired, checkValues, valueKey } from '../tree/schema'
import type { Tree, TreeRecord } from '../tree/tree'

export interface DirectoryOptions {
  readonly tree: Tree
  readonly baseKey: string
  /** Key of the bind account: may do everything. */
  readonly administratorKey: string
  readonly defaultPolicyKey: string
  readonly now: () => Date
  /** Called with what was just applied to the tree. */
  readonly record: (records: readonly TreeRecord[]) => void
}

/** Attributes that the server writes; the bind account may only empty those of the lockout. */
const clearable = new Set(['pwdfailuretime'])

/** What only one entry may have. */
const watchedAttributes = ['uid', 'uidnumber'] as const

/** The rules of the demo directory: who may do what, what an entry must have, what a password must be. */
export class DirectoryRules {
  constructor(private readonly options: DirectoryOptions) {}

  private get tree(): Tree {
    return this.options.tree
  }

  isAdministrator(session: Session): boolean {
    return session.user?.key === this.options.administratorKey
  }

  private demandAdministrator(session: Session): string {
    if (session.user === null) return refuse('insufficientAccessRights', 'sign in first')
    this.demandNoPendingChange(session)
    if (!this.isAdministrator(session)) refuse('insufficientAccessRights', 'no write access')
    return session.user.text
  }

  /** After a reset nothing is allowed but setting a new password. */
  demandNoPendingChange(session: Session): void {
    if (session.mustChangePassword) {
      refuse(
        'insufficientAccessRights',
        'Operations are restricted to bind/unbind/abandon/StartTLS/modify password',
        2
      )
    }
  }

  private demandEntry(name: string): Entry {
    const parsed = parseName(name)
    return this.tree.find(parsed.key) ?? refuse('noSuchObject', `no such object: ${parsed.text}`)
  }

  /** RFC 4528. @throws Refusal where the entry is not as the request takes it to be */
  demandMatch(session: Session, name: string, filter: Filter): void {
    const entry = this.demandEntry(name)
    const visible = (one: Entry, attribute: string): readonly string[] =>
      this.visible(session, one, attribute)
    if (!this.mayRead(session, entry) || !matches(entry, filter, visible))
      refuse('assertionFailed', 'the entry is another one')
  }

  private policyOf(entry: Entry): PasswordPolicy {
    const own = entry.first('pwdPolicySubentry')
    return readPolicy(this.tree.find(own === null ? this.options.defaultPolicyKey : nameKey(own)))
  }

  private commit(records: readonly TreeRecord[]): void {
    for (const record of records) this.tree.apply(record)
    this.options.record(records)
  }

  private stamp(author: string): Change[] {
    return [
      { operation: 'replace', attribute: 'modifyTimestamp', values: [generalizedTime(this.options.now())] },
      { operation: 'replace', attribute: 'modifiersName', values: [author] }
    ]
  }

  /** @throws Refusal invalidCredentials, whatever the reason: a stranger learns nothing */
  bind(name: string, password: string): { session: Session; policyError: PolicyError | null } {
    const entry = this.tree.find(parseName(name).key)
    if (!entry) return refuse('invalidCredentials', '')
    const verdict = judgeBind(entry, password, this.policyOf(entry), this.options.now())
    if (verdict.changes.length > 0) {
      this.commit([{ kind: 'change', id: entry.id, changes: verdict.changes }])
    }
    if (!verdict.granted) throw new Refusal(resultCodes.invalidCredentials, '', verdict.policyError)
    const user = { id: entry.id, key: entry.name.key, text: entry.name.text }
    return { session: { user, mustChangePassword: verdict.mustChange }, policyError: verdict.policyError }
  }

  add(session: Session, text: string, attributes: readonly AttributeInput[]): void {
    const author = this.demandAdministrator(session)
    const name = parseName(text)
    if (this.tree.find(name.key)) refuse('entryAlreadyExists', `already exists: ${name.text}`)
    if (!isWithin(name.key, this.options.baseKey) || !this.tree.find(name.parentKey)) {
      refuse('noSuchObject', `no parent for: ${name.text}`)
    }
    const now = this.options.now()
    const entry = new Entry(randomUUID(), name)
    for (const { name: attribute, values } of attributes) {
      const key = attributeKey(attribute)
      if (attributeRule(key).fixed)
        refuse('constraintViolation', `${attribute}: no user modification allowed`)
      if (entry.has(key)) refuse('attributeOrValueExists', `${attribute}: given twice`)
      if (values.length === 0) refuse('invalidAttributeSyntax', `${attribute}: no values`)
      checkValues(key, values)
      entry.apply({ operation: 'replace', attribute, values })
    }
    this.nameAttributes(entry)
    checkRequired(entry.all('objectClass'), (attribute) => entry.has(attribute))
    this.watchNames(entry, null)
    this.takePassword(entry, false, null)
    for (const change of [
      { attribute: 'createTimestamp', values: [generalizedTime(now)] },
      { attribute: 'creatorsName', values: [author] }
    ]) {
      entry.apply({ operation: 'replace', ...change })
    }
    for (const change of this.stamp(author)) entry.apply(change)
    this.commit([{ kind: 'put', id: entry.id, name: name.text, attributes: entry.toAttributes() }])
  }

  /** The attributes of the relative name belong to the entry (RFC 4511, section 4.7). */
  private nameAttributes(entry: Entry): void {
    for (const part of entry.name.levels[0] ?? []) {
      if (attributeRule(part.attribute).single && entry.has(part.attribute)) {
        if (!entry.hasValue(part.attribute, part.value)) {
          refuse('namingViolation', `value of naming attribute '${part.attribute}' is not present in entry`)
        }
      }
      entry.apply({ operation: 'add', attribute: part.attribute, values: [part.value] })
    }
  }

  /** Logins and numbers occur once in the whole directory, as with OpenLDAP's overlay `unique` (slapo-unique(5)). */
  private watchNames(entry: Entry, before: Entry | null): void {
    for (const attribute of watchedAttributes) {
      for (const key of entry.keys(attribute)) {
        if (before?.hasKey(attribute, key) === true) continue
        if (this.tree.holders(attribute, key).some(({ id }) => id !== entry.id)) {
          refuse('constraintViolation', `non-unique attributes found with (${attribute}=${key})`)
        }
      }
    }
  }

  /** A password in plain text, freshly set on the entry, becomes a hash after the policy had its say. */
  private takePassword(entry: Entry, bySelf: boolean, before: Entry | null): Change[] {
    const password = entry.first('userPassword')
    if (password === null || before?.first('userPassword') === password) return []
    const demanded = entry.first('pwdReset')
    const judged = before ?? new Entry(entry.id, entry.name)
    const changes = judgePasswordChange(
      judged,
      { password, oldPassword: null, bySelf },
      this.policyOf(entry),
      this.options.now()
    )
    // What the request itself says about pwdReset or a lock stands. As with OpenLDAP, a password that comes with a
    // new entry demands no change by itself; whoever makes the entry says so.
    const explicit = (attribute: string): boolean => {
      if (before === null) return attribute === 'pwdReset'
      if (attribute === 'pwdReset') return demanded !== before.first('pwdReset')
      return attribute === 'pwdAccountLockedTime' && entry.first(attribute) !== before.first(attribute)
    }
    const applied = changes.filter((change) => !explicit(change.attribute))
    for (const change of applied) entry.apply(change)
    return applied
  }

  modify(session: Session, text: string, inputs: readonly ChangeInput[], permissive: boolean): void {
    const entry = this.demandEntry(text)
    const bySelf = session.user?.id === entry.id
    const onlyPassword = inputs.every((input) => input.name.toLowerCase() === 'userpassword')
    if (bySelf && onlyPassword && !this.isAdministrator(session)) {
      this.changeOwnPasswordByModify(session, entry, inputs)
      return
    }
    const author = this.demandAdministrator(session)
    const copy = entry.clone()
    const changes: Change[] = []
    for (const input of inputs) {
      const change = this.checkChange(copy, input, permissive)
      if (!change) continue
      copy.apply(change)
      changes.push(change)
    }
    this.checkWhole(copy, changes)
    this.watchNames(copy, entry)
    const password = this.takePassword(copy, bySelf, entry)
    const kept =
      password.length > 0
        ? changes.filter((change) => change.attribute.toLowerCase() !== 'userpassword')
        : changes
    this.commit([{ kind: 'change', id: entry.id, changes: [...kept, ...password, ...this.stamp(author)] }])
  }

  private checkChange(entry: Entry, input: ChangeInput, permissive: boolean): Change | null {
    const key = attributeKey(input.name)
    const rule = attributeRule(key)
    if (input.operation === 'increment') return refuse('unwillingToPerform', 'increment is not supported')
    const removesAll = input.values.length === 0 && input.operation !== 'add'
    if (rule.fixed && !(clearable.has(key) && (removesAll || input.operation === 'delete'))) {
      refuse('constraintViolation', `${rule.name}: no user modification allowed`)
    }
    const change: Change = { operation: input.operation, attribute: rule.name, values: input.values }
    switch (input.operation) {
      case 'add': {
        if (input.values.length === 0) refuse('invalidAttributeSyntax', `${rule.name}: no values`)
        checkValues(key, input.values)
        const fresh = input.values.filter((value) => !entry.hasValue(key, value))
        if (fresh.length < input.values.length && !permissive) {
          refuse('attributeOrValueExists', `modify/add: ${rule.name}: value already exists`)
        }
        return fresh.length === 0 ? null : { ...change, values: fresh }
      }
      case 'replace':
        checkValues(key, input.values)
        return change
      case 'delete': {
        const present = input.values.filter((value) => entry.hasValue(key, value))
        const absent = input.values.length === 0 ? !entry.has(key) : present.length < input.values.length
        if (absent && !permissive) refuse('noSuchAttribute', `modify/delete: ${rule.name}: no such value`)
        if (input.values.length === 0) return change
        return present.length === 0 ? null : { ...change, values: present }
      }
    }
  }

  private checkWhole(entry: Entry, changes: readonly Change[]): void {
    for (const { attribute } of changes) {
      if (attributeRule(attribute).single && entry.all(attribute).length > 1) {
        refuse('constraintViolation', `${attribute}: only one value is allowed`)
      }
    }
    for (const part of entry.name.levels[0] ?? []) {
      if (!entry.hasValue(part.attribute, part.value)) {
        refuse('notAllowedOnRdn', `value of naming attribute '${part.attribute}' is not present in entry`)
      }
    }
    checkRequired(entry.all('objectClass'), (attribute) => entry.has(attribute))
  }

  /** A person's own change by Modify: the old value deleted and the new one added, or a replace. */
  private changeOwnPasswordByModify(session: Session, entry: Entry, inputs: readonly ChangeInput[]): void {
    const old = inputs.find((input) => input.operation === 'delete')?.values[0] ?? null
    const fresh = inputs.findLast((input) => input.operation !== 'delete')?.values[0]
    if (fresh === undefined) return refuse('insufficientAccessRights', 'a password cannot be removed')
    this.setPassword(session, entry, old, fresh)
  }

  /** RFC 3062. @throws Refusal when the password or the rights do not suffice */
  modifyPassword(
    session: Session,
    identity: string | null,
    oldPassword: string | null,
    newPassword: string | null
  ): void {
    if (session.user === null) return refuse('unwillingToPerform', 'sign in first')
    const name = identity === null || identity === '' ? session.user.text : identity.replace(/^dn:/i, '')
    if (newPassword === null || newPassword === '') {
      return refuse('unwillingToPerform', 'a new password has to be given; this server makes none')
    }
    const entry = this.demandEntry(name)
    if (entry.id !== session.user.id) this.demandAdministrator(session)
    this.setPassword(session, entry, oldPassword, newPassword)
  }

  private setPassword(session: Session, entry: Entry, oldPassword: string | null, password: string): void {
    const bySelf = session.user?.id === entry.id
    const changes = judgePasswordChange(
      entry,
      { password, oldPassword, bySelf },
      this.policyOf(entry),
      this.options.now()
    )
    const stamp = this.stamp(session.user?.text ?? '')
    this.commit([{ kind: 'change', id: entry.id, changes: [...changes, ...stamp] }])
    if (bySelf) session.mustChangePassword = false
  }

  rename(
    session: Session,
    text: string,
    newRdn: string,
    deleteOldRdn: boolean,
    newSuperior: string | null
  ): void {
    const author = this.demandAdministrator(session)
    const entry = this.demandEntry(text)
    if (this.tree.hasChildren(entry))
      refuse('notAllowedOnNonLeaf', 'only entries without children are renamed')
    const relative = parseName(newRdn).levels
    const parent = newSuperior === null ? entry.name.levels.slice(1) : parseName(newSuperior).levels
    if (relative.length !== 1) refuse('invalidDnSyntax', 'the new name has one level')
    const name: Name = makeName([...relative, ...parent])
    const occupant = this.tree.find(name.key)
    if (occupant && occupant !== entry) refuse('entryAlreadyExists', `already exists: ${name.text}`)
    if (!this.tree.find(name.parentKey)) refuse('noSuchObject', `no parent for: ${name.text}`)
    const fresh = relative[0] ?? []
    const changes: Change[] = []
    if (deleteOldRdn) {
      for (const { attribute, value } of entry.name.levels[0] ?? []) {
        const stays = fresh.some(
          (part) =>
            part.attribute.toLowerCase() === attribute.toLowerCase() &&
            valueKey(attribute, part.value) === valueKey(attribute, value)
        )
        if (!stays) changes.push({ operation: 'delete', attribute, values: [value] })
      }
    }
    for (const { attribute, value } of fresh) {
      changes.push({ operation: 'add', attribute: attributeRule(attribute).name, values: [value] })
    }
    const copy = entry.clone()
    copy.name = name
    for (const change of changes) copy.apply(change)
    this.checkWhole(copy, changes)
    this.watchNames(copy, entry)
    this.commit([
      { kind: 'move', id: entry.id, name: name.text, changes: [...changes, ...this.stamp(author)] }
    ])
  }

  delete(session: Session, text: string): void {
    this.demandAdministrator(session)
    const entry = this.demandEntry(text)
    if (this.tree.hasChildren(entry))
      refuse('notAllowedOnNonLeaf', 'subordinate objects must be deleted first')
    const kept = [this.options.baseKey, this.options.administratorKey, this.options.defaultPolicyKey]
    if (kept.includes(entry.name.key)) refuse('unwillingToPerform', 'the demo directory needs this entry')
    this.commit([{ kind: 'remove', id: entry.id }])
  }

  compare(session: Session, text: string, attribute: string, value: string): boolean {
    this.demandNoPendingChange(session)
    const entry = this.demandEntry(text)
    if (!this.mayRead(session, entry)) refuse('noSuchObject', 'no such object')
    if (attributeKey(attribute) === 'userpassword') {
      const stored = entry.first('userPassword')
      return stored !== null && verifyPassword(value, stored)
    }
    if (!entry.has(attribute)) refuse('noSuchAttribute', `${attribute}: no such attribute`)
    return entry.hasValue(attribute, value)
  }

  /** Ordinary users see themselves and the containers that lead there. */
  mayRead(session: Session, entry: Entry): boolean {
    if (session.user === null) return false
    if (this.isAdministrator(session) || entry.id === session.user.id) return true
    return isWithin(session.user.key, entry.name.key) && entry.name.key !== ''
  }

  /** What a searcher sees of an attribute. The hashes of passwords are for the bind account only. */
  visible(session: Session, entry: Entry, attribute: string): readonly string[] {
    switch (attribute.toLowerCase()) {
      case 'userpassword':
      case 'pwdhistory':
        return this.isAdministrator(session) ? entry.all(attribute) : []
      case 'entrydn':
        return [entry.name.text]
      case 'entryuuid':
        return [entry.id]
      case 'hassubordinates':
        return [this.tree.hasChildren(entry) ? 'TRUE' : 'FALSE']
      case 'subschemasubentry':
        return ['cn=Subschema']
      default:
        return entry.all(attribute)
    }
  }
}
