import { AttributeValues } from './attributeValues'
import type { Name } from './distinguishedName'
import { attributeRule, valueKey } from './schema'

/** One change of an attribute; what the journal keeps and what replay applies. */
export interface Change {
  readonly operation: 'add' | 'delete' | 'replace'
  readonly attribute: string
  readonly values: readonly string[]
}

/** One entry of the directory. Attribute names are looked up in lower case. */
export class Entry {
  private readonly attributes = new Map<string, AttributeValues>()

  constructor(
    readonly id: string,
    public name: Name
  ) {}

  names(): string[] {
    return [...this.attributes.values()].map((attribute) => attribute.name)
  }

  all(attribute: string): readonly string[] {
    return this.attributes.get(attribute.toLowerCase())?.values() ?? []
  }

  first(attribute: string): string | null {
    return this.all(attribute)[0] ?? null
  }

  has(attribute: string): boolean {
    return this.attributes.has(attribute.toLowerCase())
  }

  keys(attribute: string): Iterable<string> {
    return this.attributes.get(attribute.toLowerCase())?.keys() ?? []
  }

  hasKey(attribute: string, key: string): boolean {
    return this.attributes.get(attribute.toLowerCase())?.has(key) ?? false
  }

  hasValue(attribute: string, value: string): boolean {
    return this.hasKey(attribute, valueKey(attribute, value))
  }

  isA(objectClass: string): boolean {
    return this.hasKey('objectclass', objectClass.toLowerCase())
  }

  /** Applies a change without asking whether it is allowed. Adding what is there changes nothing. */
  apply(change: Change): void {
    const key = change.attribute.toLowerCase()
    if (change.operation === 'delete' && change.values.length === 0) {
      this.attributes.delete(key)
      return
    }
    if (change.operation === 'replace') this.attributes.delete(key)
    const attribute = this.attributes.get(key) ?? new AttributeValues(attributeRule(change.attribute).name)
    for (const value of change.values) {
      if (change.operation === 'delete') attribute.remove(valueKey(key, value))
      else attribute.add(valueKey(key, value), value)
    }
    if (attribute.isEmpty) this.attributes.delete(key)
    else this.attributes.set(key, attribute)
  }

  toAttributes(): Record<string, string[]> {
    return Object.fromEntries(
      [...this.attributes.values()].map((attribute) => [attribute.name, attribute.values()])
    )
  }

  clone(): Entry {
    const copy = new Entry(this.id, this.name)
    for (const [key, attribute] of this.attributes) copy.attributes.set(key, attribute.clone())
    return copy
  }
}
