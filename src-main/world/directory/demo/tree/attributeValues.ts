/**
 * The values of one attribute by what makes them equal, in the order in which they came. Nearly all attributes
 * have one value: only the others get a map, which keeps a school of thirty thousand small.
 */
export class AttributeValues {
  private key: string | null = null
  private value = ''
  private many: Map<string, string> | null = null

  constructor(readonly name: string) {}

  get isEmpty(): boolean {
    return this.many ? this.many.size === 0 : this.key === null
  }

  has(key: string): boolean {
    return this.many ? this.many.has(key) : this.key === key
  }

  /** The first value that came with a key stays. */
  add(key: string, value: string): void {
    if (this.has(key)) return
    if (this.many) {
      this.many.set(key, value)
    } else if (this.key === null) {
      this.key = key
      // Most keys equal their value: then one text serves both.
      this.value = key === value ? key : value
    } else {
      this.many = new Map([
        [this.key, this.value],
        [key, value]
      ])
    }
  }

  remove(key: string): void {
    if (this.many) this.many.delete(key)
    else if (this.key === key) this.key = null
  }

  keys(): Iterable<string> {
    if (this.many) return this.many.keys()
    return this.key === null ? [] : [this.key]
  }

  values(): string[] {
    if (this.many) return [...this.many.values()]
    return this.key === null ? [] : [this.value]
  }

  clone(): AttributeValues {
    const copy = new AttributeValues(this.name)
    copy.key = this.key
    copy.value = this.value
    copy.many = this.many && new Map(this.many)
    return copy
  }
}
