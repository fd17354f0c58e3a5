import { isWithin, parseName, type Name } from './distinguishedName'
import { Entry, type Change } from './entry'
import { indexedAttributes, valueKey, type IndexedAttribute } from './schema'
import type { Filter } from '../protocol/filter'
import type { Scope } from '../protocol/requests'

/** What happened to the tree, as the journal keeps it. Applying it twice is the same as applying it once. */
export type TreeRecord =
  | { kind: 'put'; id: string; name: string; attributes: Readonly<Record<string, readonly string[]>> }
  | { kind: 'change'; id: string; changes: readonly Change[] }
  | { kind: 'move'; id: string; name: string; changes: readonly Change[] }
  | { kind: 'remove'; id: string }

const indexed: ReadonlySet<string> = new Set(indexedAttributes)

/** The entries of the demo directory in memory, with indexes. Knows no rules; `operations/` does. */
export class Tree {
  private readonly byId = new Map<string, Entry>()
  private readonly byName = new Map<string, Entry>()
  private readonly children = new Map<string, Set<Entry>>()
  private readonly index = new Map<string, Map<string, Set<Entry>>>()

  get size(): number {
    return this.byId.size
  }

  entries(): Iterable<Entry> {
    return this.byId.values()
  }

  find(nameKey: string): Entry | null {
    return this.byName.get(nameKey) ?? null
  }

  findById(id: string): Entry | null {
    return this.byId.get(id) ?? null
  }

  hasChildren(entry: Entry): boolean {
    return (this.children.get(entry.name.key)?.size ?? 0) > 0
  }

  apply(record: TreeRecord): void {
    switch (record.kind) {
      case 'put': {
        this.remove(record.id)
        const entry = new Entry(record.id, parseName(record.name))
        for (const [attribute, values] of Object.entries(record.attributes)) {
          entry.apply({ operation: 'replace', attribute, values })
        }
        this.byId.set(entry.id, entry)
        this.place(entry, entry.name)
        for (const attribute of indexed) this.indexValues(entry, attribute, entry.keys(attribute), true)
        return
      }
      case 'remove':
        this.remove(record.id)
        return
      case 'change':
        this.change(this.byId.get(record.id), record.changes)
        return
      case 'move': {
        const entry = this.byId.get(record.id)
        if (entry) this.place(entry, parseName(record.name))
        this.change(entry, record.changes)
      }
    }
  }

  private change(entry: Entry | undefined, changes: readonly Change[]): void {
    if (!entry) return
    for (const change of changes) {
      const attribute = change.attribute.toLowerCase()
      if (!indexed.has(attribute)) {
        entry.apply(change)
        continue
      }
      // Only the values of the change itself are touched: a group of a thousand members stays cheap.
      const whole = change.operation === 'replace' || change.values.length === 0
      const touched = change.values.map((value) => valueKey(attribute, value))
      this.indexValues(entry, attribute, whole ? [...entry.keys(attribute)] : touched, false)
      entry.apply(change)
      const after = whole ? entry.keys(attribute) : touched.filter((key) => entry.hasKey(attribute, key))
      this.indexValues(entry, attribute, after, true)
    }
  }

  private remove(id: string): void {
    const entry = this.byId.get(id)
    if (!entry) return
    for (const attribute of indexed) this.indexValues(entry, attribute, entry.keys(attribute), false)
    this.byId.delete(id)
    this.byName.delete(entry.name.key)
    this.children.get(entry.name.parentKey)?.delete(entry)
  }

  private place(entry: Entry, name: Name): void {
    if (this.byName.get(entry.name.key) === entry) this.byName.delete(entry.name.key)
    this.children.get(entry.name.parentKey)?.delete(entry)
    entry.name = name
    this.byName.set(name.key, entry)
    const siblings = this.children.get(name.parentKey) ?? new Set()
    siblings.add(entry)
    this.children.set(name.parentKey, siblings)
  }

  /** Entries that have this value (as `valueKey` gives it) of an indexed attribute. */
  holders(attribute: IndexedAttribute, key: string): Entry[] {
    return [...(this.index.get(attribute)?.get(key) ?? [])]
  }

  private indexValues(entry: Entry, attribute: string, keys: Iterable<string>, present: boolean): void {
    let values = this.index.get(attribute)
    if (!values) {
      values = new Map()
      this.index.set(attribute, values)
    }
    for (const key of keys) {
      const found = values.get(key)
      if (present) {
        if (found) found.add(entry)
        else values.set(key, new Set([entry]))
      } else if (found) {
        found.delete(entry)
        if (found.size === 0) values.delete(key)
      }
    }
  }

  /** Entries among which everything that matches is found; null: the filter helps nothing. */
  private candidates(filter: Filter): ReadonlySet<Entry> | null {
    switch (filter.kind) {
      case 'equal': {
        const attribute = filter.attribute.toLowerCase()
        if (attribute === 'entryuuid') {
          // The id is the entry's own name here, not one of its attributes, so no index holds it.
          const entry = this.byId.get(filter.value.toLowerCase())
          return new Set(entry === undefined ? [] : [entry])
        }
        if (!indexed.has(attribute)) return null
        return this.index.get(attribute)?.get(valueKey(attribute, filter.value)) ?? new Set()
      }
      case 'and': {
        let best: ReadonlySet<Entry> | null = null
        for (const part of filter.parts) {
          const found = this.candidates(part)
          if (found && (best === null || found.size < best.size)) best = found
        }
        return best
      }
      case 'or': {
        const union = new Set<Entry>()
        for (const part of filter.parts) {
          const found = this.candidates(part)
          if (found === null) return null
          for (const entry of found) union.add(entry)
        }
        return union
      }
      case 'not':
      case 'greaterOrEqual':
      case 'lessOrEqual':
      case 'present':
      case 'substrings':
      case 'undefined':
        return null
    }
  }

  /** Entries in scope that may match the filter; the caller still has to test each. */
  *inScope(base: Entry, scope: Scope, filter: Filter): Generator<Entry> {
    if (scope === 'base') {
      yield base
      return
    }
    const candidates = this.candidates(filter)
    if (scope === 'one') {
      const children = this.children.get(base.name.key) ?? new Set<Entry>()
      const fewer = candidates && candidates.size < children.size ? candidates : children
      for (const entry of fewer) if (entry.name.parentKey === base.name.key) yield entry
      return
    }
    for (const entry of candidates ?? this.byId.values()) {
      if (isWithin(entry.name.key, base.name.key)) yield entry
    }
  }
}
