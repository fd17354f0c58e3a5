import { roles, type Role } from '../../../src-main/contract/people'

/** Nobody's roles, each role alone and every two of them. */
export const combinations: readonly (readonly Role[])[] = [
  [],
  ...roles.map((role) => [role]),
  ...roles.flatMap((role, place) => roles.slice(place + 1).map((other) => [role, other]))
]
