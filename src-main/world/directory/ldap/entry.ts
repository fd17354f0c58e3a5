/**
 * An entry as a search gave it. Attribute names are asked for in lower case. Values stay bytes until
 * somebody asks for them: decoding everything at once is what makes reading a whole school slow.
 */
export class LdapEntry {
  readonly dn: string
  readonly #buffer: Buffer
  /** Start and end of each value in the buffer, by lower-case attribute name. */
  readonly #values: ReadonlyMap<string, readonly number[]>

  constructor(dn: string, buffer: Buffer, values: ReadonlyMap<string, readonly number[]>) {
    this.dn = dn
    this.#buffer = buffer
    this.#values = values
  }

  /** Names of the attributes in the answer, lower case. */
  get attributes(): readonly string[] {
    return [...this.#values.keys()]
  }

  has(attribute: string): boolean {
    return this.#values.has(attribute)
  }

  /** The first value as text, undefined where there is none. */
  first(attribute: string): string | undefined {
    const offsets = this.#values.get(attribute)
    return offsets === undefined || offsets.length === 0
      ? undefined
      : this.#buffer.toString('utf8', offsets[0], offsets[1])
  }

  /** All values as text, empty where there are none. */
  all(attribute: string): string[] {
    const offsets = this.#values.get(attribute)
    if (offsets === undefined) return []
    const values: string[] = []
    for (let index = 0; index < offsets.length; index += 2) {
      values.push(this.#buffer.toString('utf8', offsets[index], offsets[index + 1]))
    }
    return values
  }

  /** The first value as a copy of its bytes, undefined where there is none. */
  bytes(attribute: string): Buffer | undefined {
    const offsets = this.#values.get(attribute)
    return offsets === undefined || offsets.length === 0
      ? undefined
      : Buffer.from(this.#buffer.subarray(offsets[0], offsets[1]))
  }
}
