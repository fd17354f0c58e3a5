/** Tells the time; handed in, so that days can pass in tests. */
export interface Clock {
  now(): Date
}
