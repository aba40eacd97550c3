@testable import Interface

/// TOML as tests write and print it.
enum TOMLText {
  static func read(_ text: String) throws(TOMLError) -> TOML.Table {
    try TOML.read(text.utf8, file: "t.toml")
  }

  /// Why `bytes` are not read; nil where they are.
  static func error(in bytes: some Sequence<UInt8>) -> TOMLError? {
    do {
      _ = try TOML.read(bytes, file: "t.toml")
      return nil
    } catch {
      return error
    }
  }

  /// A table written on one line, keys in the order of the file.
  static func printed(_ table: TOML.Table) -> String {
    "{" + table.entries.map { "\($0.key.name)=\(printed($0.value))" }.joined(separator: " ") + "}"
  }

  static func printed(_ value: TOML.Value) -> String {
    switch value.content {
    case .string(let string): "'\(string)'"
    case .integer(let number): "\(number)"
    case .float(let number): "\(number)"
    case .boolean(let flag): "\(flag)"
    case .dateTime(let dateTime): printed(dateTime)
    case .date(let date): printed(date)
    case .time(let time): printed(time)
    case .array(let values): "[" + values.map(printed).joined(separator: " ") + "]"
    case .table(let table): printed(table)
    }
  }

  /// A date and a time as RFC 3339 writes them.
  static func printed(_ dateTime: TOML.DateTime) -> String {
    let offset = dateTime.offset.map { minutes in
      let sign = minutes < 0 ? "-" : "+"
      return minutes == 0
        ? "Z" : sign + padded(abs(minutes) / 60, 2) + ":" + padded(abs(minutes) % 60, 2)
    }
    return printed(dateTime.date) + "T" + printed(dateTime.time) + (offset ?? "")
  }

  static func printed(_ date: TOML.Date) -> String {
    padded(date.year, 4) + "-" + padded(date.month, 2) + "-" + padded(date.day, 2)
  }

  /// A time, with as many digits of a second as it needs.
  static func printed(_ time: TOML.Time) -> String {
    var fraction = "." + padded(time.nanosecond, 9)
    while fraction.last == "0" { fraction.removeLast() }
    let parts = [time.hour, time.minute, time.second].map { padded($0, 2) }
    return parts.joined(separator: ":") + (fraction == "." ? "" : fraction)
  }

  private static func padded(_ number: Int, _ count: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, count - digits.count)) + digits
  }
}
