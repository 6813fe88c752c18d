// Preloaded with --require: the clock of the computer stands where CLOCK says.
const stands = Date.parse(process.env.CLOCK)
const Given = Date

globalThis.Date = class extends Given {
  constructor(...args) {
    super(...(args.length === 0 ? [stands] : args))
  }

  static now() {
    return stands
  }
}
