extension TOML {
  /// A day of the Gregorian calendar.
  package struct Date: Hashable, Sendable {
    /// The year, 0 to 9999.
    package var year: Int
    /// The month, 1 to 12.
    package var month: Int
    /// The day of the month, from 1.
    package var day: Int

    /// Whether the calendar has such a day.
    var exists: Bool {
      guard (1...12).contains(month) else { return false }
      let isLeapYear = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let days = [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      return (1...days[month - 1]).contains(day)
    }
  }

  /// A time of day.
  package struct Time: Hashable, Sendable {
    /// The hour, 0 to 23.
    package var hour: Int
    /// The minute, 0 to 59.
    package var minute: Int
    /// The second, 0 to 60: RFC 3339 has leap seconds.
    package var second: Int
    /// The billionth parts of a second; further digits are dropped, as TOML asks, not rounded.
    package var nanosecond: Int

    /// Whether a clock can show it.
    var exists: Bool { hour < 24 && minute < 60 && second <= 60 }
  }

  /// A day and a time of it.
  package struct DateTime: Hashable, Sendable {
    /// The day.
    package var date: Date
    /// The time of day.
    package var time: Time
    /// The minutes by which local time is ahead of universal time; nil for the time of wherever
    /// the file is read.
    package var offset: Int?
  }
}

/// Reads dates and times in the form of RFC 3339, as TOML has them.
struct TOMLDateParser {
  private var rest: ArraySlice<UInt8>
  private var exists = true

  private init(_ word: ArraySlice<UInt8>) { rest = word }

  /// The date or time that `word` is, or nil where it has another form.
  ///
  /// - Throws: `noSuchDate` where the form is right and the calendar or the clock has no such thing.
  static func content(
    of word: ArraySlice<UInt8>
  ) throws(TOMLError.Problem) -> TOML.Value.Content? {
    var parser = TOMLDateParser(word)
    guard let content = parser.content(), parser.rest.isEmpty else { return nil }
    guard parser.exists else { throw .noSuchDate(String(decoding: word, as: UTF8.self)) }
    return content
  }

  private mutating func content() -> TOML.Value.Content? {
    guard rest.count > 2, rest[rest.startIndex + 2] != UInt8(ascii: ":") else {
      return time().map { .time($0) }
    }
    guard let date = date() else { return nil }
    if rest.isEmpty { return .date(date) }
    guard skip(" ") || skip("T") || skip("t"), let time = time() else { return nil }
    if rest.isEmpty { return .dateTime(TOML.DateTime(date: date, time: time, offset: nil)) }
    guard let offset = offset() else { return nil }
    return .dateTime(TOML.DateTime(date: date, time: time, offset: offset))
  }

  private mutating func date() -> TOML.Date? {
    guard let year = number(digits: 4), skip("-"), let month = number(digits: 2), skip("-"),
      let day = number(digits: 2)
    else { return nil }
    let date = TOML.Date(year: year, month: month, day: day)
    exists = exists && date.exists
    return date
  }

  private mutating func time() -> TOML.Time? {
    guard let hour = number(digits: 2), skip(":"), let minute = number(digits: 2), skip(":"),
      let second = number(digits: 2), let nanosecond = fraction()
    else { return nil }
    let time = TOML.Time(hour: hour, minute: minute, second: second, nanosecond: nanosecond)
    exists = exists && time.exists
    return time
  }

  /// The billionth parts that a dot and digits stand for; 0 where there is no dot.
  private mutating func fraction() -> Int? {
    guard skip(".") else { return 0 }
    let digits = rest.prefix { $0.isDigit(radix: 10) }
    guard !digits.isEmpty else { return nil }
    rest = rest.dropFirst(digits.count)
    let zeros = repeatElement(UInt8(ascii: "0"), count: 9)
    return (Array(digits.prefix(9)) + zeros).prefix(9).reduce(0) { $0 * 10 + $1.digit }
  }

  private mutating func offset() -> Int? {
    if skip("Z") || skip("z") { return 0 }
    let isBehind = rest.first == UInt8(ascii: "-")
    guard skip("+") || skip("-"), let hours = number(digits: 2), skip(":"),
      let minutes = number(digits: 2)
    else { return nil }
    exists = exists && hours < 24 && minutes < 60
    return (hours * 60 + minutes) * (isBehind ? -1 : 1)
  }

  private mutating func number(digits count: Int) -> Int? {
    let digits = rest.prefix(count)
    guard digits.count == count, digits.allSatisfy({ $0.isDigit(radix: 10) }) else { return nil }
    rest = rest.dropFirst(count)
    return digits.reduce(0) { $0 * 10 + $1.digit }
  }

  private mutating func skip(_ sign: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: sign) else { return false }
    rest = rest.dropFirst()
    return true
  }
}
